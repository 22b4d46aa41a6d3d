import { describe, expect, it } from 'vitest';
import { createOperationStats, countSkipped } from '../../src/loading/stats.ts';

describe('the stats of an operation', () => {
  it('begin with nothing', () => {
    expect(createOperationStats()).toMatchObject({ calls: 0, fromMemory: 0, fromStore: 0, joined: 0, stale: 0 });
  });

  it('add up what was skipped of each resource, and do not name resources of which nothing was', () => {
    const stats = createOperationStats();
    countSkipped(stats, 'sleep', 1);
    countSkipped(stats, 'sleep', 2);
    countSkipped(stats, 'activity', 0);
    expect([...stats.skipped]).toEqual([['sleep', 3]]);
  });
});
