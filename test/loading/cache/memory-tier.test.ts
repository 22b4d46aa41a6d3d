import { describe, expect, it } from 'vitest';
import { createMemoryTier, overlay } from '../../../src/loading/cache/memory-tier.ts';

const entry = (value: unknown) => ({ value, fetchedAt: 1, freshUntil: 2 });

/** How many of `count` entries of `bytes` each are still there. */
function kept(maxBytes: number, count: number, bytes: number): number {
  const memory = createMemoryTier(maxBytes);
  const keys = Array.from({ length: count }, (_, index) => `key ${index}`);
  for (const key of keys) memory.set(key, entry(key), bytes);
  return keys.filter((key) => memory.get(key)).length;
}

describe('a memory', () => {
  it('keeps what it was told, stale or not', () => {
    const memory = createMemoryTier(10_000);
    memory.set('key', entry('value'), 10);
    expect(memory.get('key')).toEqual(entry('value'));
    expect(memory.get('other')).toBeUndefined();
  });

  it('holds as many bytes as it may: three for each byte sent, 400 for each entry', () => {
    expect(kept(34_000, 50, 1000)).toBe(10);
    expect(kept(33_999, 50, 1000)).toBe(9);
    expect(kept(4_000, 50, 0)).toBe(10);
    expect(kept(4_029, 50, 0.9)).toBe(9);
  });

  it('forgets what was used least recently', () => {
    const memory = createMemoryTier(1000);
    memory.set('a', entry('a'), 0);
    memory.set('b', entry('b'), 0);
    memory.get('a');
    memory.set('c', entry('c'), 0);
    expect(['a', 'b', 'c'].map((key) => memory.get(key)?.value)).toEqual(['a', undefined, 'c']);
  });

  it('does not take what is larger than itself, and does not lose the rest for it', () => {
    const memory = createMemoryTier(1000);
    memory.set('a', entry('a'), 0);
    memory.set('huge', entry('huge'), 1000);
    expect(['a', 'huge'].map((key) => memory.get(key)?.value)).toEqual(['a', undefined]);
  });

  it('with an overlay is not changed by what is told to the overlay', () => {
    const memory = createMemoryTier(10_000);
    memory.set('a', entry('a'), 0);
    const reader = overlay(memory);
    expect(reader.get('a')?.value).toBe('a');
    reader.set('a', entry('changed'), 0);
    reader.set('b', entry('b'), 0);
    expect([reader.get('a')?.value, reader.get('b')?.value]).toEqual(['changed', 'b']);
    expect([memory.get('a')?.value, memory.get('b')?.value]).toEqual(['a', undefined]);
  });
});
