// Records that lie on one day, or at one time: each has an id of its own, by any way and in any time zone.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FixedGateway, type Replies, startFixedGateway } from '../fixed-replies.ts';

const DAY = '2026-11-20';
const TIME = 1_795_168_800;

interface Identified {
  readonly id: string;
  readonly [field: string]: unknown;
}

let replies: Replies = {};
let gateway: FixedGateway;
beforeEach(async () => {
  gateway = await startFixedGateway(() => replies);
});
afterEach(() => gateway.close());

async function ask(query: string, zone = 'UTC'): Promise<unknown> {
  const { data, errors } = await gateway.ask(query, { headers: { 'accesslink-time-zone': zone } });
  expect([errors, gateway.reports]).toEqual([undefined, []]);
  return data;
}

/** The objects of a list of the biosensing of a day, or of the day itself. */
async function listOn(selection: string, day = DAY, zone = 'UTC'): Promise<readonly Identified[]> {
  const data = await ask(`{ viewer { day(date: "${day}") { ${selection} } } }`, zone);
  return JSON.parse(/\[.*\]/.exec(JSON.stringify(data))?.[0] ?? '[]');
}

async function expectEachFound(type: string, fields: string, objects: readonly Identified[]): Promise<void> {
  expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length);
  for (const object of objects) {
    const data = await ask(`{ node(id: "${object.id}") { ... on ${type} { id ${fields} } } }`);
    expect(data).toEqual({ node: object });
  }
}

describe('several records of one day', () => {
  it('are found by their ids when they are tests of one device at one time', async () => {
    const test = { source_device_id: 'A', test_time: TIME, time_zone_offset: 120, test_status: 'SPO2_TEST_PASSED' };
    replies = {
      '/v3/users/biosensing/spo2': [97, 98, 99].map((percent) => ({ ...test, blood_oxygen_percent: percent })),
    };
    const tests = await listOn('biosensing { spo2Tests { id bloodOxygenPercent } }');
    expect(tests.map(({ bloodOxygenPercent }) => bloodOxygenPercent)).toEqual([97, 98, 99]);
    await expectEachFound('Spo2Test', 'bloodOxygenPercent', tests);
    expect(gateway.takePaths()).toEqual(['/v3/users/biosensing/spo2']);
  });

  it('are found by their ids when they are measured by two sensors from one start', async () => {
    const period = { start_time: `${DAY}T10:00:00`, end_time: `${DAY}T11:00:00`, source_device_id: 'A' };
    replies = {
      '/v3/users/biosensing/bodytemperature': ['SL_DISTAL', 'SL_PROXIMAL'].map((sensor_location) => ({
        ...period,
        sensor_location,
      })),
    };
    const periods = await listOn('biosensing { bodyTemperature { id sensorLocation } }');
    expect(periods).toHaveLength(2);
    await expectEachFound('BodyTemperaturePeriod', 'sensorLocation', periods);
  });

  it('are found by their ids when the day has a nap, and that of the main sleep keeps its id without the nap', async () => {
    const sleep = { sleep_period_end_time: `${DAY}T06:00:00`, sleep_timezone_offset_minutes: 0, grade: 7 };
    const main = { ...sleep, grade_type: 'GRADE_TYPE_PRIMARY', period_start_time: `${DAY}T06:00:00` };
    const nap = { ...sleep, grade: 3, grade_type: 'GRADE_TYPE_ADDITIONAL', period_start_time: `${DAY}T02:00:00` };
    replies = { '/v3/users/sleepwise/alertness/date': [nap, main] };
    const list = `alertnessPeriods(range: { on: "${DAY}" }) { id grade }`;
    const periods: readonly Identified[] = Object(await ask(`{ viewer { ${list} } }`))['viewer'].alertnessPeriods;
    expect(periods.map(({ grade }) => grade)).toEqual([3, 7]);
    await expectEachFound('Alertness', 'grade', periods);
    await gateway.close();
    gateway = await startFixedGateway(() => replies);
    replies = { '/v3/users/sleepwise/alertness/date': [{ ...main, grade: 8, period_start_time: `${DAY}T06:05:00` }] };
    expect(await ask(`{ viewer { day(date: "${DAY}") { alertness { id grade } } } }`)).toEqual({
      viewer: { day: { alertness: { id: periods[1]?.id, grade: 8 } } },
    });
  });
});

describe('a record with UTC times alone', () => {
  it('has the same id in every time zone, on whichever day it lies there, and is found by it in each', async () => {
    const changes = [{ recording_time_delta_milliseconds: 0, skin_contact: true }];
    replies = {
      '/v3/users/biosensing/skincontacts': [
        { start_time: `${DAY}T22:30:00`, end_time: `${DAY}T23:30:00`, skin_contact_changes: changes },
      ],
    };
    const [here] = await listOn('biosensing { skinContacts { id startTime } }');
    const [there] = await listOn('biosensing { skinContacts { id startTime } }', '2026-11-21', 'Asia/Tokyo');
    expect(there).toEqual(here);
    for (const zone of ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      const data = await ask(`{ node(id: "${here?.id}") { ... on SkinContactPeriod { startTime } } }`, zone);
      expect(data).toEqual({ node: { startTime: here?.['startTime'] } });
    }
  });
});
