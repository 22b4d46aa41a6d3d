// A cache that is bounded by the weight of its entries.
import { describe, expect, it } from 'vitest';
import { createWeightedCache } from '../../../src/server/graphql/weighted-cache.ts';

const KEYS = Array.from({ length: 40 }, (_, index) => `key ${index}`);

describe('a weighted cache', () => {
  it('holds as much as it may, those that were used last', () => {
    const cache = createWeightedCache<number>(100);
    for (const [index, key] of KEYS.entries()) {
      cache.put(key, index, 10);
      cache.get('key 0');
    }
    const held = KEYS.filter((key) => cache.get(key) !== undefined);
    expect(held).toEqual(['key 0', ...KEYS.slice(-9)]);
  });

  it('does not take what weighs more than an eighth of all, and does not lose the rest for it', () => {
    const cache = createWeightedCache<string>(80);
    cache.put('small', 'small', 10);
    cache.put('large', 'large', 11);
    expect([cache.get('small'), cache.get('large')]).toEqual(['small', undefined]);
  });
});
