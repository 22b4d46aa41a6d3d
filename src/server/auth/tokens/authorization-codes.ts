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

/**
 * An app's token with its session; null when the code is not valid, or is replayed: that also ends the session. A code that
 * was never issued writes nothing.
 */
export async function redeemAuthorizationCode(context: SignInContext, request: TokenRequest): Promise<string | null> {
  const { store, now } = context;
  const hash = tokenHash(request.code);
  const token = newAppToken();
  const sessionHash = tokenHash(token);
  const keepUntil = now() + REPLAY_WATCH_MS;
  const used = await store.oneTimeTokens.use({ kind: 'code', hash, now: now(), result: sessionHash, keepUntil });
  if (used === null) return null;
  if (used.uses > 1) return endSession(context, used.result);
  const issued = used.value as IssuedCode;
  const { polarUserId } = issued;
  const user = await store.users.find(polarUserId);
  if (!isAsIssued(issued, request) || user?.state !== 'connected') return null;
  await createSession(context, { polarUserId, kind: 'app', tokenHash: sessionHash });
  return (await store.oneTimeTokens.uses('code', hash)) === 1 ? token : endSession(context, sessionHash);
}

/**
 * Ends the session of a replayed code. A replay is counted before it looks for the session, and a redemption creates the
 * session before it looks for replays: however the two interleave, one of them finds the other.
 */
async function endSession({ store }: SignInContext, sessionHash: string): Promise<null> {
  await store.sessions.delete(sessionHash);
  return null;
}

function isAsIssued(issued: IssuedCode, { clientId, redirectUri, verifier }: TokenRequest): boolean {
  const isSameApp = clientId === null || clientId === issued.clientId;
  const isSameAddress = redirectUri === issued.redirectUri;
  return isSameApp && isSameAddress && constantTimeEqual(tokenHash(verifier), issued.challenge);
}
