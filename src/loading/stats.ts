// What one operation cost, and what of AccessLink's data it could not use: counted while it runs, sent with its response.
import type { DecodingReason } from '../accesslink/decode.ts';
import { earlierDate, type IsoDate, laterDate } from '../calendar.ts';
import type { ReadError } from './errors.ts';

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
  /** How often a warning was counted. */
  warned: number;
  /** What AccessLink sent and could not be used. */
  readonly warnings: Map<string, DataWarning>;
  /** Dates that AccessLink does not serve and of which nothing is retained, by resource and reason. */
  readonly absent: Map<string, AbsentDates>;
  /** What could not be read, each date of a resource once. */
  readonly failures: ReadError[];
  /** The requests that this operation sent or joined: none is counted twice. */
  readonly counted: Set<object>;
  /** The resources and keys, as one text, of cache entries that this operation took from the store tier. */
  readonly stored: Set<string>;
  readonly freshness: FreshnessRecord;
}

/** How long an answer stays what it is. */
export interface Freshness {
  /** When the first of the records that were read is not fresh any more, in milliseconds since the epoch. */
  readonly freshUntil: number;
  /** Whether nothing that was read has been replaced, dropped, invalidated or erased since. */
  readonly isUnchanged: () => boolean;
}

/** The freshness of what an operation has read so far. */
export interface FreshnessRecord extends Freshness {
  /** Includes records that were read, by the end of their time to live. */
  readonly include: (freshUntil: number) => void;
  /** Watches where records were read. */
  readonly watch: (isUnchanged: () => boolean) => void;
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
/**
 * Why something could not be used. `stray`: records that belong to none of the days that were asked for. `unconverted`:
 * records, or series of them, whose conversion failed.
 */
export type WarningReason = DecodingReason | 'stray' | 'unconverted';

/** What could not be used: how often, in which property of which day. It never holds a value. */
export interface DataWarning {
  readonly resource: string;
  /** Null when it is about no day, or about several. */
  readonly date: IsoDate | null;
  /** AccessLink's record and its property, `Sleep.sleep_score`; null when it is about whole records. */
  readonly property: string | null;
  readonly reason: WarningReason;
  readonly count: number;
}

/** So many warnings have an entry of their own; further ones are counted by resource and reason. */
const MAX_WARNINGS = 50;

/** Nothing counted yet. */
export function createOperationStats(): OperationStats {
  return {
    calls: 0,
    fromMemory: 0,
    fromStore: 0,
    joined: 0,
    stale: 0,
    warned: 0,
    warnings: new Map(),
    absent: new Map(),
    failures: [],
    counted: new Set(),
    stored: new Set(),
    freshness: createFreshness(),
  };
}

function createFreshness(): FreshnessRecord {
  const watched: (() => boolean)[] = [];
  const freshness = {
    freshUntil: Number.POSITIVE_INFINITY,
    isUnchanged: () => watched.every((isUnchanged) => isUnchanged()),
    include: (end: number) => {
      freshness.freshUntil = Math.min(freshness.freshUntil, end);
    },
    watch: (isUnchanged: () => boolean) => void watched.push(isUnchanged),
  };
  return freshness;
}

/** Counts what could not be used. Equal warnings are one, with their counts added up; without a count it is none. */
export function warn(stats: OperationStats, warning: DataWarning): void {
  if (warning.count <= 0) return;
  stats.warned += 1;
  const { warnings } = stats;
  const own = keyOf(warning);
  const isFull = warnings.size >= MAX_WARNINGS && !warnings.has(own);
  const counted = isFull ? { ...warning, date: null, property: null } : warning;
  const key = keyOf(counted);
  warnings.set(key, { ...counted, count: counted.count + (warnings.get(key)?.count ?? 0) });
}

function keyOf({ resource, date, property, reason }: DataWarning): string {
  return JSON.stringify([resource, date, property, reason]);
}

/** Counts a date that is absent: once for each resource and reason. */
export function countAbsent({ absent }: OperationStats, { resource, reason, date }: AbsentDate): void {
  const key = `${resource} ${reason}`;
  const { from, to } = absent.get(key) ?? { from: date, to: date };
  absent.set(key, { resource, reason, from: earlierDate(from, date), to: laterDate(to, date) });
}
