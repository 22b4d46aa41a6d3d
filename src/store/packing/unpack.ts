// Reads packed values.
import { type ByteReader, createByteReader, readByte, readDouble, readSigned, readText, readWhole } from './bytes.ts';
import { dateText, minutesText, secondsText } from './clock-texts.ts';
import { dictionary } from './dictionary.ts';
import { hasOffset, timeText } from './time-texts.ts';
import { COLUMNS, MAX_DECIMALS, POWERS, ROWS, TAGS } from './tags.ts';

/** The value that was packed, as JSON gives it back. Throws RangeError for bytes that `pack` does not make. */
export function unpack(bytes: Buffer): unknown {
  return readValue(createByteReader(bytes));
}

function readValue(reader: ByteReader): unknown {
  const tag = readByte(reader);
  if (tag >= TAGS.small) return tag - TAGS.small;
  if (tag >= TAGS.word) return found(dictionary.words[tag - TAGS.word]);
  if (tag >= TAGS.decimal && tag <= TAGS.decimal + MAX_DECIMALS)
    return readSigned(reader) / (POWERS[tag - TAGS.decimal] ?? 1);
  switch (tag) {
    case TAGS.null:
      return null;
    case TAGS.false:
    case TAGS.true:
      return tag === TAGS.true;
    case TAGS.double:
      return readDouble(reader);
    case TAGS.list:
      return readList(reader);
    case TAGS.columns:
      return readRows(reader);
    case TAGS.object:
      return readObject(reader);
    case TAGS.shape:
      return readShape(reader);
    default:
      return readString(reader, tag);
  }
}

function readString(reader: ByteReader, tag: number): string {
  switch (tag) {
    case TAGS.text:
      return readText(reader, 'utf8');
    case TAGS.brokenText:
      return readText(reader, 'utf16le');
    case TAGS.dated:
      return dateText(readWhole(reader)) + String(readValue(reader));
    case TAGS.minutes:
      return minutesText(readWhole(reader));
    case TAGS.seconds:
      return secondsText(readWhole(reader));
    case TAGS.time:
      return readTime(reader);
    case TAGS.prefixed:
      return found(dictionary.prefixes[readWhole(reader)]) + String(readValue(reader));
    default:
      throw new RangeError('Cannot read a value: nothing begins like this');
  }
}

function readTime(reader: ByteReader): string {
  const form = readByte(reader);
  const time = readWhole(reader);
  return timeText({ form, time, offset: hasOffset(form) ? readSigned(reader) : 0 });
}

/** What the dictionary has. Throws when it is not in this version. */
function found<T>(entry: T | undefined): T {
  if (entry === undefined) throw new RangeError('Cannot read a value: the dictionary does not have it');
  return entry;
}

function readList(reader: ByteReader): unknown[] {
  return readValues(reader, readWhole(reader));
}

function readValues(reader: ByteReader, length: number): unknown[] {
  const list: unknown[] = [];
  for (let index = 0; index < length; index++) list.push(readValue(reader));
  return list;
}

function readShape(reader: ByteReader): object {
  const { keys } = found(dictionary.shapes[readWhole(reader)]);
  const object: Record<string, unknown> = {};
  for (const key of keys) object[key] = readValue(reader);
  return object;
}

function readObject(reader: ByteReader): object {
  const length = readWhole(reader);
  const object: Record<string, unknown> = {};
  for (let index = 0; index < length; index++) {
    const key = String(readValue(reader));
    const value = readValue(reader);
    // An assignment would set the prototype.
    if (key === '__proto__')
      Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
    else object[key] = value;
  }
  return object;
}

function readRows(reader: ByteReader): unknown[] {
  const length = readWhole(reader);
  const rows = readByte(reader);
  if (rows === ROWS.values) return readColumn(reader, length);
  const id = readWhole(reader);
  if (rows === ROWS.lists) return readLists(reader, length, id);
  const { keys } = found(dictionary.shapes[id]);
  const columns = keys.map(() => readColumn(reader, length));
  const list: unknown[] = [];
  for (let row = 0; row < length; row++) {
    const object: Record<string, unknown> = {};
    for (let column = 0; column < keys.length; column++) object[keys[column] ?? ''] = columns[column]?.[row];
    list.push(object);
  }
  return list;
}

function readLists(reader: ByteReader, length: number, width: number): unknown[] {
  const columns: unknown[][] = [];
  for (let column = 0; column < width; column++) columns.push(readColumn(reader, length));
  const lists: unknown[] = [];
  const [first = [], second = []] = columns;
  for (let row = 0; row < length; row++)
    lists.push(width === 2 ? [first[row], second[row]] : columns.map((column) => column[row]));
  return lists;
}

function readColumn(reader: ByteReader, length: number): unknown[] {
  const kind = readByte(reader);
  if (kind === COLUMNS.values) return readValues(reader, length);
  const numbers = readDifferences(reader, length);
  if (kind === COLUMNS.minutes) return numbers.map(minutesText);
  if (kind === COLUMNS.seconds) return numbers.map(secondsText);
  const power = found(POWERS[kind - COLUMNS.decimal]);
  return power === 1 ? numbers : numbers.map((number) => number / power);
}

function readDifferences(reader: ByteReader, length: number): number[] {
  let number = readSigned(reader);
  const step = readSigned(reader);
  const numbers = [number];
  let zeros = 0;
  while (numbers.length < length) {
    let rest = 0;
    if (zeros > 0) zeros -= 1;
    else {
      rest = readSigned(reader);
      if (rest === 0) zeros = readWhole(reader) - 1;
    }
    number += step + rest;
    numbers.push(number);
  }
  return numbers;
}
