// Columns of records as JSON: each is one text.
import { type Kind, type RecordName, shapes } from '../generated/accesslink.ts';
import { type Column, columnOfValues } from '../series/column.ts';
import { columnOfNumbers, columnOfText, textOfColumn } from '../series/column-text.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { decodeRecord } from './record-decoder.ts';
import { valuesIn } from './wire-values.ts';

/** Records with texts in the place of their columns; `withColumns` reads them. Records without columns are the same. */
export function withoutColumns(records: readonly unknown[]): readonly unknown[] {
  return records.map(storedFrom);
}

/**
 * Records with the columns of such texts. Lists of samples, as they were stored before there were columns, are decoded into
 * them.
 */
export function withColumns(stored: readonly unknown[]): readonly unknown[] {
  return stored.map((record) => {
    const name = isJsonObject(record) ? kindOf(record) : undefined;
    return name && isJsonObject(record) ? restored(name, record) : record;
  });
}

function storedFrom(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return textOfColumn(value as Column);
  if (Array.isArray(value)) return isJsonObject(value[0]) ? value.map(storedFrom) : value;
  const record = value as Record<string, unknown>;
  let changed: Record<string, unknown> | null = null;
  for (const property of Object.keys(record)) {
    const one = record[property];
    const stored = storedFrom(one);
    if (stored !== one) (changed ??= { ...record })[property] = stored;
  }
  return changed ?? record;
}

/** A column of samples. Its times without a date are larger than any value is that AccessLink sends. */
function columnIn(text: string): Column {
  return columnOfText(text) ?? columnOfNumbers(text);
}

type Shape = Readonly<Record<string, Kind>>;

/** The properties with columns in them, of each kind of record that has some. */
const columnKinds: ReadonlyMap<string, Shape> = new Map(
  Object.entries<Shape>(shapes).flatMap(([name, shape]) => {
    const properties = Object.entries(shape).filter(([, kind]) => hasColumns(kind));
    return properties.length > 0 ? [[name, Object.fromEntries(properties)] as const] : [];
  }),
);

function hasColumns(kind: Kind): boolean {
  if (typeof kind === 'string') return kind === 'values';
  if ('map' in kind) return false;
  return 'columns' in kind || Object.values<Kind>(shapes['object' in kind ? kind.object : kind.list]).some(hasColumns);
}

/** The kind of a record that has columns: all its properties are of that kind. */
function kindOf(record: JsonObject): RecordName | undefined {
  for (const [name, columns] of columnKinds) {
    if (!Object.keys(columns).some((property) => isFilled(record[property]))) continue;
    const shape = shapes[name as RecordName];
    if (Object.keys(record).every((property) => Object.hasOwn(shape, property))) return name as RecordName;
  }
  return undefined;
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function restored(name: RecordName, record: JsonObject): JsonObject {
  const columns = Object.entries(columnKinds.get(name) ?? {}).filter(([property]) => isFilled(record[property]));
  const values = columns.map(([property, kind]) => [property, valueFrom({ name, property, kind }, record[property])]);
  return { ...record, ...Object.fromEntries(values) };
}

interface ColumnProperty {
  readonly name: RecordName;
  readonly property: string;
  readonly kind: Kind;
}

function valueFrom({ name, property, kind }: ColumnProperty, stored: unknown): unknown {
  if (typeof kind === 'string')
    return typeof stored === 'string' ? (columnOfText(stored) ?? columnOfValues(valuesIn(stored))) : stored;
  if ('list' in kind) return Array.isArray(stored) ? stored.map((item) => restored(kind.list, item)) : stored;
  if ('object' in kind) return isJsonObject(stored) ? restored(kind.object, stored) : stored;
  if (isJsonObject(stored))
    return Object.fromEntries(Object.entries(stored).map(([column, text]) => [column, columnIn(String(text))]));
  return Reflect.get(decodeRecord(name, { [property]: stored }, new Map()) ?? {}, property) ?? null;
}
