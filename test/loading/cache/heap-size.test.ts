// What the cache believes that records take is what V8's heap says.
import { describe, expect, it } from 'vitest';
import { decodeRecords } from '../../../src/accesslink/decode.ts';
import { type Kind, type RecordName, shapes } from '../../../src/generated/accesslink.ts';
import { heapSize } from '../../../src/loading/cache/heap-size.ts';
import { heapOfEach } from '../../support/heap.ts';

const SCALARS: Readonly<Record<string, unknown>> = {
  text: 'a text of some words',
  id: 'aBcDeFgH',
  integer: 60,
  number: 61.5,
  boolean: true,
  date: '2026-11-22',
  time: '2026-11-22T08:00:00',
  clock: '08:00',
  duration: 'PT1H',
  values: '60,61,62,63,64,65,66,67,68,69,70',
};
const LISTED = 5;
const COPIES = 2_000;

/** A record as AccessLink sends it, with all of its properties. */
function wireOf(name: RecordName): unknown {
  return Object.fromEntries(Object.entries<Kind>(shapes[name]).map(([property, kind]) => [property, valueOf(kind)]));
}

function valueOf(kind: Kind): unknown {
  if (typeof kind === 'string') return SCALARS[kind];
  if ('object' in kind) return wireOf(kind.object);
  if ('list' in kind) return Array.from({ length: LISTED }, () => wireOf(kind.list));
  return Object.fromEntries(Array.from({ length: LISTED }, (_, index) => [`08:0${index}`, 60.5]));
}

const names = Object.keys(shapes) as RecordName[];

describe('the size of a record', () => {
  it.each(names)('%s is about what it takes', (name) => {
    const text = JSON.stringify(wireOf(name));
    const decoded = () => decodeRecords(name, JSON.parse(text)).records[0];
    const bytes = heapOfEach(COPIES, decoded);
    const size = heapSize(decoded());
    // Lists that grow have some room left, which is not counted.
    expect(size).toBeGreaterThan(bytes * 0.8);
    expect(size).toBeLessThan(bytes * 1.3 + 32);
  });

  it('with few of its properties is what it takes, too', () => {
    const sleep = () => decodeRecords('Sleep', JSON.parse('{"date":"2026-11-22","light_sleep":600}')).records[0];
    expect(heapSize(sleep())).toBeGreaterThan(heapOfEach(COPIES, sleep) * 0.95);
  });

  it('is a fraction of what an object takes that is given its properties one by one', () => {
    const oneByOne = () => {
      const record: Record<string, unknown> = {};
      for (const property of Object.keys(shapes.Sleep)) record[property] = null;
      return record;
    };
    expect(heapOfEach(COPIES, oneByOne)).toBeGreaterThan(heapSize(oneByOne()) * 3);
  });
});

describe('the size of a series', () => {
  it.each([
    ['numbers', (index: number) => 60 + (index % 7) * 0.5],
    ['pairs of a time and a number', (index: number) => [`08:00:${String(index % 60).padStart(2, '0')}`, index % 90]],
    ['samples', (index: number) => ({ heart_rate: 60 + (index % 7), sample_time: `time ${index}` })],
    ['texts beyond Latin 1', (index: number) => `Пульс ${index}`],
  ])('of %s is about what it takes, though few of them are measured', (_, item) => {
    const series = () => Array.from({ length: 5_000 }, (__, index) => item(index));
    const [bytes, size] = [heapOfEach(5, series), heapSize(series())];
    expect(size).toBeGreaterThan(bytes * 0.9);
    expect(size).toBeLessThan(bytes * 2.5);
  });
});

describe('the size of a value that is no record', () => {
  it.each([
    [null, 0],
    [true, 0],
    [7, 0],
    [7.5, 16],
    [2 ** 31, 16],
    ['', 16],
    ['twelve chars', 32],
    ['Пульс', 32],
    [[], 48],
    [[7.5, null], 80],
    [{}, 24],
    [{ a: 1, b: 'b' }, 64],
  ])('%j is %i', (value, size) => {
    expect(heapSize(value)).toBe(size);
  });
});
