// What one operation cost: counted while it runs, sent with its response.
import { earlierDate, type IsoDate, laterDate } from '../calendar.ts';

/** Counts of one operation. Records, not calls, in `fromMemory`, `fromStore` and `stale`. */
export interface OperationStats {
  /** Requests sent to AccessLink by this operation. */
  calls: number;
  fromMemory: number;
  fromStore: number;
  /** Requests of other operations that this one shared. */
  joined: number;
  /** Expired records, served because AccessLink failed. */
  stale: number;
  /** Records that could not be decoded, or parts of them, by resource. */
  readonly skipped: Map<string, number>;
  /** Dates that AccessLink does not serve and of which nothing is held, by resource and reason. */
  readonly absent: Map<string, AbsentDates>;
  /** The requests that this operation sent or joined: none is counted twice. */
  readonly counted: Set<object>;
  /** Cache entries that this operation took from the store tier. */
  readonly stored: Set<object>;
}

/** Why AccessLink does not serve a date. */
export type AbsenceReason = 'out-of-window' | 'not-yet';

/** The first and the last of the dates of a resource that are absent for one reason. */
export interface AbsentDates {
  readonly resource: string;
  readonly reason: AbsenceReason;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A date of a resource that is absent. */
export interface AbsentDate extends Pick<AbsentDates, 'resource' | 'reason'> {
  readonly date: IsoDate;
}

/** Nothing counted yet. */
export function createOperationStats(): OperationStats {
  return {
    calls: 0,
    fromMemory: 0,
    fromStore: 0,
    joined: 0,
    stale: 0,
    skipped: new Map(),
    absent: new Map(),
    counted: new Set(),
    stored: new Set(),
  };
}

/** Counts records of a resource that were skipped. */
export function countSkipped({ skipped }: OperationStats, resource: string, count: number): void {
  if (count > 0) skipped.set(resource, (skipped.get(resource) ?? 0) + count);
}

/** Counts a date that is absent: once for each resource and reason. */
export function countAbsent({ absent }: OperationStats, { resource, reason, date }: AbsentDate): void {
  const key = `${resource} ${reason}`;
  const { from, to } = absent.get(key) ?? { from: date, to: date };
  absent.set(key, { resource, reason, from: earlierDate(from, date), to: laterDate(to, date) });
}
