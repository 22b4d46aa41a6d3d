// The operations that the rows ask, and the days that they ask for.
import { addDays, dateOfInstant, type IsoDate } from '../../src/calendar.ts';
import type { Operation } from './load/request.ts';

const SUMMARIES = `activity { steps energyKcal activeEnergyKcal distanceMeters }
  cardioLoad { load strain tolerance }
  night { sleepScore lightSleepSeconds deepSleepSeconds remSleepSeconds recharge { ansCharge averageHeartRate } }`;

const daysOf = (fields: string) =>
  `query Days($range: DateRange, $first: Int) { viewer { days(range: $range, first: $first) { nodes { date ${fields} } } } }`;

/** Four resources; an answer of 28 days has about 8 kB. */
export const FOUR_RESOURCES = daysOf(SUMMARIES);

/** Five resources, of which one has 288 samples a day. */
export const FIVE_RESOURCES = daysOf(`${SUMMARIES} heartRate { statistics { minimum mean maximum } }`);

/** "28 nights, each with its recharge and its day's activity": 57 requests for whoever goes by date, 3 at least. */
export const NIGHTS = `{ viewer { nights(range: { lastDays: 28 }) { nodes {
  date sleepScore lightSleepSeconds deepSleepSeconds remSleepSeconds
  recharge { ansCharge averageHeartRate } day { activity { steps energyKcal distanceMeters } } } } } }`;

/** Series of heart rate, thinned to so many points, or whole. */
export const HEART_RATES = `query HeartRates($range: DateRange, $points: Int) { viewer { days(range: $range) { nodes {
  date heartRate { columns(maxPoints: $points) { times values } statistics { mean } } } } } }`;

/** The date so many days before today, in UTC. */
export function daysAgo(days: number): IsoDate {
  return addDays(dateOfInstant(Date.now()), -days);
}

/** Days are asked for from here backwards: what is younger is cached for minutes only. */
export const SETTLED_DAYS = 7;

/** `count` days that end `last` days ago. `first` is an argument that changes nothing, other than that the variables are new. */
export function range(count: number, last: number, first?: number) {
  const between = { from: daysAgo(last + count - 1), to: daysAgo(last) };
  return { range: { between }, ...(first !== undefined && { first }) };
}

/** Somebody, by a number; each is somebody else to every server. */
export function tokenOf(group: string, index: number): string {
  return `bench-${group}-${index}`;
}

/** The people whose records are in memory, and the days of which each has them, from today backwards. */
export const REMEMBERED = { people: 10, days: 63 } as const;

/** Operation number `index` on what is in memory: no two have the same person and variables. */
export function newVariables(query: string, index: number): Operation {
  const windows = REMEMBERED.days - 28 - SETTLED_DAYS;
  const person = Math.floor(index / windows) % REMEMBERED.people;
  const first = 28 + Math.floor(index / windows / REMEMBERED.people);
  return {
    query,
    variables: range(28, SETTLED_DAYS + (index % windows), first),
    token: tokenOf('remembered', person),
  };
}

/** Heart rates thinned to few points, number `index`: they are thinned anew for each answer, which is small for what it costs. */
export function thinnedHeartRates(index: number): Operation {
  const windows = REMEMBERED.days - 28 - SETTLED_DAYS;
  const points = 10 + (Math.floor(index / windows) % 30);
  return {
    query: HEART_RATES,
    variables: { ...range(28, SETTLED_DAYS + (index % windows)), points },
    token: tokenOf('remembered', index % REMEMBERED.people),
  };
}
