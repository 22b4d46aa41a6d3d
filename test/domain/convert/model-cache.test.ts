// Models are made once of the records of a value, and again when anything that they depend on is another.
import { describe, expect, it } from 'vitest';
import { isImmutable } from '../../../src/domain/convert/immutable.ts';
import { createModelCache } from '../../../src/domain/convert/model-cache.ts';
import type { CachedValue } from '../../../src/loading/context.ts';

interface Wire {
  readonly steps: number;
}

const KIND = {};

function createCounter(maxBytes?: number) {
  const cache = createModelCache(maxBytes);
  let made = 0;
  const convert = (cached: CachedValue<readonly Wire[]>) => {
    made += 1;
    return cached.value.map(({ steps }) => ({ steps, fetchedAt: cached.fetchedAt, stale: cached.stale }));
  };
  const read = (cached: CachedValue<readonly Wire[]>, kind: object = KIND, source?: unknown) =>
    cache.of(cached, kind, { convert, source });
  return { cache, read, made: () => made };
}

const cachedOf = (steps: number) => ({ value: [{ steps }], fetchedAt: 1, stale: false });

describe('models', () => {
  it('are the same objects for as long as their records are the same, and marked as immutable', () => {
    const { read, made } = createCounter();
    const cached = cachedOf(5);
    const [first] = read(cached);
    expect(first).toEqual({ steps: 5, fetchedAt: 1, stale: false });
    expect(read({ ...cached })[0]).toBe(first);
    expect([made(), isImmutable(first ?? {})]).toEqual([1, true]);
  });

  it.each([
    { name: 'other records', change: { ...cachedOf(5) } },
    { name: 'another kind', kind: {} },
    { name: 'another source', source: 'sleep' },
    { name: 'another time of reading', change: { fetchedAt: 2 } },
    { name: 'records that have become stale', change: { stale: true } },
  ])('are made again for $name', ({ change, kind = KIND, source }) => {
    const { read, made } = createCounter();
    const cached = cachedOf(5);
    read(cached);
    const [model] = read({ ...cached, ...change }, kind, source);
    expect(made()).toBe(2);
    const { fetchedAt, stale } = { ...cached, ...change };
    expect(model).toMatchObject({ fetchedAt, stale });
  });

  it('of two kinds of one value are both remembered', () => {
    const { read, made } = createCounter();
    const [cached, other] = [cachedOf(5), {}];
    for (const kind of [KIND, other, KIND, other]) read(cached, kind);
    expect(made()).toBe(2);
  });

  it('of a value that was made for one operation are not remembered', () => {
    const { read, made } = createCounter();
    const cached = { ...cachedOf(5), isDerived: true };
    read(cached);
    read(cached);
    expect(made()).toBe(2);
  });

  it('that are used stay, and others are forgotten when there are too many', () => {
    const { read, made } = createCounter(40_000);
    const values = Array.from({ length: 100 }, (_, index) => cachedOf(index));
    const [used = cachedOf(0), unused = cachedOf(0)] = values;
    read(unused);
    for (const value of values) {
      read(used);
      read(value);
    }
    const before = made();
    read(used);
    expect(made()).toBe(before);
    read(unused);
    expect(made()).toBe(before + 1);
  });

  it('that would take a large part of the memory are not remembered', () => {
    const { read, made } = createCounter(100_000);
    const cached = { ...cachedOf(1), value: Array.from({ length: 500 }, (_, steps) => ({ steps })) };
    read(cached);
    read(cached);
    expect(made()).toBe(2);
  });

  it('that could not be made are counted by each operation', () => {
    const { cache } = createCounter();
    let failures = 0;
    const cached = { ...cachedOf(5), countUnconverted: () => void (failures += 1) };
    const convert = ({ countUnconverted }: { readonly countUnconverted?: () => void }) => {
      countUnconverted?.();
      return [];
    };
    cache.of(cached, KIND, { convert });
    cache.of(cached, KIND, { convert });
    expect(failures).toBe(2);
  });
});
