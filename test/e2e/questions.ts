// The queries whose cost is promised: each with the requests that it may send when nothing is cached.

/** A query and the paths that it requests. `$-27` is the date 27 days before the simulator's today. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly paths: readonly string[];
  /** How many of them are sent at once, and then when those are answered; all at once where it is left out. */
  readonly rounds?: readonly number[];
}

const days = (count: number, fields: string) =>
  `{ viewer { days(range: { lastDays: ${count} }) { nodes { date ${fields} } } } }`;

/** Windows of 28 days from today backwards. */
const activityWindows = (count: number) =>
  Array.from({ length: Math.ceil(count / 28) }, (_, index) => {
    const to = index * 28;
    const from = Math.min(count - 1, to + 27);
    return from === to ? `/v3/users/activities/$-${from}` : `/v3/users/activities/?from=$-${from}&to=$-${to}`;
  });

const FULL_DAY = `date
  activity { steps samples { steps { steps } zones { zone } inactivityStamps } } heartRate { statistics { mean } }
  cardioLoad { strain } night { sleepScore recharge { ansCharge } } alertness { grade } circadianBedtime { quality }
  exercises { durationSeconds }
  biosensing { bodyTemperature { sensorLocation } skinTemperature { sleepDate } skinContacts { startTime }
    ecgTests { averageHeartRate } spo2Tests { bloodOxygenPercent } }`;

export const questions: readonly Question[] = [
  {
    name: '28 days of steps, strain, sleep score and ANS charge',
    query: days(28, 'activity { steps } cardioLoad { strain } night { sleepScore recharge { ansCharge } }'),
    paths: [
      '/v3/users/activities/?from=$-27&to=$-0',
      '/v3/users/cardio-load/date?from=$-27&to=$-0',
      '/v3/users/sleep',
      '/v3/users/nightly-recharge',
    ],
  },
  { name: '60 days of steps', query: days(60, 'activity { steps }'), paths: activityWindows(60) },
  { name: '365 days of steps', query: days(365, 'activity { steps }'), paths: activityWindows(365) },
  {
    name: 'exercises with samples, zones and route',
    query: `{ viewer { exercises { nodes { id samples { values } heartRateZones { lowerLimit } route { pointCount } } } } }`,
    paths: ['/v3/exercises?samples=true&zones=true&route=true'],
  },
  {
    name: 'all of one day',
    query: `{ viewer { day(date: "$-1") { ${FULL_DAY} } } }`,
    paths: [
      '/v3/users/activities/$-1?steps=true&activity_zones=true&inactivity_stamps=true',
      '/v3/users/continuous-heart-rate/$-1',
      '/v3/users/cardio-load/$-1',
      '/v3/users/sleep/$-1',
      '/v3/users/nightly-recharge/$-1',
      '/v3/users/sleepwise/alertness/date?from=$-1&to=$-1',
      '/v3/users/sleepwise/circadian-bedtime/date?from=$-1&to=$-1',
      '/v3/exercises',
      '/v3/users/biosensing/bodytemperature?from=$-2&to=$-0',
      '/v3/users/biosensing/skintemperature?from=$-1&to=$-1',
      '/v3/users/biosensing/skincontacts?from=$-2&to=$-0',
      '/v3/users/biosensing/ecg?from=$-1&to=$-1',
      '/v3/users/biosensing/spo2?from=$-1&to=$-1',
    ],
  },
  {
    name: 'days under aliases',
    query: `{ viewer { a: day(date: "$-3") { activity { steps } } b: day(date: "$-9") { activity { steps } }
      c: days(range: { lastDays: 2 }) { nodes { activity { energyKcal } } } } }`,
    paths: ['/v3/users/activities/?from=$-9&to=$-0'],
  },
  {
    name: '150 days of cardio load',
    query: days(150, 'cardioLoad { load }'),
    paths: ['/v3/users/cardio-load/period/days/150'],
  },
  {
    name: 'two nights of this month',
    query: '{ viewer { a: night(date: "$-3") { sleepScore } b: night(date: "$-20") { sleepScore } } }',
    paths: ['/v3/users/sleep'],
  },
  {
    name: 'one night of last month',
    query: '{ viewer { night(date: "$-40") { sleepScore } } }',
    paths: ['/v3/users/sleep/$-40'],
  },
  {
    name: 'the recharge of a month, and nothing of the sleep',
    query: days(28, 'night { recharge { ansCharge } }'),
    paths: ['/v3/users/nightly-recharge'],
  },
  {
    name: 'one exercise',
    query: '{ viewer { exercise(id: "unknown") { durationSeconds heartRateZones { index } } } }',
    paths: ['/v3/exercises/unknown?zones=true'],
  },
  {
    name: 'the nights of a month with their days',
    query: '{ viewer { nights { nodes { sleepScore day { date activity { steps } } } } } }',
    paths: ['/v3/users/sleep', '/v3/users/activities/?from=$-27&to=$-0'],
  },
  {
    name: 'the nights of a month, each with its recharge and the activity of its day',
    query: '{ viewer { nights { nodes { sleepScore recharge { ansCharge } day { activity { steps } } } } } }',
    paths: ['/v3/users/sleep', '/v3/users/nightly-recharge', '/v3/users/activities/?from=$-27&to=$-0'],
  },
  {
    name: 'a day 500 days ago',
    query: '{ viewer { day(date: "$-500") { activity { steps } exercises { id } } } }',
    paths: [],
  },
  {
    name: 'what needs no data',
    query: '{ viewer { id polarUserId days { nodes { date next { date } } } } sports { code } }',
    paths: [],
  },
  {
    name: 'who the user is',
    query: '{ viewer { firstName lastName weightKg physicalInfo { vo2Max } } }',
    paths: ['/v3/users/47110001', '/v3/users/physical-info'],
  },
];
