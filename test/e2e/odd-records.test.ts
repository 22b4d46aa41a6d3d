// Odd values in AccessLink's answers, asked for as a user would: what is odd is null and named in a warning, what is not is
// served, and no request is sent for it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FixedGateway, type Replies, startFixedGateway } from './fixed-replies.ts';

const [BEFORE, DAY] = ['2026-11-20', '2026-11-21'];
const ACTIVITIES = '/v3/users/activities/';
const EXERCISES = '/v3/exercises';

let replies: Replies = {};
let gateway: FixedGateway;

beforeEach(async () => {
  gateway = await startFixedGateway(() => replies);
});
afterEach(() => gateway.close());

async function ask<Data>(query: string) {
  const { data, errors, extensions } = await gateway.ask<{ viewer: Data }>(`{ viewer ${query} }`);
  expect([errors, gateway.reports]).toEqual([undefined, []]);
  return { viewer: data.viewer, warnings: extensions.accesslink.warnings ?? [] };
}

describe('a day of activity with numbers that no field holds', () => {
  it('has null for them and a warning for each, and the other day stands', async () => {
    replies = {
      [ACTIVITIES]: [
        { start_time: `${BEFORE}T00:00`, steps: 4_294_967_295, calories: 1e10, active_calories: 386 },
        { start_time: `${DAY}T00:00`, steps: 4050, calories: 1265.4, active_duration: 'P99999999999W' },
      ],
    };
    const fields = '{ steps energyKcal activeEnergyKcal activeDuration activeDurationSeconds }';
    const range = `between: { from: "${BEFORE}", to: "${DAY}" }`;
    const { viewer, warnings } = await ask<{ days: { nodes: { activity: object }[] } }>(
      `{ days(range: { ${range} }) { nodes { activity ${fields} } } }`,
    );
    const nothing = { activeDuration: null, activeDurationSeconds: null };
    expect(viewer.days.nodes.map(({ activity }) => activity)).toEqual([
      { steps: null, energyKcal: null, activeEnergyKcal: 386, ...nothing },
      { steps: 4050, energyKcal: 1265, activeEnergyKcal: null, ...nothing },
    ]);
    expect(warnings.map(({ resource, date, property, count }) => [resource, date, property, count])).toEqual([
      ['DAILY_ACTIVITY', BEFORE, 'DailyActivity.energyKcal', 1],
      ['DAILY_ACTIVITY', BEFORE, 'DailyActivity.steps', 1],
      ['DAILY_ACTIVITY', DAY, 'DailyActivity.activeDuration', 1],
    ]);
    expect(JSON.stringify(warnings)).not.toMatch(/4294967295|10000000000|99999999999/);
    expect(gateway.takePaths()).toEqual([ACTIVITIES]);
  });

  it('is warned about by the answer that read it, and not by those from memory', async () => {
    replies = { [`${ACTIVITIES}${DAY}`]: { start_time: `${DAY}T00:00`, steps: -1 } };
    const query = `{ day(date: "${DAY}") { activity { steps } } }`;
    expect((await ask(query)).warnings).toHaveLength(1);
    expect((await ask(query)).warnings).toEqual([]);
    expect(gateway.takePaths()).toEqual([`${ACTIVITIES}${DAY}`]);
  });
});

describe('tests of a day', () => {
  it('stand when one of them has a time in microseconds, or an offset that no zone has', async () => {
    const test = { test_status: 'SPO2_TEST_PASSED', test_time: 1_795_255_200, time_zone_offset: 120 };
    replies = {
      '/v3/users/biosensing/spo2': [
        { ...test, blood_oxygen_percent: 98 },
        { ...test, blood_oxygen_percent: 97, test_time: 1_795_255_200_000_000 },
        { ...test, blood_oxygen_percent: 96, time_zone_offset: 7200 },
        { ...test, blood_oxygen_percent: 12, test_status: 'SPO2_TEST_INCONCLUSIVE_TOO_MANY_MISSING_SAMPLES' },
      ],
    };
    const { viewer } = await ask(
      `{ day(date: "${DAY}") { biosensing { spo2Tests { bloodOxygenPercent testTime utcOffsetMinutes } } } }`,
    );
    const [time, utc] = ['2026-11-21T12:00:00+02:00', '2026-11-21T10:00:00Z'];
    expect(viewer).toEqual({
      day: {
        biosensing: {
          spo2Tests: [
            { bloodOxygenPercent: 98, testTime: time, utcOffsetMinutes: 120 },
            { bloodOxygenPercent: 96, testTime: utc, utcOffsetMinutes: null },
            { bloodOxygenPercent: null, testTime: time, utcOffsetMinutes: 120 },
            { bloodOxygenPercent: 97, testTime: null, utcOffsetMinutes: 120 },
          ],
        },
      },
    });
    expect(gateway.takePaths()).toEqual(['/v3/users/biosensing/spo2']);
  });
});

describe('a list of sessions', () => {
  const session = { start_time: `${DAY}T07:11:09`, start_time_utc_offset: 120, sport: 'RUNNING' };

  it('keeps what can be read of odd ones, and has one of two with the same id', async () => {
    replies = {
      [EXERCISES]: [
        null,
        session,
        { ...session, id: 'a', start_time: `${DAY}T06:00`, heart_rate: 140, samples: 'none' },
        { ...session, id: 'd', calories: 588 },
        { ...session, id: 'd', calories: 589 },
      ],
    };
    const { viewer, warnings } = await ask(
      '{ exercises { edges { cursor node { polarExerciseId energyKcal averageHeartRate } } } }',
    );
    expect(viewer).toMatchObject({
      exercises: {
        edges: [
          { node: { polarExerciseId: 'a', energyKcal: null, averageHeartRate: null } },
          { node: { polarExerciseId: 'd', energyKcal: 589 } },
        ],
      },
    });
    expect(warnings.map(({ resource, date, property }) => [resource, date, property])).toEqual([
      ['EXERCISES', DAY, null],
      ['EXERCISES', DAY, 'Exercise.averageHeartRate'],
      ['EXERCISES', DAY, 'Exercise.samples'],
      ['EXERCISES', null, null],
      ['EXERCISES', null, null],
    ]);
    expect(gateway.takePaths()).toEqual([EXERCISES]);
  });

  it('is not needed to name the day of a session that is asked for alone', async () => {
    replies = { [`${EXERCISES}/a`]: { ...session, id: 'a', calories: -1 } };
    const { warnings } = await ask('{ exercise(id: "a") { energyKcal } }');
    expect(warnings).toMatchObject([{ resource: 'EXERCISES', date: DAY, property: 'Exercise.energyKcal', count: 1 }]);
    expect(gateway.takePaths()).toEqual([`${EXERCISES}/a`]);
  });

  it('tells the known sport where the other one is unknown, and a heart rate of 0 from a speed of 0', async () => {
    const samples = [
      { recording_rate: 1, sample_type: 0, data: '0,0,84,85,,86,0,87' },
      { recording_rate: 1, sample_type: 1, data: '0,0,4.5' },
    ];
    replies = {
      [EXERCISES]: [
        { ...session, id: 'a', detailed_sport_info: 'UNKNOWN', samples },
        { ...session, id: 'b', detailed_sport_info: ' ', sport: 'cycling' },
        { ...session, id: 'c', detailed_sport_info: null, sport: 'OTHER' },
        { ...session, id: 'd', detailed_sport_info: 'Unknown', sport: '' },
      ],
    };
    const { viewer } = await ask<{ exercises: { nodes: { sport: object | null; samples: object[] | null }[] } }>(
      '{ exercises { nodes { sport { code fit { sport } } samples { values statistics { minimum } } } } }',
    );
    const { nodes } = viewer.exercises;
    expect(nodes.map(({ sport }) => sport)).toEqual([
      { code: 'RUNNING', fit: { sport: 'RUNNING' } },
      { code: 'CYCLING', fit: { sport: 'CYCLING' } },
      { code: 'OTHER', fit: { sport: 'GENERIC' } },
      null,
    ]);
    expect(nodes[0]?.samples).toEqual([
      { values: [null, null, 84, 85, null, 86, null, 87], statistics: { minimum: 84 } },
      { values: [0, 0, 4.5], statistics: { minimum: 0 } },
    ]);
    expect(gateway.takePaths()).toEqual([EXERCISES]);
  });
});
