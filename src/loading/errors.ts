// The failure of this layer: what could not be read, and why.
import type { IsoDate } from '../calendar.ts';

/** What could not be read: the records of a date, or those of a resource that are asked for without one; and the failure. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  /** The name of the resource. */
  readonly resource: string;
  /** Null when the records were not asked for by a date. */
  readonly date: IsoDate | null;
  override readonly cause: Error;

  constructor(resource: string, date: IsoDate | null, cause: Error) {
    super(`Cannot read ${resource}${date === null ? '' : ` of ${date}`}: ${cause.message}`, { cause });
    this.resource = resource;
    this.date = date;
    this.cause = cause;
  }
}

/** The failure itself, without what could not be read because of it. */
export function causeOf(failure: unknown): unknown {
  return failure instanceof ReadError ? failure.cause : failure;
}
