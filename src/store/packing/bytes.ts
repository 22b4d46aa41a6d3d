// Bytes that are written and read one after another: whole numbers take as many bytes as they need.

/** What is being written; `bytes` is replaced by a larger one when it is full. */
export interface ByteWriter {
  bytes: Buffer;
  at: number;
}

/** What is being read. */
export interface ByteReader {
  readonly bytes: Buffer;
  at: number;
}

const FIRST_BYTES = 512;
const DOUBLE_BYTES = 8;
/** The most that a whole number takes. */
const WHOLE_BYTES = 8;
const BYTES_PER_CHARACTER = 3;
const LOW_BITS = 127;
const HIGH_BIT = 128;
/** Below, whole numbers have 31 bits, for which there are fast operations. */
const FAST = 2 ** 31;

export function createByteWriter(): ByteWriter {
  return { bytes: Buffer.allocUnsafe(FIRST_BYTES), at: 0 };
}

export function createByteReader(bytes: Buffer): ByteReader {
  return { bytes, at: 0 };
}

function reserve(writer: ByteWriter, more: number): void {
  const needed = writer.at + more;
  if (needed <= writer.bytes.length) return;
  const larger = Buffer.allocUnsafe(Math.max(needed, writer.bytes.length * 2));
  writer.bytes.copy(larger, 0, 0, writer.at);
  writer.bytes = larger;
}

export function writeByte(writer: ByteWriter, byte: number): void {
  if (writer.at === writer.bytes.length) reserve(writer, 1);
  writer.bytes[writer.at++] = byte;
}

/** Throws RangeError behind the end: a byte that is not there would be read as 0 for ever. */
export function readByte(reader: ByteReader): number {
  const byte = reader.bytes[reader.at++];
  if (byte === undefined) throw new RangeError('Cannot read a value: its bytes end too early');
  return byte;
}

/** A whole number from 0 on, below 2^53: seven bits a byte. */
export function writeWhole(writer: ByteWriter, whole: number): void {
  reserve(writer, WHOLE_BYTES);
  let rest = whole;
  for (; rest >= FAST; rest = Math.floor(rest / HIGH_BIT)) writer.bytes[writer.at++] = (rest % HIGH_BIT) | HIGH_BIT;
  for (; rest >= HIGH_BIT; rest >>>= 7) writer.bytes[writer.at++] = (rest & LOW_BITS) | HIGH_BIT;
  writer.bytes[writer.at++] = rest;
}

export function readWhole(reader: ByteReader): number {
  const first = readByte(reader);
  if (first < HIGH_BIT) return first;
  let whole = first & LOW_BITS;
  for (let factor = HIGH_BIT; ; factor *= HIGH_BIT) {
    const byte = readByte(reader);
    whole += (byte & LOW_BITS) * factor;
    if (byte < HIGH_BIT) return whole;
  }
}

/** A whole number of either sign, small ones in few bytes; below 2^52 without it. */
export function writeSigned(writer: ByteWriter, signed: number): void {
  writeWhole(writer, signed < 0 ? -2 * signed - 1 : 2 * signed);
}

export function readSigned(reader: ByteReader): number {
  const whole = readWhole(reader);
  return whole % 2 === 0 ? whole / 2 : -(whole + 1) / 2;
}

export function writeDouble(writer: ByteWriter, double: number): void {
  reserve(writer, DOUBLE_BYTES);
  writer.at = writer.bytes.writeDoubleLE(double, writer.at);
}

export function readDouble(reader: ByteReader): number {
  const double = reader.bytes.readDoubleLE(reader.at);
  reader.at += DOUBLE_BYTES;
  return double;
}

/** The length in bytes, and the text. */
export function writeText(writer: ByteWriter, text: string, encoding: 'utf8' | 'utf16le'): void {
  const most = text.length * BYTES_PER_CHARACTER;
  if (most < HIGH_BIT) {
    reserve(writer, most + 1);
    const length = writer.bytes.write(text, writer.at + 1, encoding);
    writer.bytes[writer.at] = length;
    writer.at += length + 1;
    return;
  }
  const length = Buffer.byteLength(text, encoding);
  writeWhole(writer, length);
  reserve(writer, length);
  writer.at += writer.bytes.write(text, writer.at, encoding);
}

export function readText(reader: ByteReader, encoding: 'utf8' | 'utf16le'): string {
  const length = readWhole(reader);
  const end = reader.at + length;
  if (end > reader.bytes.length) throw new RangeError('Cannot read a text: its bytes end too early');
  const text = reader.bytes.toString(encoding, reader.at, end);
  reader.at = end;
  return text;
}
