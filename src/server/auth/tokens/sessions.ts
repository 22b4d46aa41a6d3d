// Sessions of browsers and apps: begun, and ended.
import type { StoredSession } from '../../../store/contract/store.ts';
import { readCookie, sessionCookie, writeCookie } from '../../http/cookies.ts';
import { tokenHash, randomToken } from './random-token.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { APP_TOKEN } from '../credentials.ts';

const DAY_MS = 86_400_000;
const LIFETIME_MS = { browser: 30 * DAY_MS, app: 90 * DAY_MS } satisfies Record<StoredSession['kind'], number>;

/** How long an app's token works, in seconds. */
export const APP_SECONDS = LIFETIME_MS.app / 1_000;

/** A new session in place of the one that this browser had; its cookie. */
export async function startBrowserSession(
  place: SignInContext,
  polarUserId: string,
  headers: Headers,
): Promise<string> {
  await endBrowserSession(place, headers);
  const token = randomToken();
  await createSession(place, { polarUserId, kind: 'browser', tokenHash: tokenHash(token) });
  return writeCookie(sessionCookie(place.origin), { value: token, maxAge: LIFETIME_MS.browser / 1_000 });
}

/** Ends the session of this browser, if it has one; the cookie that says so. */
export async function endBrowserSession(place: SignInContext, headers: Headers): Promise<string> {
  const name = sessionCookie(place.origin);
  const token = readCookie(headers, name);
  if (token) await place.store.sessions.delete(tokenHash(token));
  return writeCookie(name, { value: '', maxAge: 0 });
}

/** A token for an app; it is not a session until `createSession`. */
export function newAppToken(): string {
  return randomToken(APP_TOKEN);
}

/** Keeps a session for as long as its kind lasts. */
export async function createSession(
  { store, now }: SignInContext,
  session: Pick<StoredSession, 'polarUserId' | 'kind' | 'tokenHash'>,
): Promise<void> {
  const createdAt = now();
  await store.sessions.create({ ...session, createdAt, expiresAt: createdAt + LIFETIME_MS[session.kind] });
}
