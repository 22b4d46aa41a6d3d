// From the cast to residents: what a sketch leaves out is ordinary.
import { addDays, isoDate } from '../calendar.ts';
import { SKETCHES } from './cast.ts';
import { createDiary } from './life/diary.ts';
import { createMemory } from './life/memory.ts';
import type { Body, Habits, Missing, Resident } from './life/resident.ts';
import type { WorkoutKind } from './life/workout.ts';
import { createZone } from './zone.ts';

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
  bustle: 1,
  home: { latitude: 60.1841, longitude: 24.9497, altitude: 18 },
};

const MISSING: Missing = {
  nights: 0,
  away: null,
  biosensing: false,
  route: false,
  detailedSport: false,
  physicalInfo: false,
  placeholders: 0,
  consent: [],
};

/** How many facts of each kind are remembered of one person. */
const REMEMBERED = {
  plan: 1000,
  load: 1000,
  tiredness: 1000,
  night: 500,
  minutes: 60,
  activity: 400,
  'heart-rate': 60,
  exercise: 400,
  figures: 400,
  series: 40,
  route: 40,
  track: 2,
};

/** Everybody, with data from `seed`. `startedAt` (epoch milliseconds) only decides when the newest user registered. */
export function createResidents(seed: number, startedAt: number): readonly Resident[] {
  return SKETCHES.map((sketch) => {
    const zone = createZone(sketch.timeZone);
    const { since = isoDate('2012-03-05') } = sketch;
    return {
      ...sketch,
      zone,
      seed,
      memberId: `member-${sketch.firstName.toLowerCase()}`,
      club: sketch.club ?? null,
      isRegistered: sketch.isRegistered ?? true,
      since: typeof since === 'number' ? addDays(zone.dateOf(startedAt), -since) : since,
      body: { ...BODY, ...sketch.body },
      habits: { ...HABITS, ...sketch.habits },
      missing: { ...MISSING, ...sketch.missing },
      diary: createDiary(),
      memory: createMemory(REMEMBERED),
    };
  });
}
