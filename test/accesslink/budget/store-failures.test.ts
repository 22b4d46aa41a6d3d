// The gate while the store of the budget fails or hangs: a moment is lost, and no answer.
import { describe, expect, it } from 'vitest';
import type { BudgetCall } from '../../../src/accesslink/budget/call.ts';
import { createGate } from '../../../src/accesslink/budget/gate.ts';
import type { Pass } from '../../../src/accesslink/budget/pass.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { createMemoryBudget } from './memory-budget.ts';

const CALL: BudgetCall = { class: 'person', person: 'a', isProven: true, label: 'GET /v3/exercises' };

/** A gate over a store, and how long its calls waited, in milliseconds. */
function gateOver(shared = createMemoryBudget()) {
  const clock = createVirtualClock(Date.parse('2026-11-22T18:30:00Z'));
  const gate = createGate({ clock, shared });
  const waits: number[] = [];
  const passes: Pass[] = [];
  const send = () => {
    const start = clock.elapsed();
    void gate.enter(CALL).then((pass) => {
      waits.push(clock.elapsed() - start);
      passes.push(pass);
      pass.end();
    });
    return clock.advance(0);
  };
  return { clock, shared, gate, send, waits, passes };
}

describe('a store that hangs', () => {
  it('costs the calls that wait half a second, and those after them nothing', async () => {
    const { clock, shared, send, waits } = gateOver();
    shared.become('hanging');
    await send();
    await send();
    await clock.advance(499);
    expect(waits).toEqual([]);
    await clock.advance(1);
    for (let call = 0; call < 50; call += 1) await send();
    expect(waits).toEqual([500, 500, ...Array.from({ length: 50 }, () => 0)]);
  });

  it('is not asked again before it has answered, and what it does too late changes nothing', async () => {
    const { clock, shared, send, waits, gate } = gateOver();
    await send();
    const known = shared.state();
    shared.become('hanging');
    await clock.advance(2_000);
    await send();
    await clock.advance(60_000);
    for (let call = 0; call < 9; call += 1) await send();
    expect(waits.filter((wait) => wait > 0)).toEqual([500]);
    shared.become('well');
    await clock.advance(0);
    expect(shared.state()).toEqual(known);
    await send();
    // One before the failure, ten in it and this one, each counted once; and three that were reserved and are lost.
    const { taken, ahead } = gate.budget().short;
    expect([taken - ahead, shared.updates()]).toEqual([12 + 3, 3]);
    await gate.close();
    expect(shared.state().short?.taken).toBe(12 + 3);
  });

  it('is asked once more after five seconds when it fails at once', async () => {
    const { clock, shared, send, waits } = gateOver();
    shared.become('failing');
    await send();
    await clock.advance(4_999);
    await send();
    shared.become('well');
    expect(shared.updates()).toBe(0);
    await clock.advance(1);
    await send();
    expect([shared.updates(), waits, shared.state().short?.taken]).toEqual([1, [0, 0, 0], 6]);
  });

  it('keeps whoever meets a 429 half a second, and this process sends nothing more', async () => {
    const { clock, shared, gate, send, passes } = gateOver();
    await send();
    shared.become('hanging');
    let isTold = false;
    void passes[0]?.block(60).then(() => {
      isTold = true;
    });
    await clock.advance(499);
    expect(isTold).toBe(false);
    await clock.advance(1);
    expect(isTold).toBe(true);
    await expect(gate.enter(CALL)).rejects.toMatchObject({ code: 'rate-limited', retryAfterSeconds: 60 });
  });

  it('has a 429 obeyed by this process when it fails, and by the others once it is there again', async () => {
    const { clock, shared, gate, send, passes } = gateOver();
    await send();
    shared.become('failing');
    await passes[0]?.block(60);
    await expect(gate.enter(CALL)).rejects.toMatchObject({ code: 'rate-limited', retryAfterSeconds: 60 });
    expect(shared.state().blockedUntil).toBeNull();
    shared.become('well');
    await clock.advance(5_000);
    await expect(gate.enter(CALL)).rejects.toMatchObject({ code: 'rate-limited', retryAfterSeconds: 55 });
    await gate.close();
    expect(shared.state().blockedUntil).toBe(clock.now() + 55_000);
  });

  it('keeps them no longer when only its signal hangs', async () => {
    const { clock, send, passes } = gateOver({ ...createMemoryBudget(), announce: () => new Promise(() => {}) });
    await send();
    let isTold = false;
    void passes[0]?.block(60).then(() => {
      isTold = true;
    });
    await clock.advance(500);
    expect(isTold).toBe(true);
  });
});
