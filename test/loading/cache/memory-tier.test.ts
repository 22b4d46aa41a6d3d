import { describe, expect, it } from 'vitest';
import type { CacheEntry } from '../../../src/loading/cache/entry.ts';
import { createMemoryTier, overlay } from '../../../src/loading/cache/memory-tier.ts';

const entry = (value: unknown): CacheEntry => ({
  value,
  flags: [],
  fetchedAt: 1,
  freshUntil: 2,
  version: 0,
});
const values = (entries: readonly CacheEntry[]) => entries.map(({ value }) => value);

/** How many keys of `count`, each with entries of texts of these lengths, are still there. */
function remaining(maxBytes: number, count: number, ...lengths: number[]): number {
  const memory = createMemoryTier(maxBytes);
  const keys = Array.from({ length: count }, (_, index) => `key ${index}`);
  for (const key of keys) {
    memory.set(
      key,
      lengths.map((length) => entry('x'.repeat(length))),
    );
  }
  return keys.filter((key) => memory.get(key).length > 0).length;
}

describe('the memory tier', () => {
  it('returns the entries that were set, stale or not, and none for another key', () => {
    const memory = createMemoryTier(10_000);
    const entries = [entry('value'), entry('other value')];
    memory.set('key', entries);
    expect(memory.get('key')).toEqual(entries);
    expect(memory.get('other')).toEqual([]);
  });

  it('holds as many bytes as it may: those of the records and 600 for each entry, all of it twice', () => {
    expect(remaining(32_320, 50, 1000)).toBe(10);
    expect(remaining(32_319, 50, 1000)).toBe(9);
    expect(remaining(12_320, 50, 0)).toBe(10);
    expect(remaining(12_319, 50, 0)).toBe(9);
    expect(remaining(44_640, 50, 1000, 0)).toBe(10);
    expect(remaining(44_639, 50, 1000, 0)).toBe(9);
  });

  it('forgets what was used least recently', () => {
    const memory = createMemoryTier(2500);
    memory.set('a', [entry('a')]);
    memory.set('b', [entry('b')]);
    memory.get('a');
    memory.set('c', [entry('c')]);
    expect(['a', 'b', 'c'].map((key) => values(memory.get(key)))).toEqual([['a'], [], ['c']]);
  });

  it('does not take what is larger than itself, and does not lose the rest for it', () => {
    const memory = createMemoryTier(1500);
    memory.set('a', [entry('a')]);
    memory.set('huge', [entry('x'.repeat(1000))]);
    expect(['a', 'huge'].map((key) => values(memory.get(key)))).toEqual([['a'], []]);
  });

  it('takes a key without entries, which has no size', () => {
    const memory = createMemoryTier(1500);
    memory.set('a', []);
    expect(memory.get('a')).toEqual([]);
  });

  it('is not changed by what is set in its overlay', () => {
    const memory = createMemoryTier(10_000);
    memory.set('a', [entry('a')]);
    const reader = overlay(memory);
    expect(values(reader.get('a'))).toEqual(['a']);
    reader.set('a', [entry('changed')]);
    reader.set('b', [entry('b')]);
    expect([reader.get('a'), reader.get('b')].map(values)).toEqual([['changed'], ['b']]);
    expect([memory.get('a'), memory.get('b')].map(values)).toEqual([['a'], []]);
  });
});
