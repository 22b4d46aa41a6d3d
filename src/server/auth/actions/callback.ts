// `GET /auth/callback`: Polar redirects here with a code, which becomes a session or an authorization code for an app.
import { issueAuthorizationCode } from '../tokens/authorization-codes.ts';
import { connectUser } from '../user-connection.ts';
import { pageResponse, redirect } from '../pages.ts';
import { type SignInContext, singleParameter } from '../sign-in-context.ts';
import { redirectWith } from '../redirect-uri.ts';
import { startBrowserSession } from '../tokens/sessions.ts';
import { SignInError, signInPage } from '../sign-in-error.ts';
import { expiredStateCookie, type Purpose, redeemLoginState } from '../tokens/login-states.ts';

/** Redeems the state before it reads the code: of several requests with one state, only one proceeds. */
export async function callback({ headers }: Request, context: SignInContext): Promise<Response> {
  const query = context.url.searchParams;
  const state = singleParameter(query, 'state');
  const purpose = state && (await redeemLoginState(context, state, headers));
  if (!purpose) return pageResponse(EXPIRED);
  const clearState = expiredStateCookie(context, state);
  try {
    const polarUserId = await connectUser(context, codeIn(query));
    return await signedInResponse(context, { purpose, polarUserId, clearState, headers });
  } catch (failure) {
    if (failure instanceof SignInError) return failedResponse(purpose, failure, clearState);
    throw failure;
  }
}

const EXPIRED = {
  status: 400,
  title: 'This sign-in has expired',
  text: 'It was started in another browser, took longer than ten minutes, or is finished already.',
  next: { href: '/auth/login', label: 'Sign in again' },
};

function codeIn(query: URLSearchParams): string {
  const code = singleParameter(query, 'code');
  if (code === null || query.has('error')) throw new SignInError('denied');
  return code;
}

interface CompletedSignIn {
  readonly purpose: Purpose;
  readonly polarUserId: string;
  /** The cookie that removes the one of the state. */
  readonly clearState: string;
  readonly headers: Headers;
}

async function signedInResponse(context: SignInContext, signIn: CompletedSignIn): Promise<Response> {
  const { purpose, polarUserId, clearState } = signIn;
  if (purpose.kind === 'browser') {
    const session = await startBrowserSession(context, polarUserId, signIn.headers);
    return redirect(context.origin + purpose.returnTo, [clearState, session]);
  }
  const { redirectUri, state } = purpose.request;
  const code = await issueAuthorizationCode(context, polarUserId, purpose.request);
  return redirect(redirectWith(redirectUri, { code, state }), [clearState]);
}

function failedResponse(purpose: Purpose, failure: SignInError, clearState: string): Response {
  const { error, ...page } = signInPage(failure);
  if (purpose.kind === 'app') {
    const { redirectUri, state } = purpose.request;
    return redirect(redirectWith(redirectUri, { error, error_description: page.text, state }), [clearState]);
  }
  const response = pageResponse(page);
  response.headers.append('set-cookie', clearState);
  return response;
}
