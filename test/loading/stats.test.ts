import { describe, expect, it } from 'vitest';
import { createOperationStats, countSkipped } from '../../src/loading/stats.ts';

describe('a ledger', () => {
  it('begins with nothing', () => {
    expect(createOperationStats()).toMatchObject({ calls: 0, fromMemory: 0, fromStore: 0, joined: 0, stale: 0 });
  });

  it('adds up what was left out of each resource, and does not name those of which nothing was', () => {
    const ledger = createOperationStats();
    countSkipped(ledger, 'sleep', 1);
    countSkipped(ledger, 'sleep', 2);
    countSkipped(ledger, 'activity', 0);
    expect([...ledger.skipped]).toEqual([['sleep', 3]]);
  });
});
