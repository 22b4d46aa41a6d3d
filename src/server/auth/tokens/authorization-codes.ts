// Authorization codes for apps: redeemed once, within a minute, with the PKCE verifier.
import type { AuthorizationRequest } from '../authorization-request.ts';
import { constantTimeEqual, tokenHash, randomToken } from './random-token.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { createSession, newAppToken } from './sessions.ts';

/** What an app sends to redeem its code. */
export interface TokenRequest {
  readonly code: string;
  readonly redirectUri: string;
  readonly verifier: string;
  /** Null when the app does not repeat it: it is not a secret. */
  readonly clientId: string | null;
}

interface IssuedCode extends AuthorizationRequest {
  readonly polarUserId: string;
}

const LIFETIME_MS = 60_000;
/** For as long after the redemption, a replay ends the session that the code was redeemed for. */
const REPLAY_WATCH_MS = 86_400_000;

/** A new code for the user who has just signed in. */
export async function issueAuthorizationCode(
  { store, now }: SignInContext,
  polarUserId: string,
  request: AuthorizationRequest,
): Promise<string> {
  const code = randomToken();
  const value: IssuedCode = { ...request, polarUserId };
  const expiresAt = now() + LIFETIME_MS;
  await store.oneTimeTokens.put({ kind: 'code', hash: tokenHash(code), polarUserId, value, expiresAt });
  return code;
}

/** An app's token with its session; null when the code is not valid, or is replayed: that also ends the session. */
export async function redeemAuthorizationCode(context: SignInContext, request: TokenRequest): Promise<string | null> {
  const { store, now } = context;
  const { code } = request;
  const issued = (await store.oneTimeTokens.redeem('code', tokenHash(code), now())) as IssuedCode | null;
  if (!issued) return endReplayedSession(context, code);
  const { polarUserId } = issued;
  const user = await store.users.find(polarUserId);
  if (!isAsIssued(issued, request) || user?.state !== 'connected') return null;
  const token = newAppToken();
  const sessionHash = tokenHash(token);
  await store.oneTimeTokens.put({
    kind: 'code',
    hash: redeemedHash(code),
    polarUserId,
    value: { tokenHash: sessionHash },
    expiresAt: now() + REPLAY_WATCH_MS,
  });
  await createSession(context, { polarUserId, kind: 'app', tokenHash: sessionHash });
  if ((await store.oneTimeTokens.redeem('code', replayedHash(code), now())) === null) return token;
  await store.sessions.delete(sessionHash);
  return null;
}

/**
 * Stores the replay first and then looks for the session, while a redemption creates the session first and then looks for a
 * replay: however the two interleave, one of them finds the other.
 */
async function endReplayedSession({ store, now }: SignInContext, code: string): Promise<null> {
  const replay = { kind: 'code', hash: replayedHash(code), polarUserId: null, value: {} } as const;
  // Fails when another replay was stored before, which is enough.
  await store.oneTimeTokens.put({ ...replay, expiresAt: now() + LIFETIME_MS }).catch(() => {});
  const redeemed = await store.oneTimeTokens.redeem('code', redeemedHash(code), now());
  if (redeemed) await store.sessions.delete((redeemed as { tokenHash: string }).tokenHash);
  return null;
}

function isAsIssued(issued: IssuedCode, { clientId, redirectUri, verifier }: TokenRequest): boolean {
  const isSameApp = clientId === null || clientId === issued.clientId;
  const isSameAddress = redirectUri === issued.redirectUri;
  return isSameApp && isSameAddress && constantTimeEqual(tokenHash(verifier), issued.challenge);
}

/** Under which a redeemed code stays known. */
function redeemedHash(code: string): string {
  return tokenHash(`used ${code}`);
}

/** Under which a replay of a code is stored. */
function replayedHash(code: string): string {
  return tokenHash(`replay ${code}`);
}
