// Duties of several processes that come and go: each run is made once, and goes on where the last one was broken off.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wait } from '../../src/clock.ts';
import { createDuties, type DutyTask } from '../../src/jobs/duties.ts';
import { startScheduledImport } from '../../src/jobs/import/scheduled-import.ts';
import { createScheduler } from '../../src/jobs/scheduler.ts';
import { createSecret } from '../../src/secret.ts';
import type { DutyStore } from '../../src/store/contract/duties.ts';
import type { StoredUser } from '../../src/store/contract/users.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { createMemoryDuties } from './memory-duties.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const START = 20_000 * DAY;
const DAILY = { name: 'daily', firstMs: 5 * MINUTE, intervalMs: DAY };

interface World {
  readonly clock: VirtualClock;
  readonly store: DutyStore;
  readonly failures: unknown[];
}

const createWorld = (): World => ({ clock: createVirtualClock(START), store: createMemoryDuties(), failures: [] });

let processes = 0;

/** A process: its duties, its end, and its death, after which nothing of it goes on. */
function startProcess({ clock, store, failures }: World) {
  processes += 1;
  let isDead = false;
  const alive = async <T>(work: Promise<T>): Promise<T> => (isDead ? new Promise<T>(() => {}) : work);
  const scheduler = createScheduler({ clock, random: () => 0, report: (failure) => failures.push(failure) });
  const duties: DutyStore = {
    claim: (...args) => alive(store.claim(...args)),
    renew: (...args) => (isDead ? alive(Promise.resolve(false)) : store.renew(...args)),
    save: (...args) => (isDead ? alive(Promise.resolve(false)) : store.save(...args)),
    release: (...args) => (isDead ? alive(Promise.resolve()) : store.release(...args)),
  };
  const claimed = createDuties({ duties, scheduler, clock, holder: `process ${processes}` });
  return {
    duties: claimed,
    alive,
    stop: () => scheduler.stop(1_000),
    kill: () => {
      isDead = true;
      void scheduler.stop(0);
    },
  };
}

describe('a duty', () => {
  it('is done once a day by all processes together, and soon after a start when it was due meanwhile', async () => {
    const world = createWorld();
    const runs: number[] = [];
    const task: DutyTask = async () => void runs.push((world.clock.now() - START) / MINUTE);
    const first = [startProcess(world), startProcess(world)];
    for (const { duties } of first) duties.every(DAILY, task);
    await world.clock.advance(2 * DAY + 10 * MINUTE);
    expect(runs).toEqual([5, 1_445, 2_885]);
    for (const { stop } of first) await stop();
    await world.clock.advance(3 * DAY);
    const second = [startProcess(world), startProcess(world)];
    for (const { duties } of second) duties.every(DAILY, task);
    await world.clock.advance(10 * MINUTE);
    expect(runs.slice(3)).toEqual([5 * 1_440 + 15]);
    await second[0]?.stop();
    const third = startProcess(world);
    third.duties.every(DAILY, task);
    await world.clock.advance(6 * 60 * MINUTE);
    expect(runs).toHaveLength(4);
  });

  it('that takes longer than a lease stays with its holder, and is over for one who lost it', async () => {
    const world = createWorld();
    const signals: AbortSignal[] = [];
    const task: DutyTask = async (stopping, progress) => {
      signals.push(stopping);
      await wait(world.clock, 10 * MINUTE, stopping);
      await progress.save('over');
    };
    const [one, two] = [startProcess(world), startProcess(world)];
    one.duties.every(DAILY, task);
    two.duties.every(DAILY, task);
    await world.clock.advance(14 * MINUTE);
    expect(signals).toHaveLength(1);
    await world.store.renew({ name: 'daily', holder: `process ${processes - 1}`, now: 0, leaseMs: 0 });
    await world.store.claim({ name: 'daily', holder: 'a thief', now: world.clock.now(), leaseMs: DAY }, DAY);
    await world.clock.advance(MINUTE);
    expect(signals[0]?.aborted).toBe(true);
    expect(world.failures.map(String)).toEqual(['DutyLostError: Cannot go on with a duty: another process has it']);
  });

  it('whose holder died is free when the lease ends', async () => {
    const world = createWorld();
    const runs: number[] = [];
    const [one, two] = [startProcess(world), startProcess(world)];
    const task =
      ({ alive }: typeof one): DutyTask =>
      async () => {
        runs.push((world.clock.now() - START) / MINUTE);
        await alive(wait(world.clock, MINUTE));
      };
    one.duties.every(DAILY, task(one));
    two.duties.every(DAILY, task(two));
    await world.clock.advance(5 * MINUTE + 1_000);
    one.kill();
    await world.clock.advance(10 * MINUTE);
    expect(runs).toHaveLength(2);
    expect(runs[1]).toBeLessThanOrEqual(7.1);
  });
});

const users = Array.from(
  { length: 12 },
  (_, index): StoredUser => ({
    polarUserId: `person ${index}`,
    memberId: null,
    registeredAt: null,
    token: createSecret('t'),
    state: 'connected',
    connectedAt: 0,
  }),
);

/** Starts the imports of a process, each of which takes a minute; `completed` are the ids of those that ended, with the time. */
function startImports(world: World, completed: [string, number][]) {
  const process = startProcess(world);
  const never = () => Promise.reject(new Error('Nothing is sent here'));
  startScheduledImport({
    users: { find: async (id) => users.find(({ polarUserId }) => polarUserId === id) ?? null, page: async () => users },
    importer: async ({ polarUserId }) => {
      await process.alive(wait(world.clock, MINUTE));
      await process.alive(Promise.resolve());
      completed.push([polarUserId, world.clock.now()]);
      return { importedCount: 0, failure: null };
    },
    requestFor: (user) => ({ ...user, send: never, openFile: never }),
    notifications: null,
    duties: process.duties,
    now: world.clock.now,
    report: () => {},
  });
  return process;
}

describe('the daily import', () => {
  it('of two processes, one of which is killed again and again, has each person once a day', async () => {
    const kills = fc.array(fc.record({ which: fc.nat(1), afterMinutes: fc.integer({ min: 1, max: 400 }) }), {
      minLength: 3,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(kills, async (moments) => {
        const world = createWorld();
        const completed: [string, number][] = [];
        const running = [startImports(world, completed), startImports(world, completed)];
        for (const { which, afterMinutes } of moments) {
          await world.clock.advance(afterMinutes * MINUTE + 30_000);
          running[which]?.kill();
          running[which] = startImports(world, completed);
        }
        await world.clock.advance(4 * DAY - ((world.clock.now() - START) % DAY));
        const days = Math.floor((world.clock.now() - START) / DAY);
        for (const { polarUserId } of users) {
          const times = completed.filter(([id]) => id === polarUserId).map(([, time]) => time);
          // The first and the last day may be cut; between, a day passes from one to the next, give or take a kill.
          expect(times.length).toBeGreaterThanOrEqual(days - 1);
          expect(times.length).toBeLessThanOrEqual(days + 1);
          for (const [index, time] of times.entries())
            expect(Math.abs(time - (times[index - 1] ?? time - DAY) - DAY)).toBeLessThan(60 * MINUTE);
        }
        for (const process of running) process.kill();
      }),
      { numRuns: 10 },
    );
  });

  it('of many people at once, after a time when nobody was there, goes on behind the last one when it is broken off', async () => {
    const world = createWorld();
    const completed: [string, number][] = [];
    const first = startImports(world, completed);
    await world.clock.advance(2 * MINUTE);
    first.kill();
    completed.length = 0;
    await world.clock.advance(2 * DAY);
    for (let times = 0; times < 3; times += 1) {
      const broken = startImports(world, completed);
      await world.clock.advance(4 * MINUTE + 30_000);
      broken.kill();
    }
    const broughtOff = completed.length;
    startImports(world, completed);
    await world.clock.advance(15 * MINUTE);
    expect(broughtOff).toBeGreaterThan(3);
    expect(broughtOff).toBeLessThan(users.length);
    expect(completed.map(([id]) => id).toSorted()).toEqual(users.map(({ polarUserId }) => polarUserId).toSorted());
  });
});
