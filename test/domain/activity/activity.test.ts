import { expect, it } from 'vitest';
import { activityFromWire } from '../../../src/domain/activity/activity.ts';
import { documented, recordOf } from '../documented.ts';

const activityOf = (body: object) => activityFromWire(recordOf('ActivitySummaryWithAllSamples', body));

it('takes the date of the start, else that of the samples', () => {
  const activity = activityFromWire(documented('ActivitySummaryWithAllSamples', '/v3/users/activities'));
  expect([activity.date, activity.samples?.date]).toEqual(['2025-08-13', '2022-02-10']);
  expect(activityOf({ samples: { date: '2025-09-10' } }).date).toBe('2025-09-10');
});

it('tells times by the clock of the device, with seconds', () => {
  expect(activityOf({ start_time: '2025-09-10T00:00', end_time: '2025-09-10T23:59:59' })).toMatchObject({
    startTime: '2025-09-10T00:00:00',
    endTime: '2025-09-10T23:59:59',
  });
});

it('serves steps as they were sent and invents none', () => {
  const { samples } = activityOf({
    samples: {
      steps: {
        interval_ms: 60_000,
        total_steps: 60,
        samples: [
          { steps: 20, timestamp: '2025-09-10T08:01' },
          { steps: 1, timestamp: 'soon' },
          { steps: 40, timestamp: '2025-09-10T08:09' },
        ],
      },
    },
  });
  expect([samples?.intervalMs, samples?.totalSteps]).toEqual([60_000, 60]);
  expect(samples?.steps({})).toEqual([
    { time: '2025-09-10T08:01:00', steps: 20 },
    { time: '2025-09-10T08:09:00', steps: 40 },
  ]);
  expect(samples?.stepColumns({})).toEqual({ times: ['2025-09-10T08:01:00', '2025-09-10T08:09:00'], values: [20, 40] });
  expect(samples?.stepStatistics({})).toEqual({ count: 2, minimum: 20, maximum: 40, mean: 30 });
});

it('knows the zone of a device that is not worn, and that it does not know others', () => {
  const zones = ['NON_WEAR', 'FLYING', null].map((zone) => ({ zone, timestamp: '2025-09-10T08:01' }));
  const { samples } = activityOf({ samples: { activity_zones: { samples: zones } } });
  expect(samples?.zones({})?.map(({ zone }) => zone)).toEqual(['NON_WEAR', 'UNKNOWN', 'UNKNOWN']);
});

it('takes stamps in a list and around a list', () => {
  const stamps = [{ stamp: '2025-09-10T16:04' }];
  for (const inactivity_stamps of [stamps, { samples: stamps }]) {
    expect(activityOf({ samples: { inactivity_stamps } }).samples?.inactivityStamps({})).toEqual([
      '2025-09-10T16:04:00',
    ]);
  }
});

it('has no parts that were not sent', () => {
  expect(activityOf({}).samples).toBeNull();
  const { samples } = activityOf({ samples: { date: '2025-09-10' } });
  expect([samples?.steps({}), samples?.zones({}), samples?.inactivityStamps({}), samples?.intervalMs]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
