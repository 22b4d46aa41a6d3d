// Converts the errors of two drivers to StoreErrors.
import { StoreError, type StoreErrorCode } from '../contract/errors.ts';

/** The StoreError for whatever a driver threw in a method. Its cause repeats the driver's message, without values. */
export function storeErrorFrom(error: unknown, method: string): StoreError {
  if (error instanceof StoreError) return error;
  const { code, cause } = readFailure(error);
  return new StoreError(code, `Cannot do ${method}: ${reasons[code]}`, cause);
}

const reasons: Readonly<Record<StoreErrorCode, string>> = {
  unavailable: 'the database is not available',
  full: 'no space is left for the database',
  undecryptable: 'something encrypted cannot be decrypted',
  invalid: 'the values are not accepted',
};

interface Failure {
  readonly code: StoreErrorCode;
  readonly cause: Error;
}

function readFailure(error: unknown): Failure {
  if (!(error instanceof Error))
    return { code: 'unavailable', cause: new Error('Something was thrown that is no error') };
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') return { code: codeOfSqlite(errcode), cause: error };
  if (typeof code === 'string' && SQLSTATE.test(code)) return fromPostgres(code, error);
  if (code === 'ENOSPC') return { code: 'full', cause: error };
  // A value that cannot be bound, or is no JSON. Such messages repeat the value.
  if (error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError) {
    return { code: 'invalid', cause: new Error(error.name) };
  }
  return { code: 'unavailable', cause: error };
}

const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;
/** ERROR, TOOBIG, CONSTRAINT, MISMATCH, RANGE. */
const SQLITE_INVALID = new Set([1, 18, 19, 20, 25]);

/** Extended codes have the kind in their low byte. https://sqlite.org/rescode.html */
function codeOfSqlite(extended: number): StoreErrorCode {
  const kind = extended & 0xff;
  if (kind === SQLITE_FULL) return 'full';
  return SQLITE_INVALID.has(kind) ? 'invalid' : 'unavailable';
}

/** Whether SQLite has refused a statement since another process has locked the database. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}

const SQLSTATE = /^[0-9A-Z]{5}$/;
const DISK_FULL = '53100';
/** Classes of data exceptions and of broken constraints: their texts and details repeat values. */
const INVALID = /^2[23]/;

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function fromPostgres(state: string, { message }: Error): Failure {
  const isInvalid = INVALID.test(state);
  const cause = new Error(isInvalid ? `SQLSTATE ${state}` : `SQLSTATE ${state}: ${message}`);
  if (state === DISK_FULL) return { code: 'full', cause };
  return { code: isInvalid ? 'invalid' : 'unavailable', cause };
}
