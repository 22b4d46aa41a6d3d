import { describe, expect, it } from 'vitest';
import type { CacheEntry } from '../../../src/loading/cache/entry.ts';
import { type Partition, partitionOfUser } from '../../../src/loading/cache/keys.ts';
import { createMemoryTier, type MemoryTier, overlay } from '../../../src/loading/cache/memory-tier.ts';

const [ANNA, BEN] = [partitionOfUser('anna'), partitionOfUser('ben')];

const entry = (value: unknown): CacheEntry => ({ value, flags: [], fetchedAt: 1, freshUntil: 2, version: 0 });
const values = (entries: readonly CacheEntry[]) => entries.map(({ value }) => value);
const peopleOf = (count: number) => Array.from({ length: count }, (_, index) => partitionOfUser(`person ${index}`));
const nightOf = (memory: MemoryTier, partition: Partition) => values(memory.of(partition, 'sleep').get('key'));

/** How many people of `count`, each with entries of texts of these lengths under one key, are still there. */
function remaining(maxBytes: number, count: number, ...lengths: number[]): number {
  const memory = createMemoryTier(maxBytes);
  const entries = lengths.map((length) => entry('x'.repeat(length)));
  for (const partition of peopleOf(count)) memory.of(partition, 'sleep').set('key', entries);
  return peopleOf(count).filter((partition) => nightOf(memory, partition).length > 0).length;
}

describe('the memory tier', () => {
  it('returns the entries that were set, stale or not, and none for another key, resource or person', () => {
    const memory = createMemoryTier(10_000);
    const entries = [entry('value'), entry('other value')];
    memory.of(ANNA, 'sleep').set('key', entries);
    expect(memory.of(ANNA, 'sleep').get('key')).toEqual(entries);
    expect(memory.of(ANNA, 'sleep').get('other')).toEqual([]);
    expect(memory.of(ANNA, 'recharge').get('key')).toEqual([]);
    expect(memory.of(BEN, 'sleep').get('key')).toEqual([]);
  });

  it('holds as many bytes as it may: those of the records and 120 for each entry, all of it twice', () => {
    expect(remaining(22_720, 50, 1000)).toBe(10);
    expect(remaining(22_719, 50, 1000)).toBe(9);
    expect(remaining(2_720, 50, 0)).toBe(10);
    expect(remaining(2_719, 50, 0)).toBe(9);
    expect(remaining(25_440, 50, 1000, 0)).toBe(10);
    expect(remaining(25_439, 50, 1000, 0)).toBe(9);
  });

  it('forgets whose records were used least recently, all of a resource at once', () => {
    const memory = createMemoryTier(1_200);
    const set = (partition: Partition, key: string) => memory.of(partition, 'sleep').set(key, [entry('x')]);
    const [cleo] = peopleOf(1) as [Partition];
    for (const key of ['1', '2']) set(ANNA, key);
    set(BEN, '1');
    expect(memory.of(ANNA, 'sleep').get('1')).toHaveLength(1);
    for (const key of ['1', '2']) set(cleo, key);
    const left = [ANNA, BEN, cleo].map((one) => ['1', '2'].map((key) => memory.of(one, 'sleep').get(key).length));
    expect(left).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
    ]);
  });

  it('has at most half of its bytes for a resource of a person: what was set first goes first', () => {
    const memory = createMemoryTier(1_800);
    const nights = memory.of(ANNA, 'sleep');
    memory.of(BEN, 'sleep').set('key', [entry('b')]);
    for (const key of ['1', '2', '3', '4', '2', '5']) nights.set(key, [entry('x')]);
    expect(['1', '2', '3', '4', '5'].filter((key) => nights.get(key).length > 0)).toEqual(['2', '4', '5']);
    expect(nightOf(memory, BEN)).toEqual(['b']);
  });

  it('does not take what is larger than itself, and does not lose the rest for it', () => {
    const memory = createMemoryTier(1_500);
    memory.of(ANNA, 'sleep').set('key', [entry('a')]);
    memory.of(BEN, 'sleep').set('key', [entry('x'.repeat(1000))]);
    expect([ANNA, BEN].map((partition) => nightOf(memory, partition))).toEqual([['a'], []]);
  });

  it('takes a key without entries, which has no size', () => {
    const memory = createMemoryTier(1_500);
    memory.of(ANNA, 'sleep').set('key', []);
    expect(nightOf(memory, ANNA)).toEqual([]);
  });

  it('takes what an operation reads after its records were erased, which others then find', () => {
    const memory = createMemoryTier(10_000);
    const running = memory.of(ANNA, 'sleep');
    running.set('key', [entry('old')]);
    memory.forget(ANNA);
    expect(values(running.get('key'))).toEqual([]);
    memory.of(ANNA, 'sleep').set('other', [entry('of another operation')]);
    running.set('key', [entry('new')]);
    expect(['key', 'other'].map((key) => values(memory.of(ANNA, 'sleep').get(key)))).toEqual([
      ['new'],
      ['of another operation'],
    ]);
  });

  it('is not changed by what is set in its overlay', () => {
    const memory = createMemoryTier(10_000);
    memory.of(ANNA, 'sleep').set('a', [entry('a')]);
    const plan = overlay(memory);
    const get = (tier: MemoryTier, key: string) => values(tier.of(ANNA, 'sleep').get(key));
    expect(get(plan, 'a')).toEqual(['a']);
    plan.of(ANNA, 'sleep').set('a', [entry('changed')]);
    plan.of(ANNA, 'sleep').set('b', [entry('b')]);
    expect([get(plan, 'a'), get(plan, 'b')]).toEqual([['changed'], ['b']]);
    expect([get(memory, 'a'), get(memory, 'b')]).toEqual([['a'], []]);
  });
});

describe('whoever watches the records of a resource', () => {
  const change: Readonly<Record<string, (memory: ReturnType<typeof createMemoryTier>) => void>> = {
    'a record is set': (memory) => memory.of(ANNA, 'sleep').set('key', [entry('b')]),
    'another record is set': (memory) => memory.of(ANNA, 'sleep').set('other', [entry('b')]),
    'the person is erased': (memory) => memory.forget(ANNA),
    'everything is dropped': (memory) => memory.clear(),
    'others push it out': (memory) =>
      peopleOf(100).forEach((partition) => memory.of(partition, 'sleep').set('key', [entry('x')])),
  };

  it.each(Object.keys(change))('learns that %s', (name) => {
    const memory = createMemoryTier(10_000);
    memory.of(ANNA, 'sleep').set('key', [entry('a')]);
    const state = memory.of(ANNA, 'sleep').state();
    const isUnchanged = () => memory.of(ANNA, 'sleep').state() === state;
    memory.of(ANNA, 'recharge').set('key', [entry('r')]);
    memory.of(BEN, 'sleep').set('key', [entry('b')]);
    expect(isUnchanged()).toBe(true);
    change[name]?.(memory);
    expect(isUnchanged()).toBe(false);
  });

  it('is never sure of what is not there, or of a plan', () => {
    const memory = createMemoryTier(10_000);
    expect(memory.of(ANNA, 'sleep').state()).toBe(undefined);
    memory.of(ANNA, 'sleep').set('key', [entry('a')]);
    expect(overlay(memory).of(ANNA, 'sleep').state()).toBe(undefined);
  });
});
