// What the program runs before it listens: an operation that is valid, and is answered by itself.
import { describe, expect, it } from 'vitest';
import { systemClock } from '../src/system-clock.ts';
import { warmUp } from '../src/warm-up.ts';

describe('the warm-up', () => {
  it('requests nights, recharges, activities and cardio loads of itself', async () => {
    const clock = { ...systemClock, after: () => () => {} };
    // Four for each of six.
    expect(await warmUp({ clock, random: () => 0.5 })).toBeGreaterThanOrEqual(24);
  });

  it('delays a start by no more than its limit', async () => {
    // The limit passes at once.
    const clock = { ...systemClock, after: (_: number, task: () => void) => (queueMicrotask(task), () => {}) };
    expect(await warmUp({ clock, random: () => 0.5 })).toBe(0);
  });
});
