// `/auth/logout`: ends the session of a browser by a button, or of an app by its token.
import { tokenHash } from '../tokens/random-token.ts';
import { pageResponse, PRIVATE } from '../pages.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { APP_TOKEN } from '../credentials.ts';
import { endBrowserSession } from '../tokens/sessions.ts';

/** The page with the button. */
export async function askLogout(): Promise<Response> {
  return pageResponse({
    status: 200,
    title: 'Sign out',
    text: 'This browser will be signed out. Your data stay as they are, and so does the connection with Polar.',
    button: { action: '/auth/logout', label: 'Sign out' },
  });
}

/** Ends the session that the request presents. An app's token is as good as gone also when it was not known. */
export async function logout({ headers }: Request, place: SignInContext): Promise<Response> {
  const token = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (token?.startsWith(APP_TOKEN)) {
    await place.store.sessions.delete(tokenHash(token));
    return new Response(null, { status: 204, headers: PRIVATE });
  }
  const origin = headers.get('origin');
  if (origin !== null && origin !== place.origin) return pageResponse(FOREIGN);
  const response = pageResponse(SIGNED_OUT);
  response.headers.append('set-cookie', await endBrowserSession(place, headers));
  return response;
}

const FOREIGN = {
  status: 403,
  title: 'You are still signed in',
  text: 'Another page asked to sign you out. If that is what you want, use the button here.',
  next: { href: '/auth/logout', label: 'Sign out' },
};

const SIGNED_OUT = {
  status: 200,
  title: 'You are signed out',
  text: 'This browser has no session any more.',
  next: { href: '/auth/login', label: 'Sign in' },
};
