// Tolerant reading of AccessLink's JSON: either spelling, number or text, absent or null, object or list.
import { type Kind, type RecordName, type Records, shapes } from '../generated/accesslink.ts';
import { withoutSentinel } from './sentinels.ts';

/** The records that could be read, and how many strange ones were left out. */
export interface Decoded<T> {
  readonly records: T[];
  readonly leftOut: number;
}

type Wire = Readonly<Record<string, unknown>>;

/** Counts what is left out while one body is read. */
interface Tally {
  leftOut: number;
}

/**
 * All records of kind `name` in a body: a list, one object, an object that holds the list under `list`, or nothing. A record whose parts have impossible types is left out and counted; the rest is served.
 */
export function decodeRecords<R extends RecordName>(name: R, body: unknown, list?: string): Decoded<Records[R]> {
  const tally: Tally = { leftOut: 0 };
  return { records: decodeList(name, recordsIn(body, list), tally), leftOut: tally.leftOut };
}

function recordsIn(body: unknown, list: string | undefined): unknown[] {
  if (body === undefined || body === null) return [];
  if (Array.isArray(body)) return body;
  if (!isWire(body)) return [body];
  const held = list === undefined ? undefined : valueOf(body, list);
  if (Array.isArray(held)) return held;
  if (held === null) return [];
  const isEmpty = Object.keys(body).length === 0;
  return isEmpty ? [] : [body];
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

/** The record, or undefined when one of its properties cannot be understood. */
function decodeRecord<R extends RecordName>(name: R, wire: Wire, tally: Tally): Records[R] | undefined {
  const shape: Readonly<Record<string, Kind>> = shapes[name];
  const record: Record<string, unknown> = {};
  for (const property in shape) {
    const value = decodeValue(shape[property] as Kind, valueOf(wire, property), tally);
    if (value === undefined) return undefined;
    record[property] = withoutSentinel(name, property, value);
  }
  return record as unknown as Records[R];
}

/** The value under its documented spelling, else under the same letters with other separators. */
function valueOf(wire: Wire, property: string): unknown {
  const exact = wire[property];
  if (exact !== undefined) return exact;
  for (const spelling of otherSpellings(property)) {
    const value = wire[spelling];
    if (value !== undefined) return value;
  }
  return null;
}

function otherSpellings(property: string): readonly string[] {
  if (property === 'inzone') return ['in-zone', 'in_zone'];
  return /[-_]/.test(property) ? [property.replaceAll('-', '_'), property.replaceAll('_', '-')] : [];
}

/** null for nothing, undefined for a value of an impossible type. */
function decodeValue(kind: Kind, value: unknown, tally: Tally): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'text' || kind === 'id') return textOf(value);
  if (kind === 'number') return numberOf(value);
  if (kind === 'integer') return integerOf(value);
  if (kind === 'boolean') return booleanOf(value);
  if (kind === 'map') return mapOf(value, tally);
  if ('list' in kind) return listOf(kind.list, value, tally);
  return isWire(value) ? decodeRecord(kind.object, value, tally) : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

function numberOf(value: unknown): number | null | undefined {
  if (typeof value === 'number') return value;
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
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
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

/** A list, one object instead of a list of one, or an object around the list (`{samples: […]}`). */
function listOf(name: RecordName, value: unknown, tally: Tally): unknown[] | undefined {
  if (Array.isArray(value)) return decodeList(name, value, tally);
  if (!isWire(value)) return undefined;
  const inner = value['samples'];
  return Array.isArray(inner) && !('samples' in shapes[name])
    ? decodeList(name, inner, tally)
    : decodeList(name, [value], tally);
}

function isWire(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
