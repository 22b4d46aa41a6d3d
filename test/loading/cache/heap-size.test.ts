// What the cache believes that records take is what V8's heap says.
import { beforeAll, describe, expect, it } from 'vitest';
import { shapes } from '../../../src/generated/accesslink.ts';
import { heapSize } from '../../../src/loading/cache/heap-size.ts';
import { type Measured, measuredBy } from '../../support/heap.ts';

let measured: Readonly<Record<string, Measured>> = {};
beforeAll(() => {
  measured = measuredBy(new URL('./heap-program.ts', import.meta.url));
});
const of = (name: string): Measured => measured[name] ?? { bytes: Number.NaN, size: Number.NaN };

describe('the size of a record', () => {
  it.each([...Object.keys(shapes), 'a night with few properties'])('%s is about what it takes', (name) => {
    const { bytes, size } = of(name);
    // Lists that grow have some room left, which is not counted.
    expect(size).toBeGreaterThan(bytes * 0.8 - 16);
    expect(size).toBeLessThan(bytes * 1.3 + 32);
  });

  it('is a fraction of what an object takes that is given its properties one by one', () => {
    const { bytes, size } = of('an object that is given its properties one by one');
    expect(bytes).toBeGreaterThan(size * 3);
  });
});

describe('the size of a series', () => {
  it.each(['numbers', 'pairs', 'samples', 'texts beyond Latin 1'])(
    'of %s is about what it takes, though few of them are measured',
    (items) => {
      const { bytes, size } = of(`a series of ${items}`);
      expect(size).toBeGreaterThan(bytes * 0.9);
      expect(size).toBeLessThan(bytes * 2.5);
    },
  );
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
