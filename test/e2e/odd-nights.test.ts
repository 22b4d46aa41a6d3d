// Nights with odd clock times, asked for as a user would: sleep and recharge show the same hours, in as few requests.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FixedGateway, type Replies, startFixedGateway } from './fixed-replies.ts';

const [BEFORE, DAY] = ['2026-11-20', '2026-11-21'];
const SLEEP = `/v3/users/sleep/${DAY}`;
const RECHARGE = `/v3/users/nightly-recharge/${DAY}`;

let replies: Replies = {};
let gateway: FixedGateway;

beforeEach(async () => {
  gateway = await startFixedGateway(() => replies);
});
afterEach(() => gateway.close());

async function night(fields: string): Promise<unknown> {
  const { data, errors } = await gateway.ask<{ viewer: { day: { night: unknown } } }>(
    `{ viewer { day(date: "${DAY}") { night { ${fields} } } } }`,
  );
  expect([errors, gateway.reports]).toEqual([undefined, []]);
  return data.viewer.day.night;
}

const evening = {
  [SLEEP]: {
    date: DAY,
    sleep_start_time: `${DAY}T18:40:10+02:00`,
    sleep_end_time: `${DAY}T23:20:10+02:00`,
    heart_rate_samples: { '18:45': 61 },
  },
  [RECHARGE]: { date: DAY, hrv_samples: { '18:46': 40, '22:06': 44 } },
};

describe('the recharge of a sleep in the evening', () => {
  it('has the hours of the sleep, which costs nothing when the operation reads it', async () => {
    replies = evening;
    expect(await night('heartRateSamples { time } recharge { heartRateVariability { time } }')).toEqual({
      heartRateSamples: [{ time: `${DAY}T18:45:00+02:00` }],
      recharge: { heartRateVariability: [{ time: `${DAY}T18:46:00` }, { time: `${DAY}T22:06:00` }] },
    });
    expect(gateway.takePaths().toSorted()).toEqual([RECHARGE, SLEEP].toSorted());
  });

  it('has the same hours when it is asked for alone: only the sleep can show the day', async () => {
    replies = evening;
    expect(await night('recharge { heartRateVariability { time } }')).toEqual({
      recharge: { heartRateVariability: [{ time: `${DAY}T18:46:00` }, { time: `${DAY}T22:06:00` }] },
    });
    expect(gateway.takePaths()).toEqual([RECHARGE, SLEEP]);
  });

  it('is taken for that of the evening before when there is no sleep', async () => {
    replies = { [RECHARGE]: evening[RECHARGE] };
    expect(await night('recharge { heartRateVariability { time } }')).toEqual({
      recharge: { heartRateVariability: [{ time: `${BEFORE}T18:46:00` }, { time: `${BEFORE}T22:06:00` }] },
    });
    expect(gateway.takePaths()).toEqual([RECHARGE, SLEEP]);
  });
});

describe('the recharge of a night', () => {
  it('shows its own days, in any order of its keys, and asks for no sleep', async () => {
    replies = { [RECHARGE]: { date: DAY, hrv_samples: { '00:06': 44, '23:56': 40 } } };
    expect(await night('recharge { heartRateVariability { time } }')).toEqual({
      recharge: { heartRateVariability: [{ time: `${BEFORE}T23:56:00` }, { time: `${DAY}T00:06:00` }] },
    });
    expect(gateway.takePaths()).toEqual([RECHARGE]);
  });
});

describe('a sleep', () => {
  const FIELDS =
    'startTime startTimeLocal hypnogram { time timeLocal durationSeconds } heartRateStatistics { maximum }';
  const maps = { hypnogram: { '02:10:00': 1, '06:40:00': 0, '23:39:00': 4 }, heart_rate_samples: { '23:41': 58.5 } };
  const stages = (offset: string | null) =>
    [
      [`${BEFORE}T23:39:00`, 9060],
      [`${DAY}T02:10:00`, 16_200],
      [`${DAY}T06:40:00`, 1200],
    ].map(([timeLocal, durationSeconds]) => ({
      time: offset && `${timeLocal}${offset}`,
      timeLocal,
      durationSeconds,
    }));

  it.each([
    ['with offsets', '+03:00'],
    ['without offsets', ''],
  ])('%s and keys sorted by text shows its stages and heart rate', async (_, offset) => {
    const times = { sleep_start_time: `${BEFORE}T23:39:07${offset}`, sleep_end_time: `${DAY}T07:00:00${offset}` };
    replies = { [SLEEP]: { nights: [{ date: DAY, ...times, ...maps }] } };
    expect(await night(FIELDS)).toEqual({
      startTime: offset ? `${BEFORE}T23:39:07+03:00` : null,
      startTimeLocal: `${BEFORE}T23:39:07`,
      hypnogram: stages(offset || null),
      heartRateStatistics: { maximum: 59 },
    });
    expect(gateway.takePaths()).toEqual([SLEEP]);
  });
});
