// Failures that the domain itself finds; the edge turns them into codes.

/**
 * Why the domain refuses: no credential, one that Polar has ended, a bad argument, a user who was never registered, or too
 * much at once.
 */
export type DomainErrorCode =
  | 'unauthenticated'
  | 'reauthenticate'
  | 'bad-user-input'
  | 'not-registered'
  | 'cost-exceeded';

/** A refusal whose message is meant for the caller: it names the value and the remedy. */
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
