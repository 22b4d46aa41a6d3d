// Failures that the domain itself detects; the server turns them into error codes.

/**
 * Why the domain rejects a request: no credential, a revoked one, a bad argument, an unregistered user, too much at
 * once, or too many attempts.
 */
export type DomainErrorCode =
  | 'unauthenticated'
  | 'reauthenticate'
  | 'bad-user-input'
  | 'not-registered'
  | 'cost-exceeded'
  | 'rate-limited';

/** A rejection whose message is for the client: it names the value and the remedy. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;
  /** How long to wait, of `rate-limited`; null for all others. */
  readonly retryAfterSeconds: number | null;

  constructor(code: DomainErrorCode, message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A bad argument: "Cannot …: … is …". */
export function badUserInput(message: string): DomainError {
  return new DomainError('bad-user-input', message);
}
