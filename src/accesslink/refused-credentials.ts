// Remembers the tokens that AccessLink has refused (401), so that none of them is sent with a read for a while.
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { AccessLinkError } from './errors.ts';
import { labelOf } from './response-errors.ts';
import type { UpstreamRequest } from './upstream.ts';

/** Five minutes: a token that was refused by mistake is tried again soon, one that was made up costs little. */
const TTL_MS = 300_000;
/** Beyond so many the oldest is forgotten. */
const MAX_TOKENS = 10_000;

export interface RefusedCredentials {
  /** Wraps a transport: a read with a token that was refused fails as it did, and is not sent. */
  withhold<Reply>(send: Send<Reply>): Send<Reply>;
}

type Send<Reply> = (request: UpstreamRequest) => Promise<Reply>;

/** What is said of it again. Not the failure itself: its stack and its causes take several kB. */
interface RefusedToken extends Pick<AccessLinkError, 'status' | 'upstream' | 'problem'> {
  readonly until: number;
}

/** Remembers no token but a digest of it, and nothing of the client's own credential, which only its operator can mend. */
export function createRefusedCredentials(clock: Pick<Clock, 'elapsed'>, maxTokens = MAX_TOKENS): RefusedCredentials {
  const refused = new Map<string, RefusedToken>();
  const find = (token: string) => {
    const known = refused.get(token);
    if (!known || clock.elapsed() < known.until) return known;
    refused.delete(token);
    return undefined;
  };
  const add = (token: string, { status, upstream, problem }: AccessLinkError) => {
    refused.delete(token);
    refused.set(token, { status, upstream, problem, until: clock.elapsed() + TTL_MS });
    const [oldest] = refused.keys();
    if (refused.size > maxTokens && oldest !== undefined) refused.delete(oldest);
  };
  return {
    withhold: (send) => async (request) => {
      // A registration and a deletion decide about the user: they are sent whatever reads were answered with.
      if ((request.method ?? 'GET') !== 'GET') return send(request);
      const token = digestOf(request);
      const known = find(token);
      if (known) throw repeated(known, request);
      try {
        return await send(request);
      } catch (thrown) {
        if (isTokenRejected(thrown)) add(token, thrown);
        throw thrown;
      }
    },
  };
}

/** A page was sent by somebody in between, who knows nothing of the token. */
function isTokenRejected(thrown: unknown): thrown is AccessLinkError {
  if (!(thrown instanceof AccessLinkError)) return false;
  return thrown.isSent && thrown.code === 'unauthorized' && thrown.problem !== 'html-page';
}

function digestOf({ authorization }: UpstreamRequest): string {
  return createHash('sha256').update(authorization.reveal()).digest('base64url');
}

/** The same failure, of another request. */
function repeated({ status, upstream, problem }: RefusedToken, request: UpstreamRequest): AccessLinkError {
  const label = labelOf(request);
  return new AccessLinkError(
    'unauthorized',
    `AccessLink answered a request with this token with ${status}: ${label} is not sent`,
    {
      label,
      upstream,
      problem,
      isSent: false,
      ...(status === null ? {} : { status }),
    },
  );
}
