// `GET /auth/callback`: back from Polar with a code, which becomes a session or a code for an app.
import { issueAuthorizationCode } from '../tokens/authorization-codes.ts';
import { connectUser } from '../user-connection.ts';
import { pageResponse, redirect } from '../pages.ts';
import { type SignInContext, singleParameter } from '../sign-in-context.ts';
import { redirectWith } from '../redirect-uri.ts';
import { startBrowserSession } from '../tokens/sessions.ts';
import { SignInError, signInPages } from '../sign-in-error.ts';
import { expiredStateCookie, type Purpose, redeemLoginState } from '../tokens/login-states.ts';

/** The state is redeemed before anything else is believed: of many requests with one state, one goes on. */
export async function callback(request: Request, place: SignInContext): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const state = singleParameter(query, 'state');
  const purpose = state && (await redeemLoginState(place, state, request.headers));
  if (!purpose) return pageResponse(OVER);
  const forget = expiredStateCookie(place, state);
  try {
    const polarUserId = await connectUser(place, codeIn(query));
    return await signedIn(place, { purpose, polarUserId, forget, headers: request.headers });
  } catch (failure) {
    if (failure instanceof SignInError) return failed(purpose, failure, forget);
    throw failure;
  }
}

const OVER = {
  status: 400,
  title: 'This sign-in is over',
  text: 'It was begun in another browser, took longer than ten minutes, or is finished already.',
  next: { href: '/auth/login', label: 'Sign in again' },
};

function codeIn(query: URLSearchParams): string {
  const code = singleParameter(query, 'code');
  if (code === null || query.has('error')) throw new SignInError('denied');
  return code;
}

interface Arrival {
  readonly purpose: Purpose;
  readonly polarUserId: string;
  /** The cookie that removes the state's. */
  readonly forget: string;
  readonly headers: Headers;
}

async function signedIn(place: SignInContext, { purpose, polarUserId, forget, headers }: Arrival): Promise<Response> {
  if (purpose.kind === 'browser') {
    const cookie = await startBrowserSession(place, polarUserId, headers);
    return redirect(place.origin + purpose.returnTo, [forget, cookie]);
  }
  const { redirectUri, state } = purpose.request;
  const code = await issueAuthorizationCode(place, polarUserId, purpose.request);
  return redirect(redirectWith(redirectUri, { code, state }), [forget]);
}

function failed(purpose: Purpose, { reason }: SignInError, forget: string): Response {
  const { error, ...page } = signInPages[reason];
  if (purpose.kind === 'app') {
    const { redirectUri, state } = purpose.request;
    return redirect(redirectWith(redirectUri, { error, error_description: page.text, state }), [forget]);
  }
  const response = pageResponse(page);
  response.headers.append('set-cookie', forget);
  return response;
}
