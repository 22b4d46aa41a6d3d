// Lists of samples decoded into columns, without an object for each sample.
import type { RecordName, SampleColumns } from '../generated/accesslink.ts';
import { secondsOfDuration } from '../duration.ts';
import { columnOf } from '../series/column.ts';
import { createGrowingNumbers, type GrowingNumbers } from '../series/growing-numbers.ts';
import { isJsonObject } from './json.ts';
import { fieldsOf, type RecordField } from './record-fields.ts';
import { isInRange } from './wire-values.ts';
import { millisecondsOfClock, readingOf } from './wire-times.ts';

/** Added to clock times among times that have a date: larger than those are, and no number between loses its milliseconds. */
const CLOCK_BASE = 1e15;

/** How the samples of a kind are decoded that are not sent as documented. */
export interface SampleDecoding {
  /** The sample as a record; undefined when none of its properties is readable. */
  readonly decode: (item: unknown) => object | undefined;
  readonly countUnreadable: () => void;
}

/**
 * The columns of the samples in a list. A clock time is in milliseconds since midnight, a duration in seconds; a time in
 * milliseconds since the epoch at which a clock in UTC shows it, see `clockOfMoment` for those without a date. What is not
 * sent as documented is decoded as a record.
 */
export function sampleColumnsOf(
  name: RecordName,
  items: readonly unknown[],
  { decode, countUnreadable }: SampleDecoding,
): SampleColumns<object> {
  const columns = fieldsOf(name).map((field) => ({ field, numbers: createGrowingNumbers() }));
  const row = new Float64Array(columns.length);
  for (const item of items) {
    const isRead = readPlainly(columns, item, row) || readRecord(columns, decode(item), row);
    if (!isRead) countUnreadable();
    else for (const [index, { numbers }] of columns.entries()) numbers.push(row[index] ?? Number.NaN);
  }
  return Object.fromEntries(
    columns.map(({ field, numbers }) => [field.property, columnOf(numbers.all(), numbers.length())]),
  );
}

/** The clock time in a number of a column of times, in milliseconds since midnight; null for a time that has a date. */
export function clockOfMoment(moment: number): number | null {
  return moment >= CLOCK_BASE ? moment - CLOCK_BASE : null;
}

interface GrowingColumn {
  readonly field: RecordField;
  readonly numbers: GrowingNumbers;
}

/** Reads a sample that is sent as documented; false for any other. */
function readPlainly(columns: readonly GrowingColumn[], item: unknown, row: Float64Array): boolean {
  if (!isJsonObject(item)) return false;
  for (let index = 0; index < columns.length; index += 1) {
    const field = columns[index]?.field;
    const number = field && plainNumber(field, item[field.property]);
    if (number === undefined) return false;
    row[index] = number;
  }
  return true;
}

/** The number of a value that is sent as documented, NaN for a sentinel; undefined for any other value. */
function plainNumber({ kind, isSentinel, range }: RecordField, value: unknown): number | undefined {
  if (typeof value === 'number') {
    if (kind !== 'number' && kind !== 'integer') return undefined;
    const number = kind === 'integer' ? Math.round(value) : value;
    if (isSentinel?.(number)) return Number.NaN;
    return isInRange(number, range) ? number : undefined;
  }
  if (typeof value !== 'string' || (kind !== 'clock' && kind !== 'time')) return undefined;
  return (kind === 'clock' ? millisecondsOfClock(value) : readingOf(value)?.wallMs) ?? undefined;
}

function readRecord(columns: readonly GrowingColumn[], record: object | undefined, row: Float64Array): boolean {
  if (!record) return false;
  for (const [index, { field }] of columns.entries()) {
    row[index] = numberOf(field, Reflect.get(record, field.property)) ?? Number.NaN;
  }
  return true;
}

/** The number of a decoded value; null when it is missing. */
function numberOf({ kind }: RecordField, value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  if (kind === 'clock') return millisecondsOfClock(value);
  if (kind === 'duration') return secondsOfDuration(value);
  const [reading, clock] = [readingOf(value), millisecondsOfClock(value)];
  if (reading) return reading.wallMs;
  return clock === null ? null : CLOCK_BASE + clock;
}
