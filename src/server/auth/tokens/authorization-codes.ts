// Our own authorization codes: an app redeems each once, within a minute, with the verifier that only it knows.
import type { AuthorizationRequest } from '../authorization-request.ts';
import { constantTimeEqual, tokenHash, randomToken } from './random-token.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { createSession, newAppToken } from './sessions.ts';

/** What an app shows to redeem its code. */
export interface TokenRequest {
  readonly code: string;
  readonly redirectUri: string;
  readonly verifier: string;
  /** Null when the app does not repeat it: it is no secret. */
  readonly clientId: string | null;
}

interface Kept extends AuthorizationRequest {
  readonly polarUserId: string;
}

const LIFETIME_MS = 60_000;
/** How long a code that was used is known, so that a replay ends what was made of it. */
const REMEMBERED_MS = 86_400_000;

/** A code for the person who has just signed in. */
export async function issueAuthorizationCode(
  place: SignInContext,
  polarUserId: string,
  request: AuthorizationRequest,
): Promise<string> {
  const code = randomToken();
  const value: Kept = { ...request, polarUserId };
  const expiresAt = place.now() + LIFETIME_MS;
  await place.store.oneTimeTokens.put({ kind: 'code', hash: tokenHash(code), polarUserId, value, expiresAt });
  return code;
}

/** A token for the app; null when the code is not good, or comes again: that also ends what it was redeemed for. */
export async function redeemAuthorizationCode(place: SignInContext, shown: TokenRequest): Promise<string | null> {
  const { oneTimeTokens: grants } = place.store;
  const kept = (await grants.redeem('code', tokenHash(shown.code), place.now())) as Kept | null;
  if (!kept) return endReplayed(place, shown.code);
  const user = await place.store.users.find(kept.polarUserId);
  if (!isAsIssued(kept, shown) || user?.state !== 'connected') return null;
  const { polarUserId } = kept;
  const token = newAppToken();
  const hash = tokenHash(token);
  const expiresAt = place.now() + REMEMBERED_MS;
  await grants.put({
    kind: 'code',
    hash: tokenHash(usedBy(shown.code)),
    polarUserId,
    value: { tokenHash: hash },
    expiresAt,
  });
  await createSession(place, { polarUserId, kind: 'app', tokenHash: hash });
  if ((await grants.redeem('code', tokenHash(replayOf(shown.code)), place.now())) === null) return token;
  await place.store.sessions.delete(hash);
  return null;
}

/**
 * The replay is noted first and the session looked for afterwards, while whoever redeems creates the session first and
 * looks for a replay afterwards: however the two interleave, one of them finds the other.
 */
async function endReplayed(place: SignInContext, code: string): Promise<null> {
  const { oneTimeTokens: grants, sessions } = place.store;
  const expiresAt = place.now() + LIFETIME_MS;
  // Of several replays one is enough.
  await grants
    .put({ kind: 'code', hash: tokenHash(replayOf(code)), polarUserId: null, value: {}, expiresAt })
    .catch(() => {});
  const used = (await grants.redeem('code', tokenHash(usedBy(code)), place.now())) as { tokenHash: string } | null;
  if (used) await sessions.delete(used.tokenHash);
  return null;
}

function isAsIssued(kept: Kept, shown: TokenRequest): boolean {
  const isSameApp = shown.clientId === null || shown.clientId === kept.clientId;
  const isSameAddress = shown.redirectUri === kept.redirectUri;
  return isSameApp && isSameAddress && constantTimeEqual(tokenHash(shown.verifier), kept.challenge);
}

function usedBy(code: string): string {
  return `used ${code}`;
}

function replayOf(code: string): string {
  return `replay ${code}`;
}
