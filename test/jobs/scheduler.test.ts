import { beforeEach, describe, expect, it } from 'vitest';
import { createScheduler, type Scheduler } from '../../src/jobs/scheduler.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

let clock: VirtualClock;
let chance: number;
let reports: unknown[];
let scheduler: Scheduler;
let runs: number[];
beforeEach(() => {
  clock = createVirtualClock();
  [chance, reports, runs] = [0, [], []];
  scheduler = createScheduler({ clock, random: () => chance, report: (failure) => reports.push(failure) });
});

const note = async () => void runs.push(clock.now());
const work = (milliseconds: number) => new Promise<void>((resolve) => clock.after(milliseconds, resolve));

describe('a repeated task', () => {
  it('runs first after the first delay, and then an interval after the end of each run', async () => {
    scheduler.every({ firstMs: 5, intervalMs: 100 }, async () => {
      await note();
      await work(10);
    });
    await clock.advance(300);
    expect(runs).toEqual([5, 115, 225]);
  });

  it('runs first after an interval when it names no first delay', async () => {
    scheduler.every({ intervalMs: 100 }, note);
    await clock.advance(250);
    expect(runs).toEqual([100, 200]);
  });

  it('has its first delay lengthened by chance, up to the share of the jitter, and no later one', async () => {
    chance = 0.5;
    scheduler.every({ firstMs: 100, intervalMs: 100, jitter: 0.5 }, note);
    await clock.advance(250);
    expect(runs).toEqual([125, 225]);
  });

  it('runs next when it says so, and after the interval when it says nothing', async () => {
    const waits = [{ inMs: 7 }, { inMs: 0 }, undefined];
    scheduler.every({ firstMs: 0, intervalMs: 100 }, async () => {
      await note();
      return waits.shift();
    });
    await clock.advance(150);
    expect(runs).toEqual([0, 7, 7, 107]);
  });

  it('runs after the interval when it returns a number by mistake', async () => {
    const push: () => void = () => runs.push(clock.now());
    scheduler.every({ firstMs: 0, intervalMs: 100 }, async () => push());
    await clock.advance(150);
    expect(runs).toEqual([0, 100]);
  });

  it('that fails is reported and runs again after the interval', async () => {
    scheduler.every({ firstMs: 0, intervalMs: 100 }, async () => {
      await note();
      throw new Error(`run ${runs.length}`);
    });
    await clock.advance(100);
    expect(runs).toEqual([0, 100]);
    expect(reports).toMatchObject([{ message: 'run 1' }, { message: 'run 2' }]);
  });

  it('runs at once when it is woken up, and then an interval later', async () => {
    const { wakeUp } = scheduler.every({ intervalMs: 100 }, note);
    await clock.advance(30);
    wakeUp();
    await clock.advance(120);
    expect(runs).toEqual([30, 130]);
  });

  it('runs once more, and not at the same time, when it is woken up during a run', async () => {
    let running = 0;
    const { wakeUp } = scheduler.every({ firstMs: 0, intervalMs: 1_000 }, async () => {
      running += 1;
      runs.push(clock.now(), running);
      await work(10);
      running -= 1;
    });
    await clock.advance(5);
    wakeUp();
    wakeUp();
    await clock.advance(500);
    expect(runs).toEqual([0, 1, 10, 1]);
  });

  it('does not delay another one', async () => {
    scheduler.every({ firstMs: 0, intervalMs: 100 }, () => work(1_000_000));
    scheduler.every({ firstMs: 10, intervalMs: 100 }, note);
    await clock.advance(150);
    expect(runs).toEqual([10, 110]);
  });
});

describe('a retried task', () => {
  const BACKOFF = { firstMs: 100, maxMs: 300, jitter: 0.5 };
  const failing = (times: number) => async () => {
    await note();
    return runs.length > times;
  };

  it('that succeeds at once is not run again', async () => {
    scheduler.retry(failing(0), BACKOFF);
    await clock.advance(10_000);
    expect([runs, clock.pending()]).toEqual([[0], 0]);
  });

  it('runs until it succeeds, after waits that double up to the limit', async () => {
    scheduler.retry(failing(4), BACKOFF);
    await clock.advance(10_000);
    expect(runs).toEqual([0, 100, 300, 600, 900]);
  });

  it('waits before its first run when it has failed already, as long as chance leaves', async () => {
    chance = 0.5;
    scheduler.retry(failing(1), { ...BACKOFF, failures: 2 });
    await clock.advance(10_000);
    expect(runs).toEqual([150, 150 + 225]);
  });

  it('that rejects is reported and runs again', async () => {
    scheduler.retry(async () => {
      await note();
      if (runs.length === 1) throw new Error('the first run');
      return true;
    }, BACKOFF);
    await clock.advance(10_000);
    expect(runs).toEqual([0, 100]);
    expect(reports).toMatchObject([{ message: 'the first run' }]);
  });
});

describe('a scheduler that stops', () => {
  const LIMIT_MS = 3_000;

  it('starts no task again, wakes none up and leaves no timer', async () => {
    const { wakeUp } = scheduler.every({ firstMs: 0, intervalMs: 100 }, note);
    scheduler.retry(() => note().then(() => false), { firstMs: 100, maxMs: 100, jitter: 0 });
    await clock.advance(0);
    await scheduler.stop(LIMIT_MS);
    wakeUp();
    scheduler.every({ firstMs: 0, intervalMs: 100 }, note);
    scheduler.retry(() => note().then(() => true), { firstMs: 100, maxMs: 100, jitter: 0 });
    await clock.advance(10_000);
    expect([runs, clock.pending()]).toEqual([[0, 0], 0]);
  });

  it.each(['every', 'retry', 'track'] as const)('waits for what %s has started', async (kind) => {
    const task = () => work(1_000).then(note);
    if (kind === 'every') scheduler.every({ firstMs: 0, intervalMs: 100 }, task);
    if (kind === 'retry') scheduler.retry(() => task().then(() => false), { firstMs: 0, maxMs: 0, jitter: 0 });
    if (kind === 'track') void scheduler.track(task());
    await clock.advance(500);
    const stoppedAt = scheduler.stop(LIMIT_MS).then(() => clock.now());
    await clock.advance(10_000);
    expect([runs, await stoppedAt, clock.pending()]).toEqual([[1_000], 1_000, 0]);
  });

  it('waits for the work that a run starts after that', async () => {
    scheduler.every({ firstMs: 0, intervalMs: 100 }, async () => {
      await work(10);
      void scheduler.track(work(500).then(note));
    });
    await clock.advance(5);
    const stoppedAt = scheduler.stop(LIMIT_MS).then(() => clock.now());
    await clock.advance(10_000);
    expect([runs, await stoppedAt]).toEqual([[510], 510]);
  });

  it('does not wait longer than the limit', async () => {
    void scheduler.track(work(1_000_000));
    const stoppedAt = scheduler.stop(LIMIT_MS).then(() => clock.now());
    await clock.advance(10_000);
    expect(await stoppedAt).toBe(LIMIT_MS);
  });

  it('aborts the signal that its running tasks were given', async () => {
    const signals: AbortSignal[] = [];
    const take = async (signal: AbortSignal) => {
      signals.push(signal);
      await work(10);
    };
    scheduler.every({ firstMs: 0, intervalMs: 100 }, take);
    scheduler.retry((signal) => take(signal).then(() => true), { firstMs: 0, maxMs: 0, jitter: 0 });
    await clock.advance(5);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
    await Promise.all([scheduler.stop(LIMIT_MS), clock.advance(10)]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  it('reports the failure of tracked work', async () => {
    await scheduler.track(Promise.reject(new Error('broken')));
    expect(reports).toMatchObject([{ message: 'broken' }]);
  });
});
