// `GET /auth/callback`: Polar redirects here with a code, which becomes a session or an authorization code for an app.
import { AccessLinkError } from '../../../accesslink/errors.ts';
import { authorizationErrorFrom, authorizationFailure } from '../../../accesslink/oauth.ts';
import { issueAuthorizationCode } from '../tokens/authorization-codes.ts';
import { connectUser } from '../user-connection.ts';
import { pageResponse, redirect } from '../pages.ts';
import { type SignInContext, singleParameter } from '../sign-in-context.ts';
import { redirectWith } from '../redirect-uri.ts';
import { startBrowserSession } from '../tokens/sessions.ts';
import { reasonName, SignInError, signInPage, stepOf } from '../sign-in-error.ts';
import { expiredStateCookie, type Purpose, redeemLoginState } from '../tokens/login-states.ts';

/** Redeems the state before it reads the code: of several requests with one state, only one proceeds. */
export async function callback({ headers }: Request, context: SignInContext): Promise<Response> {
  const query = context.url.searchParams;
  const state = singleParameter(query, 'state');
  const redeemed = state === null ? null : await redeemLoginState(context, state, headers);
  if (redeemed?.kind === 'full') {
    context.onFailure('callback', 'too-many');
    return pageResponse(BUSY);
  }
  if (state === null || redeemed?.kind !== 'redeemed') {
    context.onFailure('callback', 'unknown-state');
    return pageResponse(EXPIRED);
  }
  const { purpose } = redeemed;
  const clearState = expiredStateCookie(context, state);
  try {
    const polarUserId = await connectUser(context, codeIn(query, context));
    return await signedInResponse(context, { purpose, polarUserId, clearState, headers });
  } catch (failure) {
    if (!(failure instanceof SignInError)) throw failure;
    context.onFailure(stepOf(failure.reason), reasonName(failure));
    if (failure.cause instanceof AccessLinkError) context.reportUpstream(failure.cause);
    return failedResponse(purpose, failure, clearState);
  }
}

const EXPIRED = {
  status: 400,
  title: 'This sign-in has expired',
  text: 'It was started in another browser, took longer than ten minutes, or is finished already.',
  next: { href: '/auth/login', label: 'Sign in again' },
};

const BUSY = {
  status: 503,
  title: 'Too many people sign in at this moment',
  text: 'Nothing was stored. Sign in again in a few minutes.',
  next: { href: '/auth/login', label: 'Sign in again' },
};

/** A code of Polar's has about 40 characters. */
const MAX_CODE_LENGTH = 2_000;

/** An error wins over a code. That somebody declined is no failure of Polar's; every other error is one. */
function codeIn(query: URLSearchParams, { client, reportUpstream }: SignInContext): string {
  const code = singleParameter(query, 'code');
  if (query.has('error')) {
    const error = authorizationErrorFrom(singleParameter(query, 'error') ?? '');
    if (error !== 'access_denied') reportUpstream(authorizationFailure(client, error));
    throw new SignInError(error);
  }
  if (code === null || code.length > MAX_CODE_LENGTH) throw new SignInError('invalid-callback');
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

/** RFC 6749, section 4.1.2.1: printable ASCII without quotation mark and backslash. */
const NOT_IN_DESCRIPTION = /[^\x20\x21\x23-\x5b\x5d-\x7e]/g;

function failedResponse(purpose: Purpose, failure: SignInError, clearState: string): Response {
  const { error, ...page } = signInPage(failure);
  if (purpose.kind === 'app') {
    const { redirectUri, state } = purpose.request;
    const description = page.text.replaceAll(NOT_IN_DESCRIPTION, "'");
    return redirect(redirectWith(redirectUri, { error, error_description: description, state }), [clearState]);
  }
  const response = pageResponse(page);
  response.headers.append('set-cookie', clearState);
  return response;
}
