// Decoding terminates, throws nothing, and damages nothing around it, whatever the JSON.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import { type Kind, type RecordName, shapes } from '../../src/generated/accesslink.ts';

const names = Object.keys(shapes) as RecordName[];
const json = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('-1', 'null', 0, -1, {}, [], [{}], { samples: {} }));

function isWritten(value: unknown, kind: Kind): boolean {
  if (value === null) return true;
  if (kind === 'text' || kind === 'id') return typeof value === 'string';
  if (kind === 'boolean') return typeof value === 'boolean';
  if (kind === 'number') return Number.isFinite(value);
  if (kind === 'integer') return Number.isInteger(value);
  if (kind === 'map') return Array.isArray(value) && value.every(isEntry);
  return 'object' in kind
    ? isRecord(value, kind.object)
    : Array.isArray(value) && value.every((item) => isRecord(item, kind.list));
}

function isEntry(entry: unknown): boolean {
  const [time, reading] = Array.isArray(entry) ? entry : [];
  return typeof time === 'string' && (reading === null || Number.isFinite(reading));
}

function isRecord(value: unknown, name: RecordName): boolean {
  const shape = Object.entries<Kind>(shapes[name]);
  const isWhole = Object.keys(value ?? {}).join() === shape.map(([property]) => property).join();
  return isWhole && shape.every(([property, kind]) => isWritten(Reflect.get(value ?? {}, property), kind));
}

/** JSON that a property of this kind may hold, none of it a sentinel. */
function sound(kind: Kind): fc.Arbitrary<unknown> {
  if (kind === 'text') return fc.string();
  if (kind === 'id') return fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String);
  if (kind === 'boolean') return fc.boolean();
  if (kind === 'number' || kind === 'integer') return fc.integer({ min: 1, max: 1000 });
  if (kind === 'map') return fc.dictionary(fc.constantFrom('23:30', '00:15', '07:05'), fc.integer({ min: 1, max: 99 }));
  return 'object' in kind ? soundRecord(kind.object) : fc.array(soundRecord(kind.list), { maxLength: 3 });
}

function soundRecord(name: RecordName): fc.Arbitrary<Record<string, unknown>> {
  const shape = Object.entries<Kind>(shapes[name]);
  return fc.record(Object.fromEntries(shape.map(([property, kind]) => [property, sound(kind)])));
}

describe('any JSON', () => {
  test.each(names)('is decoded as %s without an exception, into whole records only', (name) => {
    const body = fc.oneof(json, fc.array(json), fc.dictionary(fc.constantFrom(...Object.keys(shapes[name])), json));
    fc.assert(
      fc.property(body, (value) => {
        const { records, skipped } = decodeRecords(name, value, 'list');
        expect(skipped).toBeGreaterThanOrEqual(0);
        expect(records.every((record) => isRecord(record, name))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('is decoded however deep it is', () => {
    const depth = 50_000;
    const texts = ['[', '{"samples":', '{"list":', '{"heart_rate":'].map((open) => {
      const close = open === '[' ? ']' : '}';
      return `${open.repeat(depth)}1${close.repeat(depth)}`;
    });
    const left = texts.map((text) => decodeRecords('ExerciseHashId', JSON.parse(text), 'list').records.length);
    expect(left).toEqual([0, 1, 0, 0]);
  });
});

describe('a valid record', () => {
  test.each(names)('%s loses nothing, as it is or in a wrapper', (name) => {
    fc.assert(
      fc.property(soundRecord(name), (wire) => {
        const { records, skipped } = decodeRecords(name, wire);
        const maps = Object.entries<Kind>(shapes[name]).filter(([, kind]) => kind === 'map');
        const restored = maps.map(([property]) => [
          property,
          Object.fromEntries(Reflect.get(records[0] ?? {}, property)),
        ]);
        expect([{ ...records[0], ...Object.fromEntries(restored) }, skipped]).toEqual([wire, 0]);
        expect(decodeRecords(name, { list: [wire] }, 'list').records).toEqual(records);
      }),
      { numRuns: 25 },
    );
  });

  test.each(names)('%s keeps its neighbours and its other properties when one of them is anything', (name) => {
    const properties = Object.keys(shapes[name]);
    const spoiling = fc.tuple(fc.tuple(soundRecord(name), soundRecord(name)), fc.constantFrom(...properties), json);
    fc.assert(
      fc.property(spoiling, ([[wire, neighbour], property, odd]) => {
        const { records } = decodeRecords(name, [neighbour, { ...wire, [property]: odd }, neighbour]);
        const [expected, whole] = decodeRecords(name, [neighbour, wire]).records;
        expect([records[0], records.at(-1)]).toEqual([expected, expected]);
        // A record whose only property is unreadable is skipped.
        const spoiled = records.length === 2 && properties.length === 1 ? whole : records[1];
        expect({ ...spoiled, [property]: 0 }).toEqual({ ...whole, [property]: 0 });
      }),
      { numRuns: 25 },
    );
  });
});
