import { describe, expect, it } from 'vitest';
import { createFactCache } from '../../src/simulator/data/fact-cache.ts';
import { useSimulator } from './simulator-client.ts';

describe('the fact cache', () => {
  it('computes a fact once, for each kind and key', () => {
    const memory = createFactCache({ plan: 5, night: 5 });
    let worked = 0;
    const getOrCompute = (kind: string, key: string): number => memory.getOrCompute(kind, key, () => (worked += 1));
    expect([
      getOrCompute('plan', 'a'),
      getOrCompute('plan', 'a'),
      getOrCompute('night', 'a'),
      getOrCompute('plan', 'b'),
    ]).toEqual([1, 1, 2, 3]);
    memory.clear();
    expect(getOrCompute('plan', 'a')).toBe(4);
  });

  it('caches null and undefined too', () => {
    const memory = createFactCache({ night: 2 });
    let worked = 0;
    const nothing = (): null => {
      worked += 1;
      return null;
    };
    expect([memory.getOrCompute('night', 'a', nothing), memory.getOrCompute('night', 'a', nothing), worked]).toEqual([
      null,
      null,
      1,
    ]);
  });

  it('holds no more of a kind than its limit, and evicts the oldest', () => {
    const memory = createFactCache({ plan: 2 });
    const worked: string[] = [];
    const getOrCompute = (key: string): number => memory.getOrCompute('plan', key, () => worked.push(key));
    for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) getOrCompute(key);
    expect(worked).toEqual(['a', 'b', 'c', 'a']);
  });
});

describe('a simulator with cached facts', () => {
  const used = useSimulator();
  const fresh = useSimulator();
  const MONTHS = ['2026-03', '2026-01', '2026-02', '2025-12', '2026-04', '2026-05'];

  it('has the same data however much was requested before, and after evictions', async () => {
    const path = '/v3/users/activities/?from=2026-01-01&to=2026-01-28&steps=true&activity_zones=true';
    const first = await used.request(path);
    for (const month of MONTHS) await used.request(`/v3/users/continuous-heart-rate?from=${month}-01&to=${month}-28`);
    expect((await used.request(path)).text).toBe(first.text);
    const late = '/v3/users/continuous-heart-rate?from=2026-01-01&to=2026-01-28';
    expect((await fresh.request(late)).text).toBe((await used.request(late)).text);
  });

  it('serves today as it grows, whatever is cached of it', async () => {
    const path = '/v3/users/activities/2026-11-22';
    const evening = await used.request(path);
    used.sim().setClock(Date.parse('2026-11-22T20:00:00Z'));
    const later = await used.request(path);
    used.sim().setClock(null);
    expect(later.text).not.toBe(evening.text);
    expect((await used.request(path)).text).toBe(evening.text);
  });
});
