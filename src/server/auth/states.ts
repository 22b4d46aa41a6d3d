// Sign-ins under way: what was asked for, found again once by the state that Polar sends back.
import type { AppRequest } from './app-request.ts';
import { readCookie, stateCookie, writeCookie } from './cookies.ts';
import { hashOf, randomToken } from './opaque.ts';
import type { Place } from './place.ts';

/** What a sign-in is for: the browser itself, or an app. */
export type Purpose =
  | { readonly kind: 'browser'; readonly returnTo: string }
  | { readonly kind: 'app'; readonly request: AppRequest };

interface Kept {
  readonly purpose: Purpose;
  /** SHA-256 of what the browser's cookie holds. */
  readonly browserHash: string;
}

const LIFETIME_MS = 600_000;

/** A new state, and the cookie that binds it to the browser. */
export async function issueState(place: Place, purpose: Purpose): Promise<{ state: string; cookie: string }> {
  const state = randomToken();
  const browser = randomToken();
  const kept: Kept = { purpose, browserHash: hashOf(browser) };
  const expiresAt = place.now() + LIFETIME_MS;
  await place.store.grants.put({ kind: 'state', hash: hashOf(state), polarUserId: null, value: kept, expiresAt });
  const name = stateCookie(place.origin, hashOf(state));
  return { state, cookie: writeCookie(name, { value: browser, maxAge: LIFETIME_MS / 1_000 }) };
}

/** What the state was issued for, once and in its own browser only; else null. */
export async function redeemState(place: Place, state: string, headers: Headers): Promise<Purpose | null> {
  const browser = readCookie(headers, stateCookie(place.origin, hashOf(state)));
  if (!browser) return null;
  const kept = (await place.store.grants.redeem('state', hashOf(state), place.now())) as Kept | null;
  return kept && kept.browserHash === hashOf(browser) ? kept.purpose : null;
}

/** The cookie that removes what `issueState` has set. */
export function forgottenState(place: Place, state: string): string {
  return writeCookie(stateCookie(place.origin, hashOf(state)), { value: '', maxAge: 0 });
}
