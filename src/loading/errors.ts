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

/** A request that its operation did not send, which says nothing of AccessLink: others that wait for it send their own. */
export class UnsentError extends Error {
  override readonly name: string = 'UnsentError';
  /** The gate of the operation. */
  readonly gate: object;

  constructor(message: string, gate: object) {
    super(message);
    this.gate = gate;
  }
}

/** What an operation would have sent. */
export interface CallLimitDetails {
  /** How many requests there would have been, with those that were sent before. */
  readonly planned: number;
  readonly limit: number;
  /** Nothing was sent at all. */
  readonly isFirstWave: boolean;
  /** The gate of the operation. */
  readonly gate: object;
}

/** Requests that were not sent: the operation would have sent more than it may. */
export class CallLimitError extends UnsentError {
  override readonly name = 'CallLimitError';
  readonly planned: number;
  readonly limit: number;
  readonly isFirstWave: boolean;

  constructor({ planned, limit, isFirstWave, gate }: CallLimitDetails) {
    super(`Cannot send ${planned} requests: the limit is ${limit}`, gate);
    this.planned = planned;
    this.limit = limit;
    this.isFirstWave = isFirstWave;
  }
}
