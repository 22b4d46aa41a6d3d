// Sessions of browsers and apps.
import type { StoredSession } from '../../../store/contract/sessions.ts';
import { readCookie, sessionCookie, writeCookie } from '../../http/cookies.ts';
import { tokenHash, randomToken } from './random-token.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { APP_TOKEN_PREFIX } from '../credentials.ts';

const DAY_MS = 86_400_000;
const LIFETIME_MS = { browser: 30 * DAY_MS, app: 90 * DAY_MS } satisfies Record<StoredSession['kind'], number>;

/** The lifetime of an app's token, in seconds. */
export const APP_SECONDS = LIFETIME_MS.app / 1_000;

/** Starts a session in place of the one that the browser had. Returns its cookie. */
export async function startBrowserSession(
  context: SignInContext,
  polarUserId: string,
  headers: Headers,
): Promise<string> {
  await endBrowserSession(context, headers);
  const token = randomToken();
  await createSession(context, { polarUserId, kind: 'browser', tokenHash: tokenHash(token) });
  return writeCookie(sessionCookie(context.origin), { value: token, maxAge: LIFETIME_MS.browser / 1_000 });
}

/** Ends the session of the browser, if it has one. Returns the cookie that removes its cookie. */
export async function endBrowserSession(context: SignInContext, headers: Headers): Promise<string> {
  const name = sessionCookie(context.origin);
  const token = readCookie(headers, name);
  if (token) await context.store.sessions.delete(tokenHash(token));
  return writeCookie(name, { value: '', maxAge: 0 });
}

/** A token for an app. It has no session before `createSession`. */
export function newAppToken(): string {
  return randomToken(APP_TOKEN_PREFIX);
}

/** Stores a session, which expires after the lifetime of its kind. */
export async function createSession(
  { store, now }: SignInContext,
  session: Pick<StoredSession, 'polarUserId' | 'kind' | 'tokenHash'>,
): Promise<void> {
  const createdAt = now();
  await store.sessions.create({ ...session, createdAt, expiresAt: createdAt + LIFETIME_MS[session.kind] });
}
