// Nights at random, with the true instants of what was measured.
import fc from 'fast-check';
import { type SleepSpan, spanOf } from '../../../src/domain/nights/sleep-span.ts';

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;

/** A night in which something was measured now and then. */
export interface MeasuredNight {
  readonly startMs: number;
  readonly before: number;
  readonly after: number;
  readonly changeMs: number;
  readonly minutes: readonly number[];
}

/** A night of at most 20 hours whose clock may change once, as a list of minutes since the start at which something was measured. */
export const nights: fc.Arbitrary<MeasuredNight> = fc
  .record({
    day: fc.integer({ min: 0, max: 20_000 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    before: fc.integer({ min: -12, max: 14 }),
    shift: fc.constantFrom(-60, 0, 0, 60, -30),
    steps: fc.array(fc.integer({ min: 1, max: 55 }), { minLength: 1, maxLength: 21 }),
  })
  .map(({ day, minute, before: hours, shift, steps }) => {
    const [startMs, before] = [day * DAY + minute * MINUTE, hours * 60];
    const standard = Math.min(before, before + shift);
    const inEurope = before >= 0 && standard < 540;
    const ofDay = inEurope ? 60 : 120 - (before < 0 ? before : standard);
    const changeMs = [-1, 0, 1, 2].map((days) => (day + days) * DAY + ofDay * MINUTE).find((at) => at > startMs) ?? 0;
    let total = 0;
    return { startMs, before, after: before + shift, changeMs, minutes: steps.map((step) => (total += step)) };
  });

/** A night, and the keys of what was measured in another order. */
export const shuffled = nights.chain((night) =>
  fc.tuple(fc.constant(night), fc.shuffledSubarray([...night.minutes], { minLength: night.minutes.length })),
);

export function offsetOf(night: MeasuredNight, instant: number): number {
  return instant < night.changeMs ? night.before : night.after;
}

export function clockAt(night: MeasuredNight, instant: number): number {
  return (((instant + offsetOf(night, instant) * MINUTE) % DAY) + DAY) % DAY;
}

/** Its period, which ends at a given instant. */
export function spanOfNight(night: MeasuredNight, endMs: number): SleepSpan {
  const [first, last] = [night.before, offsetOf(night, endMs)];
  const span = spanOf(
    { wallMs: night.startMs + first * MINUTE, offsetMinutes: first },
    { wallMs: endMs + last * MINUTE, offsetMinutes: last },
  );
  if (!span) throw new Error('A night has a period');
  return span;
}
