// Tolerant decoding of AccessLink's JSON: either spelling, number or text, absent or null, object or list. What does not fit
// its field is null, with a warning.
import { type RecordName, type Records, shapes } from '../generated/accesslink.ts';
import { decodeRecord, type Misfits } from './record-decoder.ts';
import { itemsIn } from './wrappers.ts';

/**
 * `value`: values that are null, or parts of a list that were left out. `record`: whole records that were left out.
 * `without-id`: records to which nothing can refer. `repeated`: records that were sent again under the same id.
 */
export type DecodingReason = 'value' | 'record' | 'without-id' | 'repeated';

/** Something in a body that could not be used, and how often in one record. */
export interface DecodingWarning<T> {
  /** Null when the record itself was left out. */
  readonly record: T | null;
  /** The innermost record and its property, `Sleep.sleep_score`; null when it is about a whole record. */
  readonly property: string | null;
  readonly reason: DecodingReason;
  readonly count: number;
}

/** The readable records of a body. */
export interface Decoded<T> {
  readonly records: T[];
  readonly warnings: readonly DecodingWarning<T>[];
  /** Whether the body is a list, or an object around one. It may be empty. */
  readonly isList: boolean;
}

interface Item<T> {
  readonly record: T | undefined;
  readonly misfits: Misfits;
}

/**
 * All records of kind `name` in a body: a list, one object, an object around either, or nothing. A value that does not fit
 * its field is null, and a record is left out only when none of its properties is readable. Of records with the same id one
 * is used: the one with more properties, the last of equal ones.
 */
export function decodeRecords<R extends RecordName>(name: R, body: unknown): Decoded<Records[R]> {
  const { items, isList } = itemsIn(name, body);
  const read = items.map((item): Item<Records[R]> => {
    const misfits: Misfits = new Map();
    return { record: decodeRecord(name, item, misfits), misfits };
  });
  const readable = read.filter((item): item is Item<Records[R]> & { record: Records[R] } => item.record !== undefined);
  const used = Object.hasOwn(shapes[name], 'id') ? withoutRepeats(readable) : readable;
  const warnings = used.flatMap(({ record, misfits }) => warningsOf(name, record, misfits));
  const leftOut = [
    { record: null, property: null, reason: 'record', count: read.length - readable.length } as const,
    { record: null, property: null, reason: 'repeated', count: readable.length - used.length } as const,
  ].filter(({ count }) => count > 0);
  return { records: used.map(({ record }) => record), warnings: [...warnings, ...leftOut], isList };
}

function warningsOf<T extends object>(name: RecordName, record: T, misfits: Misfits): DecodingWarning<T>[] {
  const values = [...misfits].map(([property, count]) => ({ record, property, reason: 'value', count }) as const);
  const isWithoutId = Reflect.get(record, 'id') === null && Object.hasOwn(shapes[name], 'id');
  return isWithoutId ? [...values, { record, property: null, reason: 'without-id', count: 1 }] : values;
}

function withoutRepeats<T extends object>(items: readonly (Item<T> & { record: T })[]) {
  const best = new Map<unknown, object>();
  for (const { record } of items) {
    const id: unknown = Reflect.get(record, 'id');
    const known = best.get(id);
    if (!known || properties(record) >= properties(known)) best.set(id, record);
  }
  return items.filter(({ record }) => {
    const id: unknown = Reflect.get(record, 'id');
    return id === null || best.get(id) === record;
  });
}

function properties(record: object): number {
  return Object.values(record).filter((value) => value !== null).length;
}
