// Packs a JSON value into few bytes: what the dictionary has by its number, series as columns of differences.
import { behindDate, clockMinutes, clockSeconds, dateNumber } from './clock-texts.ts';
import {
  type ByteWriter,
  createByteWriter,
  writeByte,
  writeDouble,
  writeSigned,
  writeText,
  writeWhole,
} from './bytes.ts';
import { writeColumn } from './pack-columns.ts';
import { decimalsOf } from './decimals.ts';
import { dictionary, type Shape } from './dictionary.ts';
import { hasOffset, type TimeNumbers, timeNumbers } from './time-texts.ts';
import { MAX_DECIMALS, POWERS, ROWS, TAGS } from './tags.ts';

const SMALL = 128;
/** Fewer rows than these are no series. */
const MIN_ROWS = 3;
const MAX_WIDTH = 16;
const LONGEST_WORD = 40;

/** The bytes of a value: `unpack` gives back what JSON would. Throws TypeError for what JSON cannot express. */
export function pack(value: unknown): Buffer {
  const writer = createByteWriter();
  writeValue(writer, value);
  return writer.bytes.subarray(0, writer.at);
}

function writeValue(writer: ByteWriter, value: unknown): void {
  if (typeof value === 'number') writeNumber(writer, value);
  else if (typeof value === 'string') writeString(writer, value);
  else if (typeof value === 'object' && value !== null) writeObjectOrList(writer, value);
  else if (typeof value === 'boolean') writeByte(writer, value ? TAGS.true : TAGS.false);
  else if (typeof value === 'bigint') throw new TypeError('Cannot pack a value: JSON has no bigint');
  else writeByte(writer, TAGS.null);
}

function writeNumber(writer: ByteWriter, number: number): void {
  if (Number.isInteger(number) && number >= 0 && number < SMALL) return writeByte(writer, TAGS.small + number);
  if (!Number.isFinite(number)) return writeByte(writer, TAGS.null);
  const decimals = decimalsOf(number);
  if (decimals > MAX_DECIMALS) {
    writeByte(writer, TAGS.double);
    return writeDouble(writer, number);
  }
  writeByte(writer, TAGS.decimal + decimals);
  writeSigned(writer, Math.round(number * (POWERS[decimals] ?? 1)));
}

function writeString(writer: ByteWriter, text: string): void {
  if (text.length <= LONGEST_WORD) {
    const word = dictionary.wordOf.get(text);
    if (word !== undefined) return writeByte(writer, TAGS.word + word);
    const minutes = clockMinutes(text);
    if (minutes >= 0) return writeTagged(writer, TAGS.minutes, minutes);
    const seconds = clockSeconds(text);
    if (seconds >= 0) return writeTagged(writer, TAGS.seconds, seconds);
    const date = dateNumber(text);
    if (date >= 0) {
      writeTagged(writer, TAGS.dated, date);
      return writeString(writer, behindDate(text));
    }
    const time = text.startsWith('T') ? timeNumbers(text) : null;
    if (time) return writeTime(writer, time);
  }
  if (text.startsWith('https://')) {
    const prefix = dictionary.prefixes.findIndex((each) => text.startsWith(each));
    if (prefix >= 0) {
      writeTagged(writer, TAGS.prefixed, prefix);
      return writeString(writer, text.slice(dictionary.prefixes[prefix]?.length));
    }
  }
  const isWhole = text.isWellFormed();
  writeByte(writer, isWhole ? TAGS.text : TAGS.brokenText);
  writeText(writer, text, isWhole ? 'utf8' : 'utf16le');
}

function writeTime(writer: ByteWriter, { form, time, offset }: TimeNumbers): void {
  writeByte(writer, TAGS.time);
  writeByte(writer, form);
  writeWhole(writer, time);
  if (hasOffset(form)) writeSigned(writer, offset);
}

function writeTagged(writer: ByteWriter, tag: number, whole: number): void {
  writeByte(writer, tag);
  writeWhole(writer, whole);
}

function writeObjectOrList(writer: ByteWriter, value: object): void {
  if (Array.isArray(value)) return writeList(writer, value);
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return writeValue(writer, JSON.parse(JSON.stringify(value) ?? 'null'));
  const object = value as Readonly<Record<string, unknown>>;
  const shape = shapeOf(object);
  if (!shape) return writeUnknownObject(writer, object);
  writeTagged(writer, TAGS.shape, shape.id);
  for (const key of shape.keys) writeValue(writer, object[key]);
}

/** The shape of an object; undefined when the dictionary has none. What JSON leaves out is in no shape. */
function shapeOf(object: Readonly<Record<string, unknown>>): Shape | undefined {
  const keys = Object.keys(object);
  const shape = dictionary.shapeOf.get(keys.join());
  // Without the length, a key with a comma would be taken for two.
  return shape?.keys.length === keys.length && keys.every((key) => isWritten(object[key])) ? shape : undefined;
}

/** The same without a look into the dictionary. */
function hasShape(row: unknown, { keys }: Shape): boolean {
  if (typeof row !== 'object' || row === null) return false;
  const own = Object.keys(row);
  return (
    own.length === keys.length && own.every((key, index) => key === keys[index] && isWritten(Reflect.get(row, key)))
  );
}

function isWritten(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

function writeUnknownObject(writer: ByteWriter, object: Readonly<Record<string, unknown>>): void {
  const entries = Object.entries(object).filter(([, value]) => isWritten(value));
  writeTagged(writer, TAGS.object, entries.length);
  for (const [key, value] of entries) {
    writeString(writer, key);
    writeValue(writer, value);
  }
}

function writeList(writer: ByteWriter, list: readonly unknown[]): void {
  const columns = list.length >= MIN_ROWS ? columnsOf(list) : null;
  if (!columns) {
    writeTagged(writer, TAGS.list, list.length);
    for (const value of list) writeValue(writer, value);
    return;
  }
  writeTagged(writer, TAGS.columns, list.length);
  writeByte(writer, columns.rows);
  if (columns.rows !== ROWS.values) writeWhole(writer, columns.id);
  for (const column of columns.values) writeColumn(writer, column, writeValue);
}

interface Columns {
  readonly rows: (typeof ROWS)[keyof typeof ROWS];
  /** The width of the lists, or the shape of the objects. */
  readonly id: number;
  readonly values: readonly (readonly unknown[])[];
}

/** Null when the rows are not alike. */
function columnsOf(list: readonly unknown[]): Columns | null {
  const [first] = list;
  if (typeof first === 'number')
    return list.every((value) => typeof value === 'number') ? { rows: ROWS.values, id: 0, values: [list] } : null;
  if (Array.isArray(first)) return columnsOfLists(list, first.length);
  if (typeof first !== 'object' || first === null || 'toJSON' in first) return null;
  return columnsOfObjects(list, shapeOf(first as Readonly<Record<string, unknown>>));
}

function columnsOfLists(list: readonly unknown[], width: number): Columns | null {
  if (width === 0 || width > MAX_WIDTH) return null;
  if (!list.every((row): row is unknown[] => Array.isArray(row) && row.length === width)) return null;
  const values = Array.from({ length: width }, (_, index) => list.map((row) => row[index]));
  return { rows: ROWS.lists, id: width, values };
}

function columnsOfObjects(list: readonly unknown[], shape: Shape | undefined): Columns | null {
  if (!shape) return null;
  if (!list.every((row): row is Readonly<Record<string, unknown>> => hasShape(row, shape))) return null;
  return { rows: ROWS.objects, id: shape.id, values: shape.keys.map((key) => list.map((row) => row[key])) };
}
