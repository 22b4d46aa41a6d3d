// The stages of a night lie within it and fill it, whatever keys AccessLink sends and in which order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sleepFromWire } from '../../../src/domain/nights/sleep.ts';
import { recordOf } from '../documented.ts';

const NIGHT = { sleep_start_time: '2026-11-20T23:39:07+03:00', sleep_end_time: '2026-11-21T07:00:00+03:00' };
const NAIVE = { sleep_start_time: '2026-11-20T23:39:07.000', sleep_end_time: '2026-11-21T07:00:00' };

const sleepOf = (wire: object) => sleepFromWire(recordOf('Sleep', { date: '2026-11-21', ...wire }));
const stagesOf = (hypnogram: object, times: object = NIGHT) => sleepOf({ ...times, hypnogram }).hypnogram({}) ?? [];
const secondsOf = (hypnogram: object, times?: object) =>
  stagesOf(hypnogram, times).map(({ durationSeconds }) => durationSeconds);
const clocksOf = (hypnogram: object, times?: object) =>
  stagesOf(hypnogram, times).map(({ timeLocal }) => timeLocal.slice(5, 19));

describe('a hypnogram', () => {
  it('with a key after waking up ends with the sleep', () => {
    expect(stagesOf({ '23:39': 4, '07:30': 0 })).toMatchObject([{ stage: 'DEEP_NON_REM', durationSeconds: 26_460 }]);
    expect(secondsOf({ '23:39': 4, '02:00': 2, '07:00': 0 })).toEqual([8460, 18_000]);
  });

  it('sorted by its keys, with seconds in them, is in the order of the night', () => {
    const hypnogram = { '02:10:00': 1, '06:40:00': 0, '23:39:00': 0, '23:50:30': 4 };
    expect(clocksOf(hypnogram)).toEqual(['11-20T23:39:00', '11-20T23:50:30', '11-21T02:10:00', '11-21T06:40:00']);
    expect(secondsOf(hypnogram)).toEqual([690, 8370, 16_200, 1200]);
  });

  it('begins with the sleep when a stage began before it, and stages that ended before it are left out', () => {
    const hypnogram = { '23:20': 0, '23:35': 2, '01:00': 4 };
    expect(stagesOf(hypnogram)).toMatchObject([
      { time: '2026-11-20T23:39:07+03:00', stage: 'LIGHTER_NON_REM', durationSeconds: 4853 },
      { time: '2026-11-21T01:00:00+03:00', stage: 'DEEP_NON_REM', durationSeconds: 21_600 },
    ]);
  });

  it('of a sleep without offsets has local times and durations, and no instants', () => {
    expect(stagesOf({ '23:39': 4, '02:10': 1 }, NAIVE)).toMatchObject([
      { time: null, timeLocal: '2026-11-20T23:39:00', durationSeconds: 9060 },
      { time: null, timeLocal: '2026-11-21T02:10:00', durationSeconds: 17_400 },
    ]);
  });

  it('of a sleep without an end has no duration for its last stage', () => {
    expect(secondsOf({ '23:39': 4, '02:10': 1 }, { ...NIGHT, sleep_end_time: null })).toEqual([9060, null]);
  });

  it('of a sleep of which only the date is known has local times', () => {
    const unknown = { sleep_start_time: null, sleep_end_time: null };
    expect(clocksOf({ '02:10': 1, '23:39': 4 }, unknown)).toEqual(['11-20T23:39:00', '11-21T02:10:00']);
    expect(sleepOf({ date: null, ...unknown, hypnogram: { '02:10': 1 } }).hypnogram({})).toBeNull();
  });

  it('tells apart equal times in the night in which clocks are put back', () => {
    const times = { sleep_start_time: '2025-10-26T00:30:00+03:00', sleep_end_time: '2025-10-26T07:00:00+02:00' };
    const hypnogram = { '00:30': 2, '03:40': 4, '03:40:00': 1, '06:00': 0 };
    expect(stagesOf(hypnogram, times)).toMatchObject([
      { time: '2025-10-26T00:30:00+03:00', durationSeconds: 11_400 },
      { time: '2025-10-26T03:40:00+03:00', durationSeconds: 3600 },
      { time: '2025-10-26T03:40:00+02:00', durationSeconds: 8400 },
      { time: '2025-10-26T06:00:00+02:00', durationSeconds: 3600 },
    ]);
  });

  it('fills the night from its first key to its end, in any order of keys, with or without offsets', () => {
    const nights = fc.record({
      minutes: fc.uniqueArray(fc.integer({ min: -60, max: 520 }), { minLength: 1, maxLength: 30 }),
      hasOffset: fc.boolean(),
    });
    const midnight = Date.parse('2026-11-20T23:39Z');
    fc.assert(
      fc.property(nights, ({ minutes, hasOffset }) => {
        const keys = minutes.map((minute) => new Date(midnight + minute * 60_000).toISOString().slice(11, 16));
        const stages = stagesOf(Object.fromEntries(keys.map((key) => [key, 3])), hasOffset ? NIGHT : NAIVE);
        const first = Math.min(...minutes.filter((minute) => minute >= 0));
        const begin = minutes.some((minute) => minute < 0) && first !== 0 ? 7 : first * 60;
        const total = stages.reduce((sum, { durationSeconds }) => sum + (durationSeconds ?? Number.NaN), 0);
        expect(total).toBe(Math.max(0, 26_460 - begin));
        expect(stages.every(({ durationSeconds }) => (durationSeconds ?? 0) > 0)).toBe(true);
        expect(stages.map(({ timeLocal }) => timeLocal)).toEqual(stages.map(({ timeLocal }) => timeLocal).toSorted());
      }),
    );
  });
});

describe('heart rate during a night', () => {
  it('lies within the sleep, but for an average that began up to five minutes before it', () => {
    const { heartRateSamples } = sleepOf({
      ...NIGHT,
      heart_rate_samples: { '23:30': 70, '23:35': 66, '00:46': 52.5, '07:00': 60, '07:05': 80 },
    });
    expect(heartRateSamples({})).toEqual([
      { time: '2026-11-20T23:35:00+03:00', timeLocal: '2026-11-20T23:35:00', beatsPerMinute: 66 },
      { time: '2026-11-21T00:46:00+03:00', timeLocal: '2026-11-21T00:46:00', beatsPerMinute: 53 },
      { time: '2026-11-21T07:00:00+03:00', timeLocal: '2026-11-21T07:00:00', beatsPerMinute: 60 },
    ]);
  });

  it('has no list of instants without offsets, and the clock of the device all the same', () => {
    const { heartRateColumns, heartRateStatistics } = sleepOf({ ...NAIVE, heart_rate_samples: { '00:46': 52 } });
    expect(heartRateColumns({})).toEqual({ times: null, timesLocal: ['2026-11-21T00:46:00'], values: [52] });
    expect(heartRateStatistics({})?.maximum).toBe(52);
  });

  it('that was not measured has no columns', () => {
    expect(sleepOf(NIGHT).heartRateColumns({})).toBeNull();
  });
});
