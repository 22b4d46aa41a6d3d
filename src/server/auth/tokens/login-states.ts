// States of pending sign-ins: each is redeemed once, in the browser that it was issued to, when Polar sends it back.
import type { AuthorizationRequest } from '../authorization-request.ts';
import { readCookie, stateCookie, writeCookie } from '../../http/cookies.ts';
import { tokenHash, randomToken } from './random-token.ts';
import type { SignInContext } from '../sign-in-context.ts';

/** What a sign-in is for: the browser itself, or an app. */
export type Purpose =
  | { readonly kind: 'browser'; readonly returnTo: string }
  | { readonly kind: 'app'; readonly request: AuthorizationRequest };

interface IssuedState {
  readonly purpose: Purpose;
  /** SHA-256 of the value of the browser's cookie. */
  readonly browserHash: string;
}

const LIFETIME_MS = 600_000;

/** A new state, and the cookie that binds it to the browser. */
export async function issueLoginState(
  { store, origin, now }: SignInContext,
  purpose: Purpose,
): Promise<{ state: string; cookie: string }> {
  const state = randomToken();
  const browser = randomToken();
  const value: IssuedState = { purpose, browserHash: tokenHash(browser) };
  const expiresAt = now() + LIFETIME_MS;
  await store.oneTimeTokens.put({ kind: 'state', hash: tokenHash(state), polarUserId: null, value, expiresAt });
  const name = stateCookie(origin, tokenHash(state));
  return { state, cookie: writeCookie(name, { value: browser, maxAge: LIFETIME_MS / 1_000 }) };
}

/** What the state was issued for; null when it is unknown, expired, redeemed, or of another browser. */
export async function redeemLoginState(
  { store, origin, now }: SignInContext,
  state: string,
  headers: Headers,
): Promise<Purpose | null> {
  const browser = readCookie(headers, stateCookie(origin, tokenHash(state)));
  if (!browser) return null;
  const issued = (await store.oneTimeTokens.redeem('state', tokenHash(state), now())) as IssuedState | null;
  return issued && issued.browserHash === tokenHash(browser) ? issued.purpose : null;
}

/** The cookie that removes the one of `issueLoginState`. */
export function expiredStateCookie({ origin }: SignInContext, state: string): string {
  return writeCookie(stateCookie(origin, tokenHash(state)), { value: '', maxAge: 0 });
}
