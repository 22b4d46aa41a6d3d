// `/auth/logout`: ends the session of a browser by a button, or of an app by its token.
import { tokenHash } from '../tokens/random-token.ts';
import { pageResponse, PRIVATE } from '../pages.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { APP_TOKEN_PREFIX, bearerTokenIn } from '../credentials.ts';
import { endBrowserSession } from '../tokens/sessions.ts';

/** The page with the button. */
export async function logoutPage(): Promise<Response> {
  return pageResponse({
    status: 200,
    title: 'Sign out',
    text: 'This browser will be signed out. Your data and the connection with Polar stay as they are.',
    button: { action: '/auth/logout', label: 'Sign out' },
  });
}

/** Ends the session of the request's credentials. Responds in the same way to an app's token that is unknown. */
export async function logout({ headers }: Request, context: SignInContext): Promise<Response> {
  const token = bearerTokenIn(headers);
  if (token?.startsWith(APP_TOKEN_PREFIX)) {
    await context.store.sessions.delete(tokenHash(token));
    return new Response(null, { status: 204, headers: PRIVATE });
  }
  const origin = headers.get('origin');
  if (origin !== null && origin !== context.origin) return pageResponse(OTHER_ORIGIN);
  const response = pageResponse(SIGNED_OUT);
  response.headers.append('set-cookie', await endBrowserSession(context, headers));
  return response;
}

const OTHER_ORIGIN = {
  status: 403,
  title: 'You are still signed in',
  text: 'Another page tried to sign you out. To sign out, use the button here.',
  next: { href: '/auth/logout', label: 'Sign out' },
};

const SIGNED_OUT = {
  status: 200,
  title: 'You are signed out',
  text: 'This browser has no session any more.',
  next: { href: '/auth/login', label: 'Sign in' },
};
