// The time to live of cached records: the older their day, the longer.
import { daysBetween, type IsoDate } from '../../calendar.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** By the age of the day, for records and for "nothing". A watch may sync days late. */
const RULES = [
  { ageDays: 28, records: 14 * DAY, nothing: 3 * DAY },
  { ageDays: 7, records: DAY, nothing: 12 * HOUR },
  { ageDays: 2, records: 6 * HOUR, nothing: HOUR },
  { ageDays: 1, records: 30 * MINUTE, nothing: 15 * MINUTE },
];

/** Today, days to come, and records without a day (a list, the user) change at any time. */
const CHANGING = 5 * MINUTE;
const SPREAD = 0.2;

export interface TtlInput {
  /** The day of the records; null for records without one. */
  readonly date: IsoDate | null;
  readonly today: IsoDate;
  readonly isNothing: boolean;
  /** Any text that differs between entries: expiry is spread by it, so that nothing expires together. */
  readonly key: string;
}

/**
 * Whether "nothing" that day may only mean that AccessLink does not serve the day any more: what is known of it stays
 * then. The shortest documented window is 28 days.
 */
export function isBeyondWindows(date: IsoDate | null, today: IsoDate): boolean {
  return date !== null && daysBetween(date, today) >= 28;
}

/** The time to live in milliseconds of what was just read, shortened by up to a fifth so that expiry is spread. */
export function ttlMs({ date, today, isNothing, key }: TtlInput): number {
  const base = date === null ? CHANGING : ttlAtAge(daysBetween(date, today), isNothing);
  return spread(base, key);
}

/** A duration in milliseconds, shortened by up to a fifth by a key, so that nothing expires together. */
export function spread(durationMs: number, key: string): number {
  return Math.round(durationMs * (1 - SPREAD * fractionOf(key)));
}

function ttlAtAge(ageDays: number, isNothing: boolean): number {
  const rule = RULES.find((one) => ageDays >= one.ageDays);
  if (!rule) return CHANGING;
  return isNothing ? rule.nothing : rule.records;
}

/** FNV-1a of the key, mixed once more since neighbouring dates differ in their last character only; from 0 to 1. */
function fractionOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0xffffffff;
}
