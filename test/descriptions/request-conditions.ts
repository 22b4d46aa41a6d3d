// Conditions that a question decides: what was asked for is not there, is somebody else's, or is not known yet.
import { answerOf, type Condition, DAY, same, viewerOf } from './condition.ts';

const ALERTNESS = '/v3/users/sleepwise/alertness/date';
const SLEEP = `/v3/users/sleep/${DAY}`;
const ACTIVITY = `/v3/users/activities/${DAY}`;
const EMPTY = {
  activity: null,
  heartRate: null,
  cardioLoad: null,
  night: null,
  exercises: [],
  alertness: null,
  circadianBedtime: null,
};
const sleep = { date: DAY, sleep_score: 80, sleep_start_time: `${DAY}T00:10:00+02:00` };
const prediction = {
  grade: 7,
  grade_type: 'GRADE_TYPE_PRIMARY',
  sleep_period_end_time: '2026-11-23T06:00:00',
  sleep_timezone_offset_minutes: 0,
};

export const requestConditions: readonly Condition[] = [
  {
    of: ['Day', 'Day.activity', 'Day.heartRate', 'Day.cardioLoad'],
    claim: 'null when nothing was recorded',
    check: async () => ({ got: await emptyDay(), expected: { day: EMPTY } }),
  },
  { of: ['Day.night'], claim: 'null when there is no data', check: async () => same(await emptyDay(), { day: EMPTY }) },
  {
    of: ['Day.alertness', 'Day.circadianBedtime'],
    claim: 'null when there is none',
    check: async () => same(await emptyDay(), { day: EMPTY }),
  },
  {
    of: ['Day.exercises'],
    claim: 'empty when there were none, null when they could not be read',
    check: async () => {
      const { data, errors } = await answerOf(
        { '/v3/exercises': 503 },
        `{ viewer { day(date: "${DAY}") { exercises { id } } } }`,
      );
      return same(
        [data, errors.length, await emptyDay()],
        [{ viewer: { day: { exercises: null } } }, 1, { day: EMPTY }],
      );
    },
  },
  {
    of: ['User.night', 'User.exercise', 'User.physicalInfo', 'User.latestCardioLoad'],
    claim: 'null when',
    check: async () => {
      const selection = `night(date: "${DAY}") { date } exercise(id: "x") { id } physicalInfo { id } latestCardioLoad { id }`;
      const nothing = { night: null, exercise: null, physicalInfo: null, latestCardioLoad: null };
      return same(await viewerOf({}, selection), nothing);
    },
  },
  {
    of: ['User.polarUserId'],
    claim: 'null when the request did not name the user of its token',
    check: async () => {
      const authorization = 'Bearer a-token';
      const named = await viewerOf({}, 'polarUserId', { headers: { authorization, 'polar-user-id': '12' } });
      const unnamed = await viewerOf({}, 'polarUserId', { headers: { authorization } });
      return same([named, unnamed], [{ polarUserId: '12' }, { polarUserId: null }]);
    },
  },
  {
    of: ['Query.node', 'Query.nodes'],
    claim: 'does not exist or does not belong to the viewer',
    check: { file: 'test/server/graphql/node.test.ts', title: 'byte for byte, as one that does not exist' },
  },
  {
    of: ['Query.partner'],
    claim: 'null for everybody else',
    check: async () =>
      same((await answerOf({}, '{ partner { users { nodes { polarUserId } } } }')).data, { partner: null }),
  },
  {
    of: ['PageInfo.startCursor', 'PageInfo.endCursor'],
    claim: 'null when the page is empty',
    check: async () =>
      same(await viewerOf({}, 'days(first: 0) { pageInfo { startCursor endCursor } }'), {
        days: { pageInfo: { startCursor: null, endCursor: null } },
      }),
  },
  {
    of: ['DailyActivity.stepBuckets', 'ActivitySamples.stepBuckets'],
    claim: 'null when no steps were recorded',
    check: async () => {
      const replies = { [ACTIVITY]: { start_time: `${DAY}T00:00`, samples: { date: DAY, inactivity_stamps: [] } } };
      const activity = 'activity { stepBuckets { steps } samples { stepBuckets { steps } inactivityStamps } }';
      const got = await viewerOf(replies, `day(date: "${DAY}") { ${activity} }`);
      const samples = { stepBuckets: null, inactivityStamps: [] };
      return same(got, { day: { activity: { stepBuckets: null, samples } } });
    },
  },
  {
    of: ['Exercise.sport', 'CollectedExercise.sport'],
    claim: 'null when none was',
    check: async () =>
      same(await exercise({ sport: null, detailed_sport_info: null }, 'sport { code }'), { sport: null }),
  },
  {
    of: ['Exercise.day'],
    claim: 'null when the start is unknown',
    check: async () => same(await exercise({ start_time: null }, 'day { date }'), { day: null }),
  },
  {
    of: ['Night'],
    claim: 'when the sleep itself does not, as before a predicted alertness, its fields are null',
    check: async () => {
      const got = await viewerOf(
        { [ALERTNESS]: [prediction] },
        'night(date: "2026-11-23") { sleepScore alertness { grade } }',
      );
      return same(got, { night: { sleepScore: null, alertness: { grade: 7 } } });
    },
  },
  {
    of: ['Night.recharge', 'Night.skinTemperature', 'Night.alertness', 'Night.circadianBedtime'],
    claim: 'null when',
    check: async () => {
      const parts = 'recharge { id } skinTemperature { id } alertness { id } circadianBedtime { id }';
      const nothing = { recharge: null, skinTemperature: null, alertness: null, circadianBedtime: null };
      const got = await viewerOf({ [SLEEP]: sleep }, `night(date: "${DAY}") { sleepScore ${parts} }`);
      return same(got, { night: { sleepScore: 80, ...nothing } });
    },
  },
  {
    of: ['AvailableNight.startTime', 'AvailableNight.endTime'],
    claim: 'null when the offset is unknown',
    check: async () => {
      const night = { date: DAY, start_time: `${DAY}T00:10:00`, end_time: `${DAY}T07:00:00` };
      const fields = 'startTime startTimeLocal endTime endTimeLocal';
      const got = await viewerOf(
        { '/v3/users/sleep/available': { available: [night] } },
        `availableNights { ${fields} }`,
      );
      const local = { startTimeLocal: night.start_time, endTimeLocal: night.end_time };
      return same(got, { availableNights: [{ startTime: null, endTime: null, ...local }] });
    },
  },
  {
    of: ['AvailableNight.night'],
    claim: 'null when its date is unknown, or AccessLink does not have it any more',
    check: async () => {
      const available = [{ date: 'x', start_time: null, end_time: null }, { date: DAY }];
      const got = await viewerOf({ '/v3/users/sleep/available': { available } }, 'availableNights { night { date } }');
      return same(got, { availableNights: [{ night: null }, { night: null }] });
    },
  },
  {
    of: ['RateLimit.short', 'RateLimit.long'],
    claim: "null before AccessLink's first response",
    check: async () =>
      same((await answerOf({}, '{ rateLimit { short { used } long { used } } }')).data, {
        rateLimit: { short: null, long: null },
      }),
  },
  {
    of: ['RateLimit.share'],
    claim: 'null for a caller who has not proved who they are',
    check: async () => {
      const headers = { authorization: 'Bearer made-up' };
      const { data } = await answerOf({}, '{ rateLimit { share { usedToday } } }', { headers });
      return same(data, { rateLimit: { share: null } });
    },
  },
];

/** Everything of a day of which AccessLink has nothing. */
function emptyDay(): Promise<unknown> {
  const parts = Object.keys(EMPTY).map((part) => `${part} { id }`);
  return viewerOf({}, `day(date: "${DAY}") { ${parts.join(' ')} }`);
}

async function exercise(changes: object, selection: string): Promise<unknown> {
  const list = [{ id: 'a', start_time: `${DAY}T08:00:00`, ...changes }];
  const viewer = await viewerOf({ '/v3/exercises': list }, `exercises { nodes { ${selection} } }`);
  return Object(viewer)['exercises'].nodes[0];
}
