import { describe, expect, it } from 'vitest';
import { createVirtualClock } from './virtual-clock.ts';

describe('a virtual clock', () => {
  it('runs timers in order of time, and at the same time in the order in which they were set', async () => {
    const clock = createVirtualClock(1_000);
    const runs: [string, number, number][] = [];
    const note = (name: string) => () => runs.push([name, clock.now(), clock.elapsed()]);
    clock.after(20, note('third'));
    clock.after(10, note('first'));
    clock.after(10, note('second'));
    clock.after(31, note('never'));
    await clock.advance(30);
    expect(runs).toEqual([
      ['first', 1_010, 10],
      ['second', 1_010, 10],
      ['third', 1_020, 20],
    ]);
    expect([clock.now(), clock.pending()]).toEqual([1_030, 1]);
  });

  it('runs a timer that promises behind another one set, however many they are', async () => {
    const clock = createVirtualClock();
    let runsAt = 0;
    const setAnother = async () => {
      for (let count = 0; count < 1_000; count += 1) await Promise.resolve();
      clock.after(1, () => {
        runsAt = clock.now();
      });
    };
    clock.after(1, () => void setAnother());
    await clock.advance(5);
    expect(runsAt).toBe(2);
  });

  it('repeats a task at every interval, and runs nothing that is cancelled', async () => {
    const clock = createVirtualClock();
    const runs: number[] = [];
    const cancel = clock.every(10, () => {
      runs.push(clock.now());
      if (runs.length === 3) cancel();
    });
    clock.after(5, () => runs.push(-1))();
    await clock.advance(100);
    expect([runs, clock.pending()]).toEqual([[10, 20, 30], 0]);
  });
});
