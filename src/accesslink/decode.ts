// Tolerant decoding of AccessLink's JSON: either spelling, number or text, absent or null, object or list.
import { type Kind, type RecordName, type Records, shapes } from '../generated/accesslink.ts';
import { withoutSentinel } from './sentinels.ts';
import { isJsonObject, type JsonObject } from './json.ts';

/** The readable records, and how many records, and parts of records, were skipped as unreadable. */
export interface Decoded<T> {
  readonly records: T[];
  readonly skipped: number;
}

/** Counts the skipped records and parts of one body while it is decoded. */
interface SkipCounter {
  skipped: number;
}

/**
 * All records of kind `name` in a body: a list, one object, an object that holds the list under `list`, or nothing.
 * Unreadable parts are skipped and counted: a property of an impossible type becomes null, and a record is skipped as a
 * whole only when none of its properties is readable.
 */
export function decodeRecords<R extends RecordName>(name: R, body: unknown, list?: string): Decoded<Records[R]> {
  const counter: SkipCounter = { skipped: 0 };
  const records = decodeList(name, itemsIn(body, list), counter);
  return { records, skipped: counter.skipped };
}

/** The items of a list, of one object in place of a list of one, or of an object with either under `wrapper`. */
function itemsIn(value: unknown, wrapper: string | undefined): readonly unknown[] {
  if (!isJsonObject(value)) return listOf(value);
  if (wrapper !== undefined && Object.hasOwn(value, wrapper)) return listOf(value[wrapper]);
  return Object.keys(value).length === 0 ? [] : [value];
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function decodeList<R extends RecordName>(name: R, values: readonly unknown[], counter: SkipCounter): Records[R][] {
  const records: Records[R][] = [];
  for (const value of values) {
    const record = isJsonObject(value) ? decodeRecord(name, value, counter) : undefined;
    if (record === undefined) counter.skipped += 1;
    else records.push(record);
  }
  return records;
}

/** The record, or undefined when the object has properties and none of them is readable. */
function decodeRecord<R extends RecordName>(name: R, wire: JsonObject, counter: SkipCounter): Records[R] | undefined {
  const shape: Readonly<Record<string, Kind>> = shapes[name];
  const record: Record<string, unknown> = {};
  let readable = 0;
  let unreadable = 0;
  for (const property in shape) {
    const sent = valueOf(wire, property);
    const value = decodeValue(shape[property] as Kind, sent, counter);
    if (value === undefined) unreadable += 1;
    else if (sent !== undefined) readable += 1;
    record[property] = withoutSentinel(name, property, value ?? null);
  }
  if (readable === 0 && Object.keys(wire).length > 0) return undefined;
  counter.skipped += unreadable;
  return record as unknown as Records[R];
}

/** Every property spelled with other separators: live servers mix them within one record, and omit them (`inzone`). */
const otherSpellings: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(shapes)
    .flatMap((shape) => Object.keys(shape))
    .map((property) => [property, ['_', '-', ''].map((separator) => property.replaceAll(/[-_]/g, separator))]),
);

/** The value under its documented spelling, else under another one. */
function valueOf(wire: JsonObject, property: string): unknown {
  const exact = wire[property];
  if (exact !== undefined && exact !== null) return exact;
  const other = otherSpellings.get(property)?.find((spelling) => (wire[spelling] ?? null) !== null);
  return other === undefined ? exact : wire[other];
}

/** null for nothing, undefined for a value of an impossible type. */
function decodeValue(kind: Kind, value: unknown, counter: SkipCounter): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'text' || kind === 'id') return textOf(value);
  if (kind === 'number') return numberOf(value);
  if (kind === 'integer') return integerOf(value);
  if (kind === 'boolean') return booleanOf(value);
  if (kind === 'map') return mapOf(value, counter);
  if (typeof value !== 'object') return undefined;
  if ('list' in kind) return decodeList(kind.list, itemsIn(value, 'samples'), counter);
  const [item, ...others] = listOf(value);
  if (item === undefined) return null;
  return isJsonObject(item) && others.length === 0 ? decodeRecord(kind.object, item, counter) : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

function numberOf(value: unknown): number | null | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text === '' || text.toLowerCase() === 'null') return null;
  return Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** Live servers send fractions where whole numbers are documented. */
function integerOf(value: unknown): number | null | undefined {
  const number = numberOf(value);
  return typeof number === 'number' ? Math.round(number) : number;
}

function booleanOf(value: unknown): boolean | undefined {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (text === true || text === 'true' || text === 1) return true;
  return text === false || text === 'false' || text === 0 ? false : undefined;
}

/** Entries in wire order: only the order shows on which side of midnight a time lies. */
function mapOf(value: unknown, counter: SkipCounter): [string, number | null][] | undefined {
  if (!isJsonObject(value)) return undefined;
  const entries: [string, number | null][] = [];
  for (const [time, reading] of Object.entries(value)) {
    const number = reading === null ? null : numberOf(reading);
    if (number === undefined || !/^\d{1,2}:\d{2}/.test(time)) counter.skipped += 1;
    else entries.push([time, number]);
  }
  return entries;
}
