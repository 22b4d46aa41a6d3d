// FIT: a minimal activity file, with its type, the sport, and a record for every second.
import type { Recording } from './recording.ts';

/** Field number, size in bytes and base type of the FIT profile. */
type Field = readonly [number: number, size: 1 | 2 | 4, type: number];

interface Message {
  readonly local: number;
  readonly global: number;
  readonly fields: readonly Field[];
}

const [ENUM, UINT8, UINT16, SINT32, UINT32] = [0x00, 0x02, 0x84, 0x85, 0x86] as const;
const INVALID = { uint8: 0xff, sint32: 0x7fffffff, uint32: 0xffffffff } as const;

const FILE_ID: Message = {
  local: 0,
  global: 0,
  fields: [
    [0, 1, ENUM],
    [1, 2, UINT16],
    [4, 4, UINT32],
  ],
};
const SPORT: Message = {
  local: 1,
  global: 12,
  fields: [
    [0, 1, ENUM],
    [1, 1, ENUM],
  ],
};
const RECORD: Message = {
  local: 2,
  global: 20,
  fields: [
    [253, 4, UINT32],
    [0, 4, SINT32],
    [1, 4, SINT32],
    [5, 4, UINT32],
    [3, 1, UINT8],
  ],
};

/** FIT counts seconds from 1989-12-31. */
const FIT_EPOCH_SECONDS = 631_065_600;
const ACTIVITY_FILE = 4;
const POLAR_MANUFACTURER = 123;
const SPORTS: Readonly<Record<string, number>> = { RUNNING: 1, CYCLING: 2, WALKING: 11 };
const SEMICIRCLES_PER_DEGREE = 2 ** 31 / 180;

export function fitFile(recording: Recording): Uint8Array {
  const { exercise, track } = recording;
  const start = Math.floor(exercise.startedAt / 1000) - FIT_EPOCH_SECONDS;
  const data = Buffer.concat([
    definition(FILE_ID),
    values(FILE_ID, [ACTIVITY_FILE, POLAR_MANUFACTURER, start]),
    definition(SPORT),
    values(SPORT, [SPORTS[exercise.sport] ?? 0, 0]),
    definition(RECORD),
    ...Array.from({ length: track.seconds }, (_, second) => values(RECORD, recordOf(recording, start, second))),
  ]);
  const content = Buffer.concat([header(data.length), data]);
  return Buffer.concat([content, checksum(content)]);
}

function recordOf({ track, route }: Recording, start: number, second: number): readonly number[] {
  const point = route[second];
  const distance = track.distance?.[second];
  return [
    start + second,
    point ? Math.round(point.latitude * SEMICIRCLES_PER_DEGREE) : INVALID.sint32,
    point ? Math.round(point.longitude * SEMICIRCLES_PER_DEGREE) : INVALID.sint32,
    distance === undefined ? INVALID.uint32 : Math.round(distance * 100),
    track.heartRate[second] ?? INVALID.uint8,
  ];
}

/** 14 bytes: size, protocol 2.0, profile 21.32, length of the data, the marker `.FIT`, and a checksum of its own. */
function header(dataLength: number): Uint8Array {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt8(14, 0);
  bytes.writeUInt8(0x20, 1);
  bytes.writeUInt16LE(2132, 2);
  bytes.writeUInt32LE(dataLength, 4);
  bytes.write('.FIT', 8, 'latin1');
  return Buffer.concat([bytes, checksum(bytes)]);
}

function definition({ local, global, fields }: Message): Uint8Array {
  const head = [0x40 | local, 0, 0, global & 0xff, global >> 8, fields.length];
  return Uint8Array.from([...head, ...fields.flat()]);
}

function values({ local, fields }: Message, numbers: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(1 + fields.reduce((sum, [, size]) => sum + size, 0));
  let at = bytes.writeUInt8(local, 0);
  for (const [index, [, size, type]] of fields.entries()) {
    const value = numbers[index] ?? 0;
    at = type === SINT32 ? bytes.writeInt32LE(value, at) : bytes.writeUIntLE(value, at, size);
  }
  return bytes;
}

const CRC_OF_NIBBLES = [
  0x0000, 0xcc01, 0xd801, 0x1400, 0xf001, 0x3c00, 0x2800, 0xe401, 0xa001, 0x6c00, 0x7800, 0xb401, 0x5000, 0x9c01,
  0x8801, 0x4400,
] as const;

/** The CRC-16 of the FIT protocol, little-endian. */
function checksum(bytes: Uint8Array): Uint8Array {
  let crc = 0;
  for (const byte of bytes) {
    for (const nibble of [byte & 0xf, byte >> 4]) {
      crc = (crc >> 4) ^ (CRC_OF_NIBBLES[crc & 0xf] ?? 0) ^ (CRC_OF_NIBBLES[nibble] ?? 0);
    }
  }
  return Uint8Array.from([crc & 0xff, crc >> 8]);
}
