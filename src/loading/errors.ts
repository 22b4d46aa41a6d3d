// Failures of this layer: what could not be read, and a date that AccessLink no longer serves.
import type { IsoDate } from '../calendar.ts';

/** A date older than the window of its resource: nothing was sent, or AccessLink rejected the request. */
export class OutOfWindowError extends Error {
  override readonly name = 'OutOfWindowError';
  readonly date: IsoDate;
  readonly maxAgeDays: number | null;

  constructor(resource: string, date: IsoDate, maxAgeDays: number | null) {
    const limit =
      maxAgeDays === null ? 'AccessLink refused it as too old' : `AccessLink serves ${maxAgeDays} days back`;
    super(`Cannot read ${resource} of ${date}: ${limit}`);
    this.date = date;
    this.maxAgeDays = maxAgeDays;
  }
}

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
