// Steps of a day in buckets: all of them, none twice, by the clock of the device.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src/calendar.ts';
import { seriesOf } from '../../../src/series/columns.ts';
import { type StepSeries, stepBucketsOf } from '../../../src/domain/activity/step-buckets.ts';

const DAY = isoDate('2026-11-20');
const DIVISORS = Array.from({ length: 1440 }, (_, index) => index + 1).filter((minutes) => 1440 % minutes === 0);

/** Steps at clock times of the day, or at times with a date. */
function stepsAt(samples: Readonly<Record<string, number | null>>, changes: Partial<StepSeries> = {}): StepSeries {
  const x = Object.keys(samples).map((time) => Date.parse(`${time.includes('T') ? time : `${DAY}T${time}`}Z`));
  return {
    series: seriesOf(x, Object.values(samples)),
    intervalMs: 60_000,
    totalSteps: null,
    day: DAY,
    ...changes,
  };
}

const sumOf = (buckets: readonly { readonly steps: number }[]) => buckets.reduce((sum, { steps }) => sum + steps, 0);
const filled = (steps: StepSeries, minutes = 60) =>
  stepBucketsOf(steps, { minutes }).flatMap((bucket) => (bucket.steps > 0 ? [[bucket.startTime, bucket.steps]] : []));

describe('buckets of steps', () => {
  it('are all of the day, from midnight to midnight, with 0 where there are no steps', () => {
    const buckets = stepBucketsOf(stepsAt({ '14:23': 60, '14:59': 5, '15:00': 7 }), { minutes: 60 });
    expect(buckets).toHaveLength(24);
    expect([buckets[0], buckets.at(-1)]).toEqual([
      { startTime: '2026-11-20T00:00:00', steps: 0 },
      { startTime: '2026-11-20T23:00:00', steps: 0 },
    ]);
    expect(filled(stepsAt({ '14:23': 60, '14:59': 5, '15:00': 7 }))).toEqual([
      ['2026-11-20T14:00:00', 65],
      ['2026-11-20T15:00:00', 7],
    ]);
  });

  it('have all steps of the segments, whatever their length', () => {
    const sample = fc.record({ second: fc.integer({ min: 0, max: 86_399 }), steps: fc.integer({ min: 0, max: 250 }) });
    fc.assert(
      fc.property(fc.array(sample), fc.constantFrom(...DIVISORS), (samples, minutes) => {
        const series = seriesOf(
          samples.map(({ second }) => Date.parse(DAY) + second * 1000),
          samples.map(({ steps }) => steps),
        );
        const buckets = stepBucketsOf({ ...stepsAt({}), series }, { minutes });
        expect(sumOf(buckets)).toBe(samples.reduce((sum, { steps }) => sum + steps, 0));
        expect(buckets).toHaveLength(1440 / minutes);
        expect(buckets.every(({ startTime }) => startTime.startsWith(DAY))).toBe(true);
      }),
    );
  });

  it('have the segment that starts in them, on days on which clocks change too', () => {
    const spring = stepsAt({ '2026-03-29T01:59': 3, '2026-03-29T03:00': 4 }, { day: isoDate('2026-03-29') });
    expect(filled(spring)).toEqual([
      ['2026-03-29T01:00:00', 3],
      ['2026-03-29T03:00:00', 4],
    ]);
    const autumn = {
      ...spring,
      day: isoDate('2026-10-25'),
      series: seriesOf(
        [0, 0].map(() => Date.parse('2026-10-25T03:30Z')),
        [5, 6],
      ),
    };
    expect(filled(autumn)).toEqual([['2026-10-25T03:00:00', 11]]);
  });

  it('have segments outside the day at its ends, so that none is lost', () => {
    const steps = stepsAt({ '2026-11-19T23:50': 1, '12:00': 2, '2026-11-21T00:02': 3 });
    expect(filled(steps)).toEqual([
      ['2026-11-20T00:00:00', 1],
      ['2026-11-20T12:00:00', 2],
      ['2026-11-20T23:00:00', 3],
    ]);
  });

  it('have no segment of another week: its time is wrong, and no bucket is near it', () => {
    const steps = stepsAt({ '2026-08-02T00:00': 1, '12:00': 2, '2026-11-29T00:02': 3 });
    expect(filled(steps)).toEqual([['2026-11-20T12:00:00', 2]]);
  });

  it('are of the day of the segments where the record names another, or none', () => {
    const samples = { '2026-11-21T00:02': 3, '2026-11-21T10:00': 4 };
    for (const day of [DAY, null]) {
      expect(filled(stepsAt(samples, { day }))).toEqual([
        ['2026-11-21T00:00:00', 3],
        ['2026-11-21T10:00:00', 4],
      ]);
    }
  });

  it('count a gap in a segment as none', () => {
    expect(filled(stepsAt({ '08:00': null, '08:01': 9 }))).toEqual([['2026-11-20T08:00:00', 9]]);
  });

  it('have left-out segments that repeat the one before, when only so the total of the day is right', () => {
    const samples = { '08:00': 10, '08:03': 20, '08:04': 0 };
    expect(sumOf(stepBucketsOf(stepsAt(samples, { totalSteps: 50 }), { minutes: 1 }))).toBe(50);
    expect(filled(stepsAt(samples, { totalSteps: 50 }), 1)).toEqual([
      ['2026-11-20T08:00:00', 10],
      ['2026-11-20T08:01:00', 10],
      ['2026-11-20T08:02:00', 10],
      ['2026-11-20T08:03:00', 20],
    ]);
    for (const totalSteps of [30, 45, null]) {
      expect(sumOf(stepBucketsOf(stepsAt(samples, { totalSteps }), { minutes: 1 }))).toBe(30);
    }
    for (const intervalMs of [null, 0, -60_000, 1]) {
      expect(sumOf(stepBucketsOf(stepsAt(samples, { totalSteps: 50, intervalMs }), { minutes: 1 }))).toBe(30);
    }
  });

  it.each([0, -60, 7, 1441, 2880])(
    'are rejected for a length of %i minutes, with the value and the remedy',
    (minutes) => {
      expect(() => stepBucketsOf(stepsAt({}), { minutes })).toThrow(
        `minutes is ${minutes}, which does not divide the 1440 minutes of a day; give 1, 5, 10, 15, 30, 60`,
      );
    },
  );
});
