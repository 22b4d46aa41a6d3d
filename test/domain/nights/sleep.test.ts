import { describe, expect, it } from 'vitest';
import { rechargeFromWire } from '../../../src/domain/nights/recharge.ts';
import { sleepFromWire } from '../../../src/domain/nights/sleep.ts';
import { readingOf } from '../../../src/accesslink/wire-times.ts';
import { spanOf } from '../../../src/domain/nights/sleep-span.ts';
import { documented, recordOf } from '../documented.ts';

describe('sleepFromWire', () => {
  const sleep = sleepFromWire(documented('Sleep', '/v3/users/sleep/{date}'));

  it('gives every duration as text and as seconds', () => {
    expect([sleep.sleepGoal, sleep.sleepGoalSeconds]).toEqual(['PT8H', 28_800]);
    expect([sleep.shortInterruption, sleep.shortInterruptionSeconds]).toEqual(['PT8M20S', 500]);
  });

  it('puts numbers into words and keeps the numbers', () => {
    expect([sleep.continuityClass, sleep.continuityClassNumber]).toEqual(['FAIRLY_FRAGMENTED', 2]);
    expect([sleep.sleepChargeLevel, sleep.sleepCharge]).toEqual(['USUAL', 3]);
    expect([sleep.sleepRating, sleep.sleepRatingNumber]).toEqual(['OK', 3]);
  });

  it('lets each stage last until the next, and the last until the end of the sleep', () => {
    expect(sleep.hypnogram({})).toEqual([
      {
        time: '2020-01-01T00:39:00+03:00',
        timeLocal: '2020-01-01T00:39:00',
        stage: 'LIGHTER_NON_REM',
        stageNumber: 2,
        duration: 'PT11M',
        durationSeconds: 660,
      },
      expect.objectContaining({ time: '2020-01-01T00:50:00+03:00', stage: 'LIGHT_NON_REM', durationSeconds: 1980 }),
      expect.objectContaining({ stage: 'UNKNOWN', stageNumber: 6, duration: 'PT7H56M37S', durationSeconds: 28_597 }),
    ]);
  });

  it('changes the offset of the heart rate in the night in which clocks change', () => {
    const autumn = sleepFromWire(
      recordOf('Sleep', {
        sleep_start_time: '2025-10-25T23:00:00+03:00',
        sleep_end_time: '2025-10-26T07:00:00+02:00',
        heart_rate_samples: { '23:30': 50, '03:30': 0, '03:05': 48 },
      }),
    );
    expect(autumn.heartRateSamples({})).toEqual([
      { time: '2025-10-25T23:30:00+03:00', timeLocal: '2025-10-25T23:30:00', beatsPerMinute: 50 },
      { time: '2025-10-26T03:30:00+03:00', timeLocal: '2025-10-26T03:30:00', beatsPerMinute: null },
      { time: '2025-10-26T03:05:00+02:00', timeLocal: '2025-10-26T03:05:00', beatsPerMinute: 48 },
    ]);
    expect(autumn.heartRateColumns({})?.values).toEqual([50, null, 48]);
    expect(autumn.heartRateStatistics({})).toEqual({ count: 2, minimum: 48, maximum: 50, mean: 49 });
  });

  it('is null where AccessLink fills in a number', () => {
    const unrated = sleepFromWire(
      recordOf('Sleep', { continuity: 0, continuity_class: 0, sleep_charge: -1, sleep_rating: 0 }),
    );
    expect(Object.values({ ...unrated, ...functionsOf(unrated) }).every((value) => value === null)).toBe(true);
  });
});

describe('rechargeFromWire', () => {
  const recharge = rechargeFromWire(
    recordOf('NightlyRecharge', {
      date: '2025-10-26',
      ans_charge: -2.5,
      ans_charge_status: 2,
      nightly_recharge_status: 3,
      beat_to_beat_avg: 0,
      hrv_samples: { '23:55': 40, '00:00': 60 },
      breathing_samples: { '00:30': 13.5, '01:00': 0 },
    }),
  );

  it('puts numbers into words', () => {
    expect([recharge.status, recharge.ansChargeStatus, recharge.averageBeatToBeatMs]).toEqual([
      'COMPROMISED',
      'BELOW_USUAL',
      null,
    ]);
  });

  it('gives the day of each sample', () => {
    expect(recharge.heartRateVariability({})).toEqual([
      { time: '2025-10-25T23:55:00', value: 40 },
      { time: '2025-10-26T00:00:00', value: 60 },
    ]);
    expect(recharge.breathingRateColumns({})).toEqual({
      times: ['2025-10-26T00:30:00', '2025-10-26T01:00:00'],
      values: [13.5, null],
    });
  });

  it('is in the order of time, but for what clocks that were put back show twice', () => {
    const timesOf = (samples: object) =>
      rechargeFromWire(recordOf('NightlyRecharge', { date: '2025-10-26', hrv_samples: samples }))
        .heartRateVariability({})
        ?.map(({ time }) => time.slice(8, 16));
    expect(timesOf({ '00:06': 1, '23:56': 2 })).toEqual(['25T23:56', '26T00:06']);
    expect(timesOf({ '01:00': 1, '05:00': 2, '02:30': 3 })).toEqual(['26T01:00', '26T02:30', '26T05:00']);
    expect(timesOf({ '23:00': 1, '02:55': 2, '02:00': 3 })).toEqual(['25T23:00', '26T02:55', '26T02:00']);
  });

  it('has the hours of the sleep where that is known', () => {
    const wire = recordOf('NightlyRecharge', { date: '2025-10-26', hrv_samples: { '22:06': 44, '18:46': 40 } });
    const sleep = spanOf(readingOf('2025-10-26T18:40:10+02:00'), readingOf('2025-10-26T23:20:10+02:00'));
    expect(rechargeFromWire(wire, sleep).heartRateVariability({})).toEqual([
      { time: '2025-10-26T18:46:00', value: 40 },
      { time: '2025-10-26T22:06:00', value: 44 },
    ]);
    expect(rechargeFromWire(wire).heartRateVariabilityColumns({})?.times).toEqual([
      '2025-10-25T18:46:00',
      '2025-10-25T22:06:00',
    ]);
  });

  it('has samples by the sleep without a date, and none without either', () => {
    const wire = recordOf('NightlyRecharge', { hrv_samples: { '23:55': 40 } });
    const sleep = spanOf(readingOf('2025-10-25T23:00:00'), null);
    expect(rechargeFromWire(wire, sleep).heartRateVariability({})).toEqual([
      { time: '2025-10-25T23:55:00', value: 40 },
    ]);
    expect(rechargeFromWire(wire).heartRateVariability({})).toBeNull();
  });
});

function functionsOf(model: object): Record<string, unknown> {
  const functions = Object.entries(model).filter((entry) => typeof entry[1] === 'function');
  return Object.fromEntries(functions.map(([name, call]) => [name, call({})]));
}
