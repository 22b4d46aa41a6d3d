// Decoding of one record with all its parts: each property is read in any form that was seen, and measured.
import type { RecordName, Records } from '../generated/accesslink.ts';
import { isIsoDate } from '../calendar.ts';
import { clockEntriesIn } from './clock-entries.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { emptyRecord, fieldsOf, isOfKind, type RecordField, sentValue, soleFieldOf } from './record-fields.ts';
import { type Column, columnOfValues } from '../series/column.ts';
import { sampleColumnsOf } from './sample-columns.ts';
import { isFitting, isInRange, isNothing, type ScalarKind, scalarFrom, strayTokens, valuesIn } from './wire-values.ts';
import { clockIn, isClock } from './wire-times.ts';
import { nestedItemsIn } from './wrappers.ts';

/** Times within a day that has its date elsewhere: they may be sent as clock times. */
const TIMES_OF_DAY: ReadonlySet<string> = new Set(['timestamp', 'stamp']);

/** How often values of a property did not fit, by the path of the property, in one record with all its parts. */
export type Misfits = Map<string, number>;

/** A map of clock times, in wire order: only the order shows on which side of midnight a time lies. */
type ClockEntries = [time: string, value: number | null][];

/**
 * The record in a value, or undefined when none of its properties is readable. A kind with one property may be sent as the
 * value of that property.
 */
export function decodeRecord<R extends RecordName>(name: R, value: unknown, misfits: Misfits): Records[R] | undefined {
  if (isJsonObject(value)) return decodeObject(name, value, misfits);
  const sole = value === null || value === undefined ? undefined : soleFieldOf(name);
  return sole && decodeObject(name, { [sole.property]: value }, misfits);
}

function decodeObject<R extends RecordName>(name: R, wire: JsonObject, misfits: Misfits): Records[R] | undefined {
  const record = emptyRecord(name);
  const unreadable: RecordField[] = [];
  let readable = 0;
  for (const field of fieldsOf(name)) {
    const sent = sentValue(wire, field);
    const value = sent === null || sent === undefined ? null : valueFrom(field, sent, misfits);
    if (value === undefined) unreadable.push(field);
    else if (sent !== undefined) readable += 1;
    if (value !== undefined && value !== null) record[field.property] = value;
  }
  if (readable === 0 && Object.keys(wire).length > 0) return undefined;
  for (const { path } of unreadable) count(misfits, path);
  return record as unknown as Records[R];
}

type FieldOf<K> = RecordField & { readonly kind: K };
type MapKind = { readonly map: 'integer' | 'number' };
type ListKind = { readonly list: RecordName };
type ColumnsKind = { readonly columns: RecordName };

const isScalar = (field: RecordField): field is FieldOf<ScalarKind> => typeof field.kind === 'string';
const isMap = (field: RecordField): field is FieldOf<MapKind> => typeof field.kind === 'object' && 'map' in field.kind;
const isList = (field: RecordField): field is FieldOf<ListKind> =>
  typeof field.kind === 'object' && 'list' in field.kind;
const isColumns = (field: RecordField): field is FieldOf<ColumnsKind> =>
  typeof field.kind === 'object' && 'columns' in field.kind;

/** null for nothing and for what does not fit, undefined for a value of an impossible type. */
function valueFrom(field: RecordField, sent: unknown, misfits: Misfits): unknown {
  if (isScalar(field)) return scalarOf(field, sent, misfits);
  if (isMap(field)) return mapOf(field, sent, misfits);
  if (isList(field)) return listOf(field, sent, misfits);
  if (isColumns(field)) return columnsOf(field, sent, misfits);
  return typeof field.kind === 'object' && 'object' in field.kind
    ? objectOf(field.kind.object, sent, misfits)
    : undefined;
}

function scalarOf(field: FieldOf<ScalarKind>, sent: unknown, misfits: Misfits): unknown {
  const { kind } = field;
  const value = scalarFrom(kind, sent);
  if (value === null || value === undefined) return value;
  if (typeof value === 'number') return numberOf(field, value, misfits);
  if (kind === 'values') return valuesOf(field, String(value), misfits);
  if (isFitting(kind, value) || (TIMES_OF_DAY.has(field.property) && isClock(String(value)))) return value;
  if (isNothing(String(value))) return null;
  count(misfits, field.path);
  // A date alone is no time, but shows the day of its record.
  return kind === 'time' && isIsoDate(String(value)) ? value : null;
}

function valuesOf({ path }: RecordField, text: string, misfits: Misfits): Column {
  count(misfits, path, strayTokens(text));
  return columnOfValues(valuesIn(text));
}

/** A value that is none stays as a gap, so that the one before it does not seem to last longer. */
function mapOf(field: FieldOf<MapKind>, sent: unknown, misfits: Misfits): ClockEntries | undefined {
  const entries: ClockEntries = [];
  const sentEntries = clockEntriesIn(sent);
  for (const [time, reading] of sentEntries ?? []) {
    const clock = clockIn(time);
    const value = reading === null ? null : scalarFrom(field.kind.map, reading);
    const isNumber = typeof value === 'number';
    if (clock !== null) entries.push([clock, isNumber ? numberOf(field, value, misfits) : null]);
    if (clock === null || (!isNumber && value !== null)) count(misfits, field.path);
  }
  return sentEntries && entries;
}

function numberOf({ isSentinel, range, path }: RecordField, value: number, misfits: Misfits): number | null {
  if (isSentinel?.(value)) return null;
  if (isInRange(value, range)) return value;
  count(misfits, path);
  return null;
}

function listOf({ kind: { list: name }, path }: FieldOf<ListKind>, sent: unknown, misfits: Misfits): unknown {
  if (typeof sent !== 'object' && !soleFieldOf(name)) return undefined;
  const records: unknown[] = [];
  for (const item of nestedItemsIn(name, sent).items) {
    const record = decodeRecord(name, item, misfits);
    if (record === undefined) count(misfits, path);
    else records.push(record);
  }
  return records;
}

function columnsOf({ kind: { columns: name }, path }: FieldOf<ColumnsKind>, sent: unknown, misfits: Misfits): unknown {
  if (typeof sent !== 'object') return undefined;
  return sampleColumnsOf(name, nestedItemsIn(name, sent).items, {
    decode: (item) => decodeRecord(name, item, misfits),
    countUnreadable: () => count(misfits, path),
  });
}

/** An object, or a list of one. A kind that holds one list may be sent as that list. */
function objectOf(name: RecordName, sent: unknown, misfits: Misfits): unknown {
  if (!Array.isArray(sent)) return isJsonObject(sent) ? decodeRecord(name, sent, misfits) : undefined;
  const [item, ...others] = sent;
  if (sent.length === 0) return null;
  if (isJsonObject(item) && isOfKind(name, item) && others.length === 0) return decodeRecord(name, item, misfits);
  const [list, ...otherLists] = fieldsOf(name).filter((field) => isList(field) || isColumns(field));
  const itemName = list && (isList(list) ? list.kind.list : list.kind.columns);
  const isInList = (one: unknown) => itemName && isJsonObject(one) && isOfKind(itemName, one);
  if (!list || otherLists.length > 0 || !sent.some(isInList)) return undefined;
  return decodeRecord(name, { [list.property]: sent }, misfits);
}

function count(misfits: Misfits, path: string, times = 1): void {
  if (times > 0) misfits.set(path, (misfits.get(path) ?? 0) + times);
}
