import { describe, expect, it } from 'vitest';
import { createLedger, noteLeftOut } from '../../src/loading/ledger.ts';

describe('a ledger', () => {
  it('begins with nothing', () => {
    expect(createLedger()).toMatchObject({ calls: 0, fromMemory: 0, fromStore: 0, joined: 0, stale: 0 });
  });

  it('adds up what was left out of each resource, and does not name those of which nothing was', () => {
    const ledger = createLedger();
    noteLeftOut(ledger, 'sleep', 1);
    noteLeftOut(ledger, 'sleep', 2);
    noteLeftOut(ledger, 'activity', 0);
    expect([...ledger.leftOut]).toEqual([['sleep', 3]]);
  });
});
