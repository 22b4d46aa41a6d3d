// From the definitions of people to their profiles, with defaults for what a definition does not state.
import { addDays, isoDate } from '../calendar.ts';
import { PERSON_DEFINITIONS } from './person-definitions.ts';
import { createRuntimeChanges } from './data/runtime-changes.ts';
import { createFactCache } from './data/fact-cache.ts';
import type { Body, Habits, DataGaps, PersonProfile } from './data/person-profile.ts';
import type { WorkoutKind } from './data/workout.ts';
import { createTimeZone } from './time-zone.ts';

const CALM_WEEK: readonly (readonly WorkoutKind[])[] = [
  [],
  ['easy-run'],
  [],
  ['hard-run'],
  ['strength'],
  [],
  ['walk', 'easy-run'],
];

const BODY: Body = {
  gender: 'FEMALE',
  birthdate: isoDate('1988-04-17'),
  weightKg: 63.5,
  heightCm: 169,
  restingHeartRate: 51,
  maximumHeartRate: 186,
  usualHrv: 48,
  vo2Max: 49,
};

const HABITS: Habits = {
  week: CALM_WEEK,
  bedtime: -4500,
  sleepSeconds: 27_600,
  movement: 1,
  home: { latitude: 60.1841, longitude: 24.9497, altitude: 18 },
};

const NO_GAPS: DataGaps = {
  nights: 0,
  away: null,
  biosensing: false,
  route: false,
  detailedSport: false,
  physicalInfo: false,
  placeholders: 0,
  consent: [],
};

/** How many facts of each kind are cached for one person. */
const CACHE_SIZES = {
  plan: 1000,
  load: 1000,
  tiredness: 1000,
  night: 500,
  minutes: 60,
  activity: 400,
  'heart-rate': 60,
  exercise: 400,
  'track-summary': 400,
  series: 40,
  route: 40,
  track: 2,
};

/** The profiles of everybody; `seed` decides their data, `startedAt` (epoch milliseconds) the registration of the newest user. */
export function createProfiles(seed: number, startedAt: number): readonly PersonProfile[] {
  return PERSON_DEFINITIONS.map((definition) => {
    const zone = createTimeZone(definition.timeZone);
    const { since = isoDate('2012-03-05') } = definition;
    return {
      ...definition,
      zone,
      seed,
      memberId: `member-${definition.firstName.toLowerCase()}`,
      club: definition.club ?? null,
      isRegistered: definition.isRegistered ?? true,
      since: typeof since === 'number' ? addDays(zone.dateOf(startedAt), -since) : since,
      body: { ...BODY, ...definition.body },
      habits: { ...HABITS, ...definition.habits },
      missing: { ...NO_GAPS, ...definition.missing },
      runtimeChanges: createRuntimeChanges(),
      cache: createFactCache(CACHE_SIZES),
    };
  });
}
