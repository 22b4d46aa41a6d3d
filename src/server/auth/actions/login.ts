// `GET /auth/login`: on to Polar, for a browser or for an app.
import { authorizeUrl } from '../../../accesslink/oauth.ts';
import { parseAuthorizationRequest } from '../authorization-request.ts';
import { pageResponse, redirect } from '../pages.ts';
import { callbackUrl, type SignInContext, singleParameter } from '../sign-in-context.ts';
import { redirectWith } from '../redirect-uri.ts';
import { returnPath } from '../return-path.ts';
import { issueLoginState, type Purpose } from '../tokens/login-states.ts';

/** Sends the browser to Polar's consent page. An app's request is checked before anybody has to sign in for it. */
export async function login(request: Request, place: SignInContext): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const asked = parseAuthorizationRequest(query, place.appRedirectUris);
  switch (asked.kind) {
    case 'unanswerable':
      return pageResponse({
        status: 400,
        title: 'This app cannot sign you in',
        text: `Its request is wrong: ${asked.why}.`,
      });
    case 'refused':
      return redirect(redirectWith(asked.request.redirectUri, { error: asked.error, state: asked.request.state }));
    case 'app':
      return toPolar(place, { kind: 'app', request: asked.request });
    default:
      return toPolar(place, { kind: 'browser', returnTo: returnPath(singleParameter(query, 'return_to')) });
  }
}

async function toPolar(place: SignInContext, purpose: Purpose): Promise<Response> {
  const { state, cookie } = await issueLoginState(place, purpose);
  return redirect(authorizeUrl(place.client, { redirectUri: callbackUrl(place), state }), [cookie]);
}
