// What a put record is worth, by when it was requested and invalidated.
import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../../src/store/contract/records.ts';
import { dateKey } from '../../../src/loading/cache/keys.ts';
import { createRecordCache } from '../../../src/loading/cache/record-cache.ts';
import { noStoreTier } from '../../../src/loading/cache/store-tier.ts';
import { createWorld, daysAgo } from '../support.ts';

const date = daysAgo(9);
const key = dateKey(date);

function createCache(polarUserId: string | null = '1') {
  const world = createWorld(() => undefined);
  const stored: StoredRecord[] = [];
  const storeTier = { ...noStoreTier, put: (record: StoredRecord) => void stored.push(record) };
  const context = { ...world.context({ storeTier }), polarUserId };
  return { ...world, context, stored, cache: createRecordCache<'Sleep'>('sleep', context) };
}

describe('a record that was invalidated while it was read', () => {
  const sent = { value: [], date, bytes: 0, isExact: true };

  it.each([
    ['itself', [key]],
    ['all of its resource', null],
  ])('because of an invalidation of %s is the answer of its request, and is not fresh afterwards', (_, keys) => {
    const { cache, invalidations, stored, now } = createCache();
    const version = invalidations.version();
    invalidations.invalidate('1', [{ resource: 'sleep', keys: keys }]);
    expect(cache.put(key, { ...sent, version })).toEqual({ value: [], fetchedAt: now, stale: false });
    expect(cache.get(key)).toBeUndefined();
    expect(cache.getAny(key)).toMatchObject({ freshUntil: 0 });
    expect(stored).toMatchObject([{ resource: 'sleep', key, freshUntil: 0 }]);
  });

  it('is fresh when it is read once more', () => {
    const { cache, invalidations, stored } = createCache();
    const version = invalidations.version();
    invalidations.invalidate('1', [{ resource: 'sleep', keys: [key] }]);
    cache.put(key, { ...sent, version });
    cache.put(key, { ...sent, version: invalidations.version() });
    expect(cache.get(key)).toMatchObject({ stale: false });
    expect(stored.at(-1)?.freshUntil).toBeGreaterThan(0);
  });

  it('does not replace one that was requested after the invalidation, in memory or in the store', () => {
    const { cache, invalidations, stored } = createCache();
    const version = invalidations.version();
    invalidations.invalidate('1', [{ resource: 'sleep', keys: [key] }]);
    cache.put(key, { ...sent, version: invalidations.version() });
    cache.put(key, { ...sent, version });
    expect(cache.get(key)).toBeDefined();
    expect(stored).toHaveLength(1);
  });
});

describe('a record that was not invalidated', () => {
  const sent = { value: [], date, bytes: 0, isExact: true };

  it.each([
    { what: 'another day', polarUserId: '1', resource: 'sleep', keys: [dateKey(daysAgo(8))] },
    { what: 'another resource', polarUserId: '1', resource: 'nightly recharge', keys: null },
    { what: 'another user', polarUserId: '2', resource: 'sleep', keys: null },
  ])('is fresh after an invalidation of $what', ({ polarUserId, resource, keys }) => {
    const { cache, invalidations } = createCache();
    const version = invalidations.version();
    invalidations.invalidate(polarUserId, [{ resource: resource, keys: keys }]);
    cache.put(key, { ...sent, version });
    expect(cache.get(key)).toBeDefined();
  });

  it('of nobody in particular is only invalidated with everything', () => {
    const { cache, invalidations } = createCache(null);
    const version = invalidations.version();
    invalidations.invalidate('1', [{ resource: 'sleep', keys: null }]);
    cache.put(key, { ...sent, version });
    expect(cache.get(key)).toBeDefined();
    invalidations.invalidateAll();
    expect(cache.get(key)).toBeUndefined();
  });
});
