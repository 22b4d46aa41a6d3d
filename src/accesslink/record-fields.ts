// What the decoder knows of each property of each kind of record, found out once.
import { type Kind, type RecordName, shapes } from '../generated/accesslink.ts';
import type { JsonObject } from './json.ts';
import { type NumberRange, rangeOf } from './ranges.ts';
import { type SentinelTest, sentinelOf } from './sentinels.ts';

/** A property of a kind of record. */
export interface RecordField {
  readonly property: string;
  readonly kind: Kind;
  /** Live servers mix separators within one record, and omit them (`inzone`). The documented spelling comes first. */
  readonly spellings: readonly string[];
  readonly range: NumberRange;
  readonly isSentinel: SentinelTest | undefined;
  /** `Sleep.sleep_score`: how warnings name it. */
  readonly path: string;
}

const fieldsByRecord: ReadonlyMap<string, readonly RecordField[]> = new Map(
  Object.entries<Readonly<Record<string, Kind>>>(shapes).map(([record, shape]) => [
    record,
    Object.entries(shape).map(([property, kind]) => fieldOf(record as RecordName, property, kind)),
  ]),
);

const NONE: ReadonlySet<string> = new Set();

/** The properties of a kind of record, as documented. */
export function fieldsOf(record: RecordName): readonly RecordField[] {
  return fieldsByRecord.get(record) ?? [];
}

const emptyRecords: ReadonlyMap<string, Readonly<Record<string, null>>> = new Map(
  [...fieldsByRecord].map(([record, fields]) => [record, emptyOf(fields)]),
);

/** A new record of a kind, of which every property is null. */
export function emptyRecord(record: RecordName): Record<string, unknown> {
  return { ...emptyRecords.get(record) };
}

/**
 * Made by JSON.parse, and copied: so V8 gives all records of a kind one layout. An object that is given more than a dozen
 * properties one by one becomes a table of its own, of five times the size.
 */
function emptyOf(fields: readonly RecordField[]): Record<string, null> {
  return JSON.parse(JSON.stringify(Object.fromEntries(fields.map(({ property }) => [property, null]))));
}

/** The only property of a kind of record; undefined when it has several. */
export function soleFieldOf(record: RecordName): RecordField | undefined {
  const [field, ...others] = fieldsOf(record);
  return others.length === 0 ? field : undefined;
}

/** The value of a property under its documented spelling, else under another one; undefined when it was not sent. */
export function sentValue(wire: JsonObject, { spellings }: RecordField): unknown {
  let sent: unknown;
  for (const spelling of spellings) {
    const value = wire[spelling];
    if (value !== undefined && value !== null) return value;
    if (value === null) sent = null;
  }
  return sent;
}

/** Whether an object has a property of a kind of record, in any spelling, without counting some. */
export function isOfKind(record: RecordName, value: JsonObject, without: ReadonlySet<string> = NONE): boolean {
  return fieldsOf(record).some(
    ({ property, spellings }) => !without.has(property) && spellings.some((spelling) => Object.hasOwn(value, spelling)),
  );
}

function fieldOf(record: RecordName, property: string, kind: Kind): RecordField {
  const spellings = [property, ...['_', '-', ''].map((separator) => property.replaceAll(/[-_]/g, separator))];
  return {
    property,
    kind,
    spellings: [...new Set(spellings)],
    range: rangeOf(record, property, kind),
    isSentinel: sentinelOf(record, property),
    path: `${record}.${property}`,
  };
}
