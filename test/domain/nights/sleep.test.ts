import { describe, expect, it } from 'vitest';
import { rechargeFromWire } from '../../../src/domain/nights/recharge.ts';
import { sleepFromWire } from '../../../src/domain/nights/sleep.ts';
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
        stage: 'LIGHTER_NON_REM',
        stageNumber: 2,
        duration: 'PT11M',
        durationSeconds: 660,
      },
      {
        time: '2020-01-01T00:50:00+03:00',
        stage: 'LIGHT_NON_REM',
        stageNumber: 3,
        duration: 'PT33M',
        durationSeconds: 1980,
      },
      {
        time: '2020-01-01T01:23:00+03:00',
        stage: 'UNKNOWN',
        stageNumber: 6,
        duration: 'PT7H56M37S',
        durationSeconds: 28_597,
      },
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
      { time: '2025-10-25T23:30:00+03:00', beatsPerMinute: 50 },
      { time: '2025-10-26T03:30:00+03:00', beatsPerMinute: null },
      { time: '2025-10-26T03:05:00+02:00', beatsPerMinute: 48 },
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
});

function functionsOf(model: object): Record<string, unknown> {
  const functions = Object.entries(model).filter((entry) => typeof entry[1] === 'function');
  return Object.fromEntries(functions.map(([name, call]) => [name, call({})]));
}
