// The gate before AccessLink: whose turn it is, how long a call waits, and when none is sent.
import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../src/accesslink/budget/gate.ts';
import { callOf, collectingGate, START } from './collecting-gate.ts';

/** Tells the gate how much AccessLink has counted. */
async function state(gate: Gate, used: number, limit: number): Promise<void> {
  const pass = await gate.enter(callOf('whoever'));
  const window = { used, limit, resetsAt: START + 600_000 };
  pass.observe({ short: window, long: { used: 1, limit: 100_000, resetsAt: START + 3_600_000 } });
  pass.end();
}

describe('connections', () => {
  it('are shared in turn by those who wait, and the others go on when one ends', async () => {
    const { enter, settle, passes, people } = collectingGate({ connections: 2 });
    for (const person of ['a', 'a', 'a', 'a', 'b', 'b', 'c']) enter(person);
    await settle();
    expect(people()).toEqual(['a', 'a']);
    for (let ended = 0; ended < 5; ended += 1) {
      passes[ended]?.pass.end();
      await settle();
    }
    expect(people()).toEqual(['a', 'a', 'a', 'b', 'c', 'a', 'b']);
  });

  it('are never all taken by one person', async () => {
    const { enter, settle, people } = collectingGate();
    for (let call = 0; call < 100; call += 1) enter('greedy');
    enter('other');
    await settle();
    expect(people().filter((person) => person === 'greedy')).toHaveLength(16);
    expect(people()).toContain('other');
  });

  it('are taken by commits first, then by people, deliveries and the background', async () => {
    const { enter, settle, passes, people } = collectingGate({ connections: 1 });
    enter('first');
    enter('background', { class: 'background' });
    enter('delivery', { class: 'delivery' });
    enter('person');
    enter('commit', { class: 'commit' });
    for (let ended = 0; ended < 5; ended += 1) {
      await settle();
      passes[ended]?.pass.end();
    }
    expect(people()).toEqual(['first', 'commit', 'person', 'delivery', 'background']);
  });

  it('are held by all who have not proved who they are as by one person', async () => {
    const { enter, settle, passes, people } = collectingGate();
    for (let call = 0; call < 40; call += 1) enter(`stranger ${call}`, { isProven: false });
    enter('known');
    await settle();
    expect(passes).toHaveLength(17);
    expect(people()).toContain('known');
  });
});

describe('a call that waits', () => {
  it('for ten seconds for its turn fails with RATE_LIMITED and the wait', async () => {
    const { clock, enter, failures, passes, gate } = collectingGate({ connections: 1 });
    enter('a');
    enter('b');
    await clock.advance(9_900);
    expect(failures).toEqual([]);
    await clock.advance(700);
    expect(failures).toMatchObject([
      { code: 'rate-limited', problem: 'too-busy', retryAfterSeconds: 10, isSent: false },
    ]);
    expect([passes.length, gate.load()]).toEqual([
      1,
      { inFlight: 1, waiting: { commit: 0, person: 0, delivery: 0, background: 0 } },
    ]);
  });

  it('is told at once when AccessLink answers 429 to another', async () => {
    const { enter, settle, passes, failures } = collectingGate({ connections: 1 });
    enter('a');
    enter('b');
    enter('c', { class: 'commit' });
    await settle();
    await passes[0]?.pass.block(840);
    await settle();
    expect(failures).toMatchObject([{ retryAfterSeconds: 840 }, { retryAfterSeconds: 840 }]);
  });
});

describe('after a 429', () => {
  it('nothing is sent until AccessLink wants calls again, by nobody and of no class', async () => {
    const { clock, enter, settle, passes, failures } = collectingGate();
    enter('a');
    await settle();
    await passes[0]?.pass.block(60);
    passes[0]?.pass.end();
    enter('b');
    enter('c', { class: 'commit' });
    await clock.advance(59_000);
    enter('d');
    await settle();
    expect([passes.length, failures.map(({ retryAfterSeconds }) => retryAfterSeconds)]).toEqual([1, [60, 60, 1]]);
    await clock.advance(1_000);
    enter('e');
    await settle();
    expect(passes).toHaveLength(2);
  });
});

describe('a window that is used up', () => {
  it('sends nothing until it resets, but a commit as long as there is a call', async () => {
    const { clock, gate, enter, settle, people, failures } = collectingGate();
    await state(gate, 510, 520);
    enter('person');
    enter('commit', { class: 'commit' });
    await settle();
    expect(people()).toEqual(['commit']);
    expect(failures).toMatchObject([{ code: 'rate-limited', problem: null, retryAfterSeconds: 601 }]);
    await clock.advance(601_000);
    enter('person');
    await settle();
    expect(people()).toEqual(['commit', 'person']);
  });

  it('is used up for commits, too', async () => {
    const { gate, enter, settle, failures } = collectingGate();
    await state(gate, 520, 520);
    enter('commit', { class: 'commit' });
    await settle();
    expect(failures).toMatchObject([{ retryAfterSeconds: 601 }]);
  });

  it('is left to people by deliveries, and to both by the background', async () => {
    const { gate, enter, settle, people } = collectingGate();
    await state(gate, 470, 520);
    for (const name of ['background', 'delivery', 'person'] as const) enter(name, { class: name });
    await settle();
    expect(people()).toEqual(['person']);
  });
});

it('A call that was not sent after all uses nothing of the windows and of its share', async () => {
  const { gate, enter, settle, passes } = collectingGate();
  enter('a');
  await settle();
  expect([gate.budget().short.taken, gate.shareOf('a').used]).toEqual([1, 1]);
  passes[0]?.pass.cancel();
  passes[0]?.pass.end();
  expect([gate.budget().short.taken, gate.shareOf('a').used]).toEqual([0, 0]);
});
