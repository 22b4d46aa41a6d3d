// A day minute by minute: activity zone and steps.
import { type IsoDate, addDays } from '../../calendar.ts';
import { type Random, createRandom } from '../random.ts';
import { workoutsOn } from './day-plan.ts';
import { nightOf } from './night.ts';
import { type PersonProfile, hasWatch } from './person-profile.ts';
import type { Workout, WorkoutKind } from './workout.ts';

/** The zones of daily activity. */
export type ActivityZone = 'SLEEP' | 'SEDENTARY' | 'LIGHT' | 'MODERATE' | 'VIGOROUS' | 'NON_WEAR';

/** One minute. */
export interface Minute {
  readonly zone: ActivityZone;
  readonly steps: number;
}

const MINUTES = 1440;

/** Minutes without steps; shared by all days, never modified. */
const STILL = {
  SEDENTARY: { zone: 'SEDENTARY', steps: 0 },
  SLEEP: { zone: 'SLEEP', steps: 0 },
  NON_WEAR: { zone: 'NON_WEAR', steps: 0 },
} as const satisfies Record<string, Minute>;

const STILL_DAY: readonly Minute[] = Array.from({ length: MINUTES }, () => STILL.SEDENTARY);

interface Gait {
  readonly zone: ActivityZone;
  readonly steps: readonly [number, number];
}

const GAITS: Readonly<Record<WorkoutKind, Gait>> = {
  'easy-run': { zone: 'VIGOROUS', steps: [152, 162] },
  'hard-run': { zone: 'VIGOROUS', steps: [162, 178] },
  'long-run': { zone: 'VIGOROUS', steps: [155, 168] },
  'indoor-cycling': { zone: 'VIGOROUS', steps: [0, 0] },
  strength: { zone: 'MODERATE', steps: [0, 14] },
  yoga: { zone: 'LIGHT', steps: [0, 0] },
  walk: { zone: 'MODERATE', steps: [98, 114] },
};

/** The 1440 minutes of a whole day in local time. */
export function minutesOf(person: PersonProfile, date: IsoDate): readonly Minute[] {
  return person.cache.getOrCompute('minutes', date, () => computeMinutes(person, date));
}

function computeMinutes(person: PersonProfile, date: IsoDate): readonly Minute[] {
  const random = createRandom(person.seed, person.userId, date, 'minutes');
  const day = [...STILL_DAY];
  const nights = fillNights(person, date, day);
  fillMovement(day, random, person.habits.movement);
  fillPauses(day, random, nights.wakeUp);
  for (const workout of workoutsOn(person, date)) fillWorkout(day, workout, randomFor(person, workout, random));
  fillWalks(person, date, day);
  return withoutEqualNeighbours(day);
}

/** Fills nights with SLEEP, or with NON_WEAR where the watch was not worn. Returns the minute of waking up. */
function fillNights(person: PersonProfile, date: IsoDate, day: Minute[]): { wakeUp: number } {
  let wakeUp = 420;
  for (const wakeUpDay of [date, addDays(date, 1)]) {
    const night = nightOf(person, wakeUpDay);
    const usualStart = person.habits.bedtime + (wakeUpDay === date ? 0 : 86_400);
    const from = night ? person.zone.wallSeconds(date, night.start) : usualStart;
    const to = night ? person.zone.wallSeconds(date, night.end) : usualStart + person.habits.sleepSeconds;
    const zone = night || !hasWatch(person, wakeUpDay) ? 'SLEEP' : 'NON_WEAR';
    const minutes = { from: Math.ceil(from / 60), to: Math.floor(to / 60) };
    fill(day, minutes, () => STILL[zone]);
    if (wakeUpDay === date) wakeUp = minutes.to;
  }
  return { wakeUp };
}

/** Relative likelihood of a walk in each minute, around 1. */
const WALK_LIKELIHOOD: readonly number[] = Array.from({ length: MINUTES }, (_, minute) => {
  const hour = minute / 60;
  return 1 + Math.exp(-((hour - 12.2) ** 2)) + Math.exp(-((hour - 17) ** 2) / 2);
});

/** Fills in walks of 2 to 14 minutes, more of them at noon and in the early evening. */
function fillMovement(day: Minute[], random: Random, movement: number): void {
  for (let minute = 0; minute < MINUTES; minute += 1) {
    if (day[minute]?.zone !== 'SEDENTARY') continue;
    if (!random.chance(0.021 * (WALK_LIKELIHOOD[minute] ?? 1) * movement)) continue;
    const brisk = random.chance(0.3);
    const length = brisk ? random.integer(5, 14) : random.integer(2, 9);
    const gait: Gait = brisk ? { zone: 'MODERATE', steps: [92, 116] } : { zone: 'LIGHT', steps: [14, 66] };
    fillAwake(day, { from: minute, to: minute + length }, () => stepped(gait, random));
    minute += length;
  }
}

/** Fills in charging the watch after waking up, and on some evenings. */
function fillPauses(day: Minute[], random: Random, wakeUp: number): void {
  const charge = { from: wakeUp + 12, to: wakeUp + 12 + random.integer(22, 48) };
  fillAwake(day, charge, () => STILL.NON_WEAR);
  if (!random.chance(0.3)) return;
  fillAwake(day, { from: 1230, to: 1230 + random.integer(15, 50) }, () => STILL.NON_WEAR);
}

function fillWorkout(day: Minute[], workout: Workout, random: Random): void {
  const from = Math.floor(workout.start / 60);
  const to = Math.ceil((workout.start + workout.milliseconds / 1000) / 60);
  fill(day, { from, to }, () => stepped(GAITS[workout.kind], random));
}

/** Random numbers of an added workout are its own, so that they change nothing that was planned. */
function randomFor(person: PersonProfile, { date, index, uploadedAt }: Workout, planned: Random): Random {
  return uploadedAt === undefined ? planned : createRandom(person.seed, person.userId, date, 'extra', index);
}

function fillWalks(person: PersonProfile, date: IsoDate, day: Minute[]): void {
  const random = createRandom(person.seed, person.userId, date, 'walks');
  for (const minute of person.runtimeChanges.walks.get(date) ?? []) day[minute] = stepped(GAITS.walk, random);
}

interface Span {
  readonly from: number;
  /** First minute after the span. */
  readonly to: number;
}

function fill(day: Minute[], { from, to }: Span, minute: () => Minute): void {
  for (let index = Math.max(0, from); index < Math.min(MINUTES, to); index += 1) day[index] = minute();
}

/** Like `fill`, but changes neither sleep nor time without the watch. */
function fillAwake(day: Minute[], { from, to }: Span, minute: () => Minute): void {
  for (let index = Math.max(0, from); index < Math.min(MINUTES, to); index += 1) {
    if (day[index]?.zone === 'SEDENTARY' || day[index]?.zone === 'LIGHT' || day[index]?.zone === 'MODERATE') {
      day[index] = minute();
    }
  }
}

function stepped(gait: Gait, random: Random): Minute {
  return { zone: gait.zone, steps: random.integer(...gait.steps) };
}

/** AccessLink omits a step sample that equals the one before; without such samples there is nothing to omit. */
function withoutEqualNeighbours(day: Minute[]): readonly Minute[] {
  for (let index = 1; index < day.length; index += 1) {
    const [before, minute] = [day[index - 1], day[index]];
    if (before && minute && minute.steps > 0 && minute.steps === before.steps) {
      day[index] = { ...minute, steps: minute.steps + 1 };
    }
  }
  return day;
}
