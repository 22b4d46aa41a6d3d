// The one family of failures below the edge: why a request to AccessLink failed.
import { DEFAULT_WAIT_SECONDS } from './rate-limit.ts';

/**
 * `unauthorized`: 401, the token is revoked or expired. `client-rejected`: 401, or an OAuth error that says so: the id and
 * secret of the client are wrong. `forbidden`: 403, a mandatory consent is missing, or the user was never registered.
 * `unregistered`: 403, and AccessLink does not know the user. `conflict`: 409, it exists already. `rate-limited`: 429.
 * `refused`: 400, or 403 to the client itself: AccessLink does not accept the request, and `upstream` has its reason.
 * `unavailable`: 5xx, or no connection. `timeout`: no response in time. `invalid`: a response that cannot be read.
 */
export type AccessLinkErrorCode =
  | 'unauthorized'
  | 'client-rejected'
  | 'forbidden'
  | 'unregistered'
  | 'conflict'
  | 'rate-limited'
  | 'refused'
  | 'unavailable'
  | 'timeout'
  | 'invalid';

/**
 * What is known beyond the code. Of `invalid`: an HTML page came in the place of JSON (`html-page`), AccessLink redirects
 * (`redirect`), the status is 200 and the body an error (`error-in-body`), the body is longer than the limit (`too-large`) or has no byte (`empty-body`), the status is none that a
 * client of AccessLink expects (`unexpected-status`). Of `forbidden`: the user is registered, so a consent is missing
 * (`consent-missing`). Of `rate-limited`: AccessLink has calls left, but others want them (`share-used-up`), or too many
 * calls wait for their turn (`too-busy`).
 */
export type AccessLinkProblem =
  | 'html-page'
  | 'redirect'
  | 'too-large'
  | 'empty-body'
  | 'error-in-body'
  | 'unexpected-status'
  | 'consent-missing'
  | 'share-used-up'
  | 'too-busy';

/** The status of a response that is a failure, and what its body says about it: cleaned and short; null where it says nothing. */
export interface UpstreamReason {
  readonly status: number;
  /** AccessLink's name of the failure, or the error code of OAuth. */
  readonly errorType: string | null;
  readonly message: string | null;
  /** Under which Polar finds the failure in its own logs. */
  readonly correlationId: string | null;
}

/** What is known of a failure besides its code. */
export interface AccessLinkErrorDetails {
  /** Method and path without query. */
  readonly label?: string;
  readonly status?: number;
  readonly upstream?: UpstreamReason | null;
  readonly problem?: AccessLinkProblem | null;
  /** The host that a redirect leads to, where it is named. */
  readonly redirectHost?: string | null;
  /** Seconds to wait before the next request. Of `rate-limited` there always is a number. */
  readonly retryAfterSeconds?: number | null;
  /** False when this server did not send the request: it knew the answer, or had no call for it. True by default. */
  readonly isSent?: boolean;
  /** Of a body that is too large: how many times the limit, where the response states its size. */
  readonly timesTooLarge?: number | null;
  readonly cause?: unknown;
}

/** A failed request. The message names method, path without query, and status; never a token or a body. */
export class AccessLinkError extends Error {
  override readonly name = 'AccessLinkError';
  readonly code: AccessLinkErrorCode;
  readonly label: string | null;
  readonly status: number | null;
  readonly upstream: UpstreamReason | null;
  readonly problem: AccessLinkProblem | null;
  readonly redirectHost: string | null;
  readonly retryAfterSeconds: number | null;
  readonly isSent: boolean;
  readonly timesTooLarge: number | null;

  constructor(code: AccessLinkErrorCode, message: string, details: AccessLinkErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.label = details.label ?? null;
    this.status = details.status ?? null;
    this.upstream = details.upstream ?? null;
    this.problem = details.problem ?? null;
    this.redirectHost = details.redirectHost ?? null;
    this.isSent = details.isSent ?? true;
    this.timesTooLarge = details.timesTooLarge ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? (code === 'rate-limited' ? DEFAULT_WAIT_SECONDS : null);
  }
}

/** The same failure, better understood: with another code or problem. Its cause is the failure as it was. */
export function reinterpreted(
  failure: AccessLinkError,
  meaning: { readonly code: AccessLinkErrorCode; readonly problem?: AccessLinkProblem | null },
): AccessLinkError {
  const { message, label, status, upstream, redirectHost, retryAfterSeconds, isSent } = failure;
  return new AccessLinkError(meaning.code, message, {
    upstream,
    redirectHost,
    retryAfterSeconds,
    isSent,
    problem: meaning.problem === undefined ? failure.problem : meaning.problem,
    ...(label === null ? {} : { label }),
    ...(status === null ? {} : { status }),
    cause: failure,
  });
}
