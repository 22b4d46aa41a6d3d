// The one family of failures below the edge: why a request to AccessLink failed.

/**
 * `unauthorized`: 401, the token is revoked or expired. `forbidden`: 403, a mandatory consent is missing, or the user
 * was never registered. `conflict`: 409, it exists already. `rate-limited`: 429. `refused`: 400, AccessLink does not
 * accept the date. `unavailable`: 5xx, or no connection. `timeout`: no response in time. `invalid`: a response that
 * cannot be read. `too-large`: a response with more bytes than are read.
 */
export type AccessLinkErrorCode =
  | 'unauthorized'
  | 'forbidden'
  | 'conflict'
  | 'rate-limited'
  | 'refused'
  | 'unavailable'
  | 'timeout'
  | 'invalid'
  | 'too-large';

/** What is known of a failure besides its code. */
export interface AccessLinkErrorDetails {
  readonly status?: number;
  /** Seconds until the exhausted rate window resets. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** A failed request. The message names method, path without query, and status; never a token or a body. */
export class AccessLinkError extends Error {
  override readonly name = 'AccessLinkError';
  readonly code: AccessLinkErrorCode;
  readonly status: number | null;
  readonly retryAfterSeconds: number | null;

  constructor(code: AccessLinkErrorCode, message: string, details: AccessLinkErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.status = details.status ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}
