import { describe, expect, it } from 'vitest';
import { createMemory } from '../../src/simulator/life/memory.ts';
import { useSimulator } from './asking.ts';

describe('the memory of facts', () => {
  it('works a fact out once, for each kind and key', () => {
    const memory = createMemory({ plan: 5, night: 5 });
    let worked = 0;
    const recall = (kind: string, key: string): number => memory.recall(kind, key, () => (worked += 1));
    expect([recall('plan', 'a'), recall('plan', 'a'), recall('night', 'a'), recall('plan', 'b')]).toEqual([1, 1, 2, 3]);
    memory.clear();
    expect(recall('plan', 'a')).toBe(4);
  });

  it('remembers that there was nothing', () => {
    const memory = createMemory({ night: 2 });
    let worked = 0;
    const nothing = (): null => {
      worked += 1;
      return null;
    };
    expect([memory.recall('night', 'a', nothing), memory.recall('night', 'a', nothing), worked]).toEqual([
      null,
      null,
      1,
    ]);
  });

  it('keeps no more of a kind than it may, and forgets the oldest', () => {
    const memory = createMemory({ plan: 2 });
    const worked: string[] = [];
    const recall = (key: string): number => memory.recall('plan', key, () => worked.push(key));
    for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) recall(key);
    expect(worked).toEqual(['a', 'b', 'c', 'a']);
  });
});

describe('a simulator that remembers', () => {
  const used = useSimulator();
  const fresh = useSimulator();
  const MONTHS = ['2026-03', '2026-01', '2026-02', '2025-12', '2026-04', '2026-05'];

  it('says the same however much it was asked before, and after it forgot', async () => {
    const path = '/v3/users/activities/?from=2026-01-01&to=2026-01-28&steps=true&activity_zones=true';
    const first = await used.ask(path);
    for (const month of MONTHS) await used.ask(`/v3/users/continuous-heart-rate?from=${month}-01&to=${month}-28`);
    expect((await used.ask(path)).text).toBe(first.text);
    const late = '/v3/users/continuous-heart-rate?from=2026-01-01&to=2026-01-28';
    expect((await fresh.ask(late)).text).toBe((await used.ask(late)).text);
  });

  it('shows today growing, whatever it remembers of it', async () => {
    const path = '/v3/users/activities/2026-11-22';
    const evening = await used.ask(path);
    used.sim().setClock(Date.parse('2026-11-22T20:00:00Z'));
    const later = await used.ask(path);
    used.sim().setClock(null);
    expect(later.text).not.toBe(evening.text);
    expect((await used.ask(path)).text).toBe(evening.text);
  });
});
