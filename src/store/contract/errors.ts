// The errors of the store: why something could not be written or read.

/**
 * `unavailable`: no connection, locked, read-only, or broken. `full`: no space is left. `undecryptable`: something encrypted
 * cannot be decrypted: its key is not at hand, or it is not what was encrypted. `invalid`: the database refuses the values.
 */
export type StoreErrorCode = 'unavailable' | 'full' | 'undecryptable' | 'invalid';

/** A failed call. Neither the message nor the cause repeats values of the database. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** A call that was not made: the calls before it have failed, and the database is asked again in a moment. */
export class SkippedCallError extends StoreError {
  constructor(method: string) {
    super('unavailable', `Cannot do ${method}: the database has just failed, and is asked again in a moment`);
  }
}

/** Whether the key of something encrypted is not at hand, or it is not what was encrypted. */
export function isUndecryptable(failure: unknown): failure is StoreError {
  return failure instanceof StoreError && failure.code === 'undecryptable';
}

/** Whether the database cannot be used now, and may be later. */
export function isStoreUnavailable(failure: unknown): failure is StoreError {
  return failure instanceof StoreError && (failure.code === 'unavailable' || failure.code === 'full');
}
