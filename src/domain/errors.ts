// Failures that the domain itself detects; the server turns them into error codes.

/**
 * Why the domain rejects a request: no credential, a revoked one, a bad argument, an unregistered user, or too much at
 * once.
 */
export type DomainErrorCode =
  | 'unauthenticated'
  | 'reauthenticate'
  | 'bad-user-input'
  | 'not-registered'
  | 'cost-exceeded';

/** A rejection whose message is for the client: it names the value and the remedy. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;

  constructor(code: DomainErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A bad argument: "Cannot …: … is …". */
export function badUserInput(message: string): DomainError {
  return new DomainError('bad-user-input', message);
}
