import { beforeEach, describe, expect, it } from 'vitest';
import { startWorker } from '../../../src/jobs/deliveries/worker.ts';
import { wait } from '../../../src/clock.ts';
import { createScheduler, type Scheduler } from '../../../src/jobs/scheduler.ts';
import type { Delivery } from '../../../src/store/contract/inbox.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';

let clock: VirtualClock;
let scheduler: Scheduler;
let reports: unknown[];
/** Deliveries that wait, and the limits of the claims so far. */
let waiting: Delivery[];
let claims: number[];
/** The ids whose leases were renewed, each time with until when. */
let renewed: (string | number)[][];
/** Whether deliveries are given back. */
let isDown: boolean;
let isBroken: boolean;
let claimMs: number;
/** What is processed now, by id, and the end of each. */
let running: Map<string, () => void>;
/** The ids of what was processed, as often as that was begun. */
let started: string[];
beforeEach(() => {
  clock = createVirtualClock();
  reports = [];
  scheduler = createScheduler({ clock, random: () => 0, report: (failure) => reports.push(failure) });
  [waiting, claims, renewed, started] = [[], [], [], []];
  [isBroken, isDown, claimMs, running] = [false, false, 0, new Map()];
});

const deliveries = (count: number): Delivery[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${index + 1}`, body: '{}', receivedAt: 0, attempts: 1 }));
const claim = async ({ limit }: { readonly limit: number }) => {
  claims.push(limit);
  if (isBroken) throw new Error('locked');
  if (claimMs > 0) await wait(clock, claimMs);
  return waiting.splice(0, limit);
};
const renew = async (ids: readonly string[], until: number) => {
  renewed.push([...ids, until]);
};
const start = () =>
  startWorker({
    inbox: { claim, renew },
    process: ({ id }) => {
      started.push(id);
      return new Promise<void>((resolve) => running.set(id, resolve)).then(() => running.delete(id) && !isDown);
    },
    scheduler,
    now: clock.now,
    timing: { pollMs: 1_000 },
  });
const finish = async (...ids: string[]) => {
  for (const id of ids) running.get(id)?.();
  await clock.advance(0);
};

describe('the worker', () => {
  it('claims at the start, and then when it polls or is woken up', async () => {
    const { wakeUp } = start();
    await clock.advance(999);
    expect(claims).toEqual([8]);
    await clock.advance(1);
    expect(claims).toEqual([8, 8]);
    waiting = deliveries(1);
    wakeUp();
    await clock.advance(0);
    expect([...running.keys()]).toEqual(['1']);
  });

  it('processes eight at a time, and the next one as soon as any is done', async () => {
    waiting = deliveries(12);
    start();
    await clock.advance(0);
    expect(running.size).toBe(8);
    await finish('3');
    expect([...running.keys()]).toEqual(['1', '2', '4', '5', '6', '7', '8', '9']);
    await finish('1', '2');
    expect([...running.keys()]).toEqual(['4', '5', '6', '7', '8', '9', '10', '11']);
    await finish('4');
    await finish('5');
    expect([...running.keys()]).toEqual(['6', '7', '8', '9', '10', '11', '12']);
    expect(clock.now()).toBe(0);
  });

  it('claims nothing while eight are processed, also when it polls', async () => {
    waiting = deliveries(9);
    start();
    await clock.advance(10_000);
    expect([running.size, claims]).toEqual([8, [8]]);
  });

  it('claims again at once after a claim that found as many as it could, when one is done meanwhile', async () => {
    const all = deliveries(9);
    waiting = all.splice(0, 2);
    start();
    await clock.advance(0);
    waiting = all;
    claimMs = 10;
    await clock.advance(1_000);
    await finish('1');
    await clock.advance(20);
    expect([running.size, claims, clock.now()]).toEqual([8, [8, 6, 1], 1_020]);
  });

  it('renews the leases of what is processed, three times in each, and of nothing that is over', async () => {
    waiting = deliveries(2);
    start();
    await clock.advance(10_000);
    await finish('1');
    await clock.advance(10_000);
    expect(renewed).toEqual([
      ['1', '2', 40_000],
      ['2', 50_000],
    ]);
  });

  it('does not claim before it polls when there was nothing more', async () => {
    waiting = deliveries(2);
    start();
    await clock.advance(0);
    await finish('1', '2');
    expect(claims).toEqual([8]);
  });

  it('tries one at each poll after eight in a row were given back, woken up or not, and all again when one is done', async () => {
    isDown = true;
    waiting = deliveries(30);
    const { wakeUp } = start();
    await clock.advance(0);
    await finish(...running.keys());
    wakeUp();
    await clock.advance(999);
    expect([running.size, claims]).toEqual([0, [8]]);
    await clock.advance(1);
    await finish('9');
    wakeUp();
    await clock.advance(1_000);
    expect([claims, [...running.keys()]]).toEqual([[8, 1, 1], ['10']]);
    isDown = false;
    await finish('10');
    expect([running.size, claims]).toEqual([8, [8, 1, 1, 8]]);
  });

  it('reports a store that cannot be read, and asks it again', async () => {
    isBroken = true;
    waiting = deliveries(1);
    start();
    await clock.advance(999);
    isBroken = false;
    await clock.advance(1);
    expect([running.size, reports]).toMatchObject([1, [{ message: 'locked' }]]);
  });

  it('reports a delivery whose processing fails, and goes on', async () => {
    waiting = deliveries(2);
    startWorker({
      inbox: { claim, renew },
      process: ({ id }) => Promise.reject(new Error(id)),
      scheduler,
      now: clock.now,
      timing: { pollMs: 1_000 },
    });
    await clock.advance(0);
    expect(reports).toMatchObject([{ message: '1' }, { message: '2' }]);
  });

  it('claims nothing more when the scheduler stops, which waits for what is processed', async () => {
    waiting = deliveries(9);
    start();
    await clock.advance(0);
    let isStopped = false;
    const stopped = scheduler.stop(3_000).then(() => {
      isStopped = true;
    });
    await finish('1', '2', '3', '4', '5', '6', '7');
    expect(isStopped).toBe(false);
    await finish('8');
    await stopped;
    expect([waiting.length, claims, clock.pending()]).toEqual([1, [8], 0]);
  });

  it('does not process a delivery twice at once whose lease a clock that was set back has ended', async () => {
    waiting = deliveries(1);
    start();
    await clock.advance(0);
    waiting = deliveries(2);
    await clock.advance(1_000);
    expect(started).toEqual(['1', '2']);
  });
});
