// Keys that have lost their order on the way: start and end of the sleep show where each of them lies.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantsOfSleep } from '../../../src/domain/nights/clock-times.ts';
import { clockAt, DAY, MINUTE, type MeasuredNight, shuffled, spanOfNight } from './measured-nights.ts';

describe('instantsOfSleep of keys in any order', () => {
  const isShownTwice = (night: MeasuredNight, clock: number): boolean => {
    const from = clock - night.after * MINUTE;
    const after = night.changeMs + ((((from - night.changeMs) % DAY) + DAY) % DAY);
    return after < night.changeMs + (night.before - night.after) * MINUTE;
  };

  it('are the same as in the order of time, but for times that autumn shows twice', () => {
    fc.assert(
      fc.property(shuffled, ([night, minutes]) => {
        const measured = minutes.map((minute) => night.startMs + minute * MINUTE);
        const span = spanOfNight(night, Math.max(...measured) + 30 * MINUTE);
        const found = instantsOfSleep(
          measured.map((instant) => clockAt(night, instant)),
          span,
        );
        const unmistakable = [...measured.keys()].filter((index) => {
          return !isShownTwice(night, clockAt(night, measured[index] ?? 0));
        });
        expect(unmistakable.map((index) => found[index])).toEqual(unmistakable.map((index) => measured[index]));
      }),
      { numRuns: 500 },
    );
  });

  it('lie within the sleep whenever its clock showed them', () => {
    fc.assert(
      fc.property(shuffled, ([night, minutes]) => {
        const measured = minutes.map((minute) => night.startMs + minute * MINUTE);
        const endMs = Math.max(...measured);
        const span = spanOfNight(night, endMs);
        const found = instantsOfSleep(
          measured.map((instant) => clockAt(night, instant)),
          span,
        );
        expect(found.every((instant) => instant >= night.startMs && instant <= endMs)).toBe(true);
      }),
    );
  });
});
