// Decoding terminates, throws nothing, and damages nothing around it, whatever the JSON.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import type { Column } from '../../src/series/column.ts';
import { withColumnsOf } from './slow-columns.ts';
import { type Kind, type RecordName, shapes } from '../../src/generated/accesslink.ts';

const names = Object.keys(shapes) as RecordName[];
const json = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('-1', 'null', 0, -1, {}, [], [{}], { samples: {} }));

function isWritten(value: unknown, kind: Kind): boolean {
  if (value === null) return true;
  if (typeof kind === 'string') return isScalar(value, kind);
  if ('map' in kind) return Array.isArray(value) && value.every(isEntry);
  if ('columns' in kind) return areColumns(value, kind.columns);
  return 'object' in kind
    ? isRecord(value, kind.object)
    : Array.isArray(value) && value.every((item) => isRecord(item, kind.list));
}

function isScalar(value: unknown, kind: Extract<Kind, string>): boolean {
  if (kind === 'boolean') return typeof value === 'boolean';
  if (kind === 'number') return Number.isFinite(value);
  if (kind === 'integer') return Number.isInteger(value);
  if (kind === 'values') return ArrayBuffer.isView(value);
  return typeof value === 'string' && (DATED.get(kind)?.test(value) ?? true);
}

/** What a text of these kinds is at least. A time may be the date of one. */
const DATED: ReadonlyMap<string, RegExp> = new Map([
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['time', /^\d{4}-\d\d-\d\d(T\d|$)/],
  ['clock', /^\d+:\d+/],
  ['duration', /^P/],
]);

function areColumns(value: unknown, name: RecordName): boolean {
  const columns = Object.entries((value ?? {}) as Record<string, Column>);
  const isWhole = columns.map(([property]) => property).join() === Object.keys(shapes[name]).join();
  return (
    isWhole && columns.every(([, column]) => ArrayBuffer.isView(column) && column.length === columns[0]?.[1].length)
  );
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

const SOUND: Readonly<Record<Extract<Kind, string>, fc.Arbitrary<unknown>>> = {
  text: fc.string(),
  id: fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String),
  boolean: fc.boolean(),
  number: fc.constant(1),
  integer: fc.integer({ min: 1, max: 3 }),
  date: fc.constantFrom('2026-11-22', '1991-03-17'),
  time: fc.constantFrom('2026-11-22T07:11', '2026-11-22T07:11:09.5+02:00', '2008-10-13T10:40:2Z'),
  clock: fc.constantFrom('00:04:29', '7:05'),
  duration: fc.constantFrom('PT2H44M', 'PT6917.941S'),
  values: fc.constantFrom('', '77,null,79', '1.5,,-2'),
};
/** JSON that a property of this kind may hold, none of it a sentinel, all of it within every scale. */
function sound(kind: Kind): fc.Arbitrary<unknown> {
  if (typeof kind === 'string') return SOUND[kind];
  if ('map' in kind) return fc.dictionary(fc.constantFrom('23:30', '00:15', '07:05'), fc.integer({ min: 1, max: 99 }));
  if ('object' in kind) return soundRecord(kind.object);
  return fc.array(soundRecord('list' in kind ? kind.list : kind.columns), { maxLength: 3 });
}

function soundRecord(name: RecordName): fc.Arbitrary<Record<string, unknown>> {
  const shape = Object.entries<Kind>(shapes[name]);
  return fc.record(Object.fromEntries(shape.map(([property, kind]) => [property, sound(kind)])));
}

/** Records with the same id are one. */
function withId(record: Readonly<Record<string, unknown>>, id: string): object {
  return 'id' in record ? { ...record, id } : record;
}

describe('any JSON', () => {
  test.each(names)('is decoded as %s without an exception, into whole records only', (name) => {
    const body = fc.oneof(json, fc.array(json), fc.dictionary(fc.constantFrom(...Object.keys(shapes[name])), json));
    fc.assert(
      fc.property(body, (value) => {
        const { records, warnings } = decodeRecords(name, value);
        expect(warnings.every(({ count }) => count > 0)).toBe(true);
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
    const left = texts.map((text) => decodeRecords('ExerciseHashId', JSON.parse(text)).records.length);
    expect(left).toEqual([0, 1, 0, 0]);
  });
});

describe('a valid record', () => {
  test.each(names)('%s loses nothing, as it is or in a wrapper', (name) => {
    fc.assert(
      fc.property(soundRecord(name), (wire) => {
        const { records, warnings } = decodeRecords(name, wire);
        const maps = Object.entries<Kind>(shapes[name]).filter(([, kind]) => typeof kind === 'object' && 'map' in kind);
        const restored = maps.map(([property]) => [
          property,
          Object.fromEntries(Reflect.get(records[0] ?? {}, property)),
        ]);
        expect([{ ...records[0], ...Object.fromEntries(restored) }, warnings]).toEqual([withColumnsOf(name, wire), []]);
        expect(decodeRecords(name, { list: [wire] }).records).toEqual(records);
      }),
      { numRuns: 25 },
    );
  });

  test.each(names)('%s keeps its neighbours and its other properties when one of them is anything', (name) => {
    const properties = Object.keys(shapes[name]);
    const spoiling = fc.tuple(fc.tuple(soundRecord(name), soundRecord(name)), fc.constantFrom(...properties), json);
    fc.assert(
      fc.property(spoiling, ([[wire, neighbour], property, odd]) => {
        const neighbours = ['before', 'after'].map((id) => withId(neighbour, id));
        const { records } = decodeRecords(name, [neighbours[0], { ...wire, [property]: odd }, neighbours[1]]);
        const [first, last, whole] = decodeRecords(name, [...neighbours, wire]).records;
        expect([records[0], records.at(-1)]).toEqual([first, last]);
        // A record whose only property is unreadable is skipped.
        const spoiled = records.length === 2 && properties.length === 1 ? whole : records[1];
        expect({ ...spoiled, [property]: 0 }).toEqual({ ...whole, [property]: 0 });
      }),
      { numRuns: 25 },
    );
  });
});
