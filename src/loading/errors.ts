// The failures of this layer: what could not be read, and why; and what was not sent, since it was too much.
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

/** What an operation would have sent. */
export interface CallLimitDetails {
  /** How many requests there would have been, with those that were sent before. */
  readonly planned: number;
  readonly limit: number;
  /** Nothing was sent at all. */
  readonly isFirstWave: boolean;
  /** The gate of the operation: others that wait for one of its requests send their own. */
  readonly gate: object;
}

/** Requests that were not sent: the operation would have sent more than it may. */
export class CallLimitError extends Error {
  override readonly name = 'CallLimitError';
  readonly planned: number;
  readonly limit: number;
  readonly isFirstWave: boolean;
  readonly gate: object;

  constructor({ planned, limit, isFirstWave, gate }: CallLimitDetails) {
    super(`Cannot send ${planned} requests: the limit is ${limit}`);
    this.planned = planned;
    this.limit = limit;
    this.isFirstWave = isFirstWave;
    this.gate = gate;
  }
}
