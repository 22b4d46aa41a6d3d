// The edge of AccessLink's window: for a day, in memory and in the store, for each person and resource.
import { describe, expect, it } from 'vitest';
import { activityResource } from '../../../src/domain/activity/loader.ts';
import { createMemoryTier } from '../../../src/loading/cache/memory-tier.ts';
import { createWindowEdgeCache } from '../../../src/loading/cache/window-edges.ts';
import { createRows } from '../rows.ts';
import { createWorld, DAY, MINUTE } from '../support.ts';

const { limits, name } = activityResource;

function setUp() {
  const world = createWorld(() => undefined);
  const storeTier = createRows(() => world.now);
  const edges = (user = '1', memory = world.context().memory) =>
    createWindowEdgeCache(name, { ...world.context({ user, storeTier }), memory });
  return { world, edges };
}

describe('an edge that was learnt', () => {
  it('narrows the limits for a day, and only those of its person', () => {
    const { world, edges } = setUp();
    edges().learn({ maxAgeDays: 27 }, 'several');
    expect(edges().within(limits)).toMatchObject({ edge: { maxAgeDays: 27, aheadDays: null } });
    expect(edges('2').within(limits)).toBe(limits);
    world.now += DAY - 1;
    expect(edges().within(limits)).toHaveProperty('edge');
    world.now += 1;
    expect(edges().within(limits)).toBe(limits);
  });

  it('is found in the store by a process with an empty memory', async () => {
    const { edges } = setUp();
    edges().learn({ maxAgeDays: 27 }, 'several');
    const other = edges('1', createMemoryTier(1e6));
    expect(other.within(limits)).toBe(limits);
    await other.load();
    expect(other.within(limits)).toMatchObject({ edge: { maxAgeDays: 27 } });
  });

  it('becomes narrower, never wider, before its day is over', () => {
    const { edges } = setUp();
    edges().learn({ maxAgeDays: 27 }, 'several');
    edges().learn({ maxAgeDays: 30, aheadDays: 2 }, 'several');
    edges().learn({ maxAgeDays: 20 }, 'several');
    expect(edges().within(limits)).toMatchObject({ edge: { maxAgeDays: 20, aheadDays: 2 } });
  });

  it('from a single rejection is forgotten within minutes, until there are several', () => {
    const { world, edges } = setUp();
    edges().learn({ maxAgeDays: 27 }, 'one');
    expect(edges().within(limits)).toMatchObject({ edge: { maxAgeDays: 27 } });
    world.now += 15 * MINUTE;
    expect(edges().within(limits)).toBe(limits);
    edges().learn({ maxAgeDays: 27 }, 'one');
    edges().learn({ maxAgeDays: 27 }, 'several');
    world.now += 15 * MINUTE;
    expect(edges().within(limits)).toMatchObject({ edge: { maxAgeDays: 27 } });
  });

  it('is forgotten when a day behind it is served', () => {
    const { edges } = setUp();
    edges().learn({ maxAgeDays: 27, aheadDays: 2 }, 'several');
    edges().served(27);
    expect(edges().within(limits)).toMatchObject({ edge: { maxAgeDays: 27 } });
    edges().served(28);
    expect(edges().within(limits)).toMatchObject({ edge: { maxAgeDays: null, aheadDays: 2 } });
  });

  it('at today is forgotten within minutes: the day begins at AccessLink too', () => {
    const { world, edges } = setUp();
    edges().learn({ aheadDays: -1 }, 'several');
    expect(edges().within(limits)).toMatchObject({ edge: { aheadDays: -1 } });
    world.now += 15 * MINUTE;
    expect(edges().within(limits)).toBe(limits);
  });

  it('of a clock that was ahead is not trusted', async () => {
    const { world, edges } = setUp();
    world.now += DAY;
    edges().learn({ maxAgeDays: 3 }, 'several');
    world.now -= DAY;
    const other = edges('1', createMemoryTier(1e6));
    await other.load();
    expect(other.within(limits)).not.toMatchObject({ edge: { maxAgeDays: 3 } });
  });
});
