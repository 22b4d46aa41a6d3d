// Tolerant reading of AccessLink's JSON: either spelling, number or text, absent or null, object or list.
import { type Kind, type RecordName, type Records, shapes } from '../generated/accesslink.ts';
import { withoutSentinel } from './sentinels.ts';

/** The records that could be read, and how many strange ones, and strange parts of others, were left out. */
export interface Decoded<T> {
  readonly records: T[];
  readonly skipped: number;
}

type Wire = Readonly<Record<string, unknown>>;

/** Counts what is left out while one body is read. */
interface Tally {
  leftOut: number;
}

/**
 * All records of kind `name` in a body: a list, one object, an object that holds the list under `list`, or nothing. What
 * cannot be understood is left out and counted, the rest is served: a property of an impossible type becomes null, and
 * only a record of which nothing is understood goes as a whole.
 */
export function decodeRecords<R extends RecordName>(name: R, body: unknown, list?: string): Decoded<Records[R]> {
  const tally: Tally = { leftOut: 0 };
  const records = decodeList(name, itemsIn(body, list), tally);
  return { records, skipped: tally.leftOut };
}

/** What should be records: of a list, of one object instead of a list of one, of an object around either. */
function itemsIn(value: unknown, wrapper: string | undefined): readonly unknown[] {
  if (!isWire(value)) return listOf(value);
  if (wrapper !== undefined && Object.hasOwn(value, wrapper)) return listOf(value[wrapper]);
  return Object.keys(value).length === 0 ? [] : [value];
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function decodeList<R extends RecordName>(name: R, values: readonly unknown[], tally: Tally): Records[R][] {
  const records: Records[R][] = [];
  for (const value of values) {
    const record = isWire(value) ? decodeRecord(name, value, tally) : undefined;
    if (record === undefined) tally.leftOut += 1;
    else records.push(record);
  }
  return records;
}

/** The record, or undefined when the object has properties and none of them is understood. */
function decodeRecord<R extends RecordName>(name: R, wire: Wire, tally: Tally): Records[R] | undefined {
  const shape: Readonly<Record<string, Kind>> = shapes[name];
  const record: Record<string, unknown> = {};
  let understood = 0;
  let strange = 0;
  for (const property in shape) {
    const sent = valueOf(wire, property);
    const value = decodeValue(shape[property] as Kind, sent, tally);
    if (value === undefined) strange += 1;
    else if (sent !== undefined) understood += 1;
    record[property] = withoutSentinel(name, property, value ?? null);
  }
  if (understood === 0 && Object.keys(wire).length > 0) return undefined;
  tally.leftOut += strange;
  return record as unknown as Records[R];
}

/** Every property under other separators: live servers mix them within one record, and drop them (`inzone`). */
const otherSpellings: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(shapes)
    .flatMap((shape) => Object.keys(shape))
    .map((property) => [property, ['_', '-', ''].map((separator) => property.replaceAll(/[-_]/g, separator))]),
);

/** The value under its documented spelling, else under another one. */
function valueOf(wire: Wire, property: string): unknown {
  const exact = wire[property];
  if (exact !== undefined && exact !== null) return exact;
  const other = otherSpellings.get(property)?.find((spelling) => (wire[spelling] ?? null) !== null);
  return other === undefined ? exact : wire[other];
}

/** null for nothing, undefined for a value of an impossible type. */
function decodeValue(kind: Kind, value: unknown, tally: Tally): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'text' || kind === 'id') return textOf(value);
  if (kind === 'number') return numberOf(value);
  if (kind === 'integer') return integerOf(value);
  if (kind === 'boolean') return booleanOf(value);
  if (kind === 'map') return mapOf(value, tally);
  if (typeof value !== 'object') return undefined;
  if ('list' in kind) return decodeList(kind.list, itemsIn(value, 'samples'), tally);
  const [item, ...others] = listOf(value);
  if (item === undefined) return null;
  return isWire(item) && others.length === 0 ? decodeRecord(kind.object, item, tally) : undefined;
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

/** Entries in wire order: the order alone tells on which side of midnight a time lies. */
function mapOf(value: unknown, tally: Tally): [string, number | null][] | undefined {
  if (!isWire(value)) return undefined;
  const entries: [string, number | null][] = [];
  for (const [time, reading] of Object.entries(value)) {
    const number = reading === null ? null : numberOf(reading);
    if (number === undefined || !/^\d{1,2}:\d{2}/.test(time)) tally.leftOut += 1;
    else entries.push([time, number]);
  }
  return entries;
}

function isWire(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
