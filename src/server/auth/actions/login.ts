// `GET /auth/login`: redirects to Polar, to sign in a browser or an app.
import { authorizeUrl } from '../../../accesslink/oauth.ts';
import { parseAuthorizationRequest } from '../authorization-request.ts';
import { pageResponse, redirect } from '../pages.ts';
import { callbackUrl, type SignInContext, singleParameter } from '../sign-in-context.ts';
import { redirectWith } from '../redirect-uri.ts';
import { returnPath } from '../return-path.ts';
import { issueLoginState, type Purpose } from '../tokens/login-states.ts';

/** The request of an app is checked here, before its user signs in at Polar. */
export async function login({ headers }: Request, context: SignInContext): Promise<Response> {
  const query = context.url.searchParams;
  const parsed = parseAuthorizationRequest(query, context.appRedirectUris);
  switch (parsed.kind) {
    case 'invalid':
      context.onFailure('authorization-request', 'invalid');
      return pageResponse({
        status: 400,
        title: 'This app cannot sign you in',
        text: `Its request is wrong: ${parsed.reason}.`,
      });
    case 'rejected':
      context.onFailure('authorization-request', parsed.error);
      return redirect(redirectWith(parsed.request.redirectUri, { error: parsed.error, state: parsed.request.state }));
    case 'app':
      return redirectToPolar(context, { kind: 'app', request: parsed.request }, headers);
    default:
      return redirectToPolar(
        context,
        { kind: 'browser', returnTo: returnPath(singleParameter(query, 'return_to')) },
        headers,
      );
  }
}

function redirectToPolar(context: SignInContext, purpose: Purpose, headers: Headers): Response {
  const { state, cookies } = issueLoginState(context, purpose, headers);
  return redirect(authorizeUrl(context.client, { redirectUri: callbackUrl(context), state }), cookies);
}
