// Sign-ins under way: what was asked for, found again once by the state that Polar sends back.
import type { AuthorizationRequest } from '../authorization-request.ts';
import { readCookie, stateCookie, writeCookie } from '../../http/cookies.ts';
import { tokenHash, randomToken } from './random-token.ts';
import type { SignInContext } from '../sign-in-context.ts';

/** What a sign-in is for: the browser itself, or an app. */
export type Purpose =
  | { readonly kind: 'browser'; readonly returnTo: string }
  | { readonly kind: 'app'; readonly request: AuthorizationRequest };

interface Kept {
  readonly purpose: Purpose;
  /** SHA-256 of what the browser's cookie holds. */
  readonly browserHash: string;
}

const LIFETIME_MS = 600_000;

/** A new state, and the cookie that binds it to the browser. */
export async function issueLoginState(
  place: SignInContext,
  purpose: Purpose,
): Promise<{ state: string; cookie: string }> {
  const state = randomToken();
  const browser = randomToken();
  const kept: Kept = { purpose, browserHash: tokenHash(browser) };
  const expiresAt = place.now() + LIFETIME_MS;
  await place.store.oneTimeTokens.put({
    kind: 'state',
    hash: tokenHash(state),
    polarUserId: null,
    value: kept,
    expiresAt,
  });
  const name = stateCookie(place.origin, tokenHash(state));
  return { state, cookie: writeCookie(name, { value: browser, maxAge: LIFETIME_MS / 1_000 }) };
}

/** What the state was issued for, once and in its own browser only; else null. */
export async function redeemLoginState(place: SignInContext, state: string, headers: Headers): Promise<Purpose | null> {
  const browser = readCookie(headers, stateCookie(place.origin, tokenHash(state)));
  if (!browser) return null;
  const kept = (await place.store.oneTimeTokens.redeem('state', tokenHash(state), place.now())) as Kept | null;
  return kept && kept.browserHash === tokenHash(browser) ? kept.purpose : null;
}

/** The cookie that removes what `issueState` has set. */
export function expiredStateCookie(place: SignInContext, state: string): string {
  return writeCookie(stateCookie(place.origin, tokenHash(state)), { value: '', maxAge: 0 });
}
