// The track of a training session: what the sensors record in every second.
import { type Random, createRandom } from '../random.ts';
import type { PersonProfile } from './person-profile.ts';
import type { Workout, WorkoutKind } from './workout.ts';

/** One value a second; null is a gap. Units as in AccessLink's sample types. */
export interface Track {
  readonly seconds: number;
  readonly heartRate: readonly (number | null)[];
  /** km/h; null for sports without distance. */
  readonly speed: readonly number[] | null;
  /** Metres since the start. */
  readonly distance: readonly number[] | null;
  /** Metres above sea level. */
  readonly altitude: readonly number[] | null;
  /** Steps or crank revolutions a minute. */
  readonly cadence: readonly number[] | null;
  /** Watts. */
  readonly power: readonly number[] | null;
}

interface Pace {
  /** km/h; 0 without distance. */
  readonly speed: number;
  readonly cadence: number;
  readonly watts: number;
  /** Length of an interval and its easy half together, seconds; 0 for an even effort. */
  readonly interval: number;
}

const PACES: Readonly<Record<WorkoutKind, Pace>> = {
  'easy-run': { speed: 9.4, cadence: 78, watts: 0, interval: 0 },
  'hard-run': { speed: 12.1, cadence: 86, watts: 0, interval: 300 },
  'long-run': { speed: 10.2, cadence: 81, watts: 0, interval: 0 },
  'indoor-cycling': { speed: 0, cadence: 86, watts: 175, interval: 480 },
  strength: { speed: 0, cadence: 0, watts: 0, interval: 150 },
  yoga: { speed: 0, cadence: 0, watts: 0, interval: 0 },
  walk: { speed: 5.6, cadence: 54, watts: 0, interval: 0 },
};

/** The recording of a workout, one value for each full second. */
export function trackOf(person: PersonProfile, workout: Workout): Track {
  return person.cache.getOrCompute('track', `${workout.date}/${workout.index}`, () => recordingOf(person, workout));
}

function recordingOf(person: PersonProfile, workout: Workout): Track {
  const random = createRandom(person.seed, person.userId, workout.date, 'track', workout.index);
  const seconds = Math.floor(workout.milliseconds / 1000);
  const pace = PACES[workout.kind];
  const effort = effortOf(random, { seconds, interval: pace.interval });
  const scaled = (mean: number): number[] | null =>
    mean === 0 ? null : effort.map((share) => Math.round(mean * share));
  const speed = pace.speed === 0 ? null : effort.map((share) => Math.round(pace.speed * share * 10) / 10);
  return {
    seconds,
    heartRate: heartRateOf(person, workout, effort),
    speed,
    distance: speed && distanceOf(speed),
    altitude: speed && effort.map((_, second) => altitudeAt(person, second)),
    cadence: scaled(pace.cadence),
    power: scaled(pace.watts),
  };
}

/** Effort of every second around 1: waves of an interval session, and noise that changes every ten seconds. */
function effortOf(random: Random, { seconds, interval }: { seconds: number; interval: number }): readonly number[] {
  let noise = 0;
  return Array.from({ length: seconds }, (_, second) => {
    if (second % 10 === 0) noise = noise * 0.6 + random.normal() * 0.02;
    const wave = interval === 0 ? 0 : second % interval < interval / 2 ? 0.12 : -0.12;
    return 1 + wave + noise;
  });
}

/** The heart follows the effort with a delay; at times the sensor has no signal for some seconds. */
function heartRateOf(person: PersonProfile, workout: Workout, effort: readonly number[]): readonly (number | null)[] {
  const random = createRandom(person.seed, person.userId, workout.date, 'beats', workout.index);
  const { restingHeartRate, maximumHeartRate } = person.body;
  let rate = restingHeartRate + 25;
  let gap = 0;
  return effort.map((share) => {
    const aim = restingHeartRate + (maximumHeartRate - restingHeartRate) * Math.min(0.97, workout.intensity * share);
    rate += (aim - rate) / 35;
    gap = gap > 0 ? gap - 1 : random.chance(0.0006) ? random.integer(2, 8) : 0;
    return gap > 0 ? null : Math.min(maximumHeartRate, Math.round(rate));
  });
}

function distanceOf(speed: readonly number[]): readonly number[] {
  let meters = 0;
  return speed.map((kilometersPerHour) => {
    meters += kilometersPerHour / 3.6;
    return Math.round(meters * 10) / 10;
  });
}

function altitudeAt(person: PersonProfile, second: number): number {
  const hills = 6 * Math.sin(second / 240) + 3 * Math.sin(second / 71);
  return Math.round((person.habits.home.altitude + hills) * 10) / 10;
}
