// A day minute by minute: what the body did and how many steps it took.
import { type IsoDate, addDays } from '../../calendar.ts';
import { type Random, createRandom } from '../random.ts';
import { workoutsOn } from './day-plan.ts';
import { nightOf } from './night.ts';
import { type Resident, hasWatch } from './resident.ts';
import type { Workout, WorkoutKind } from './workout.ts';

export type ActivityZone = 'SLEEP' | 'SEDENTARY' | 'LIGHT' | 'MODERATE' | 'VIGOROUS' | 'NON_WEAR';

export interface Minute {
  readonly zone: ActivityZone;
  readonly steps: number;
}

const MINUTES = 1440;

/** Minutes without a step, shared by all days: they are never changed. */
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

/** The 1440 minutes of a day that is over, by the wall clock. */
export function minutesOf(resident: Resident, date: IsoDate): readonly Minute[] {
  return resident.memory.recall('minutes', date, () => livedMinutes(resident, date));
}

function livedMinutes(resident: Resident, date: IsoDate): readonly Minute[] {
  const random = createRandom(resident.seed, resident.userId, date, 'minutes');
  const day = [...STILL_DAY];
  const nights = layNights(resident, date, day);
  layBustle(day, random, resident.habits.bustle);
  layPauses(day, random, nights.wakeUp);
  for (const workout of workoutsOn(resident, date)) layWorkout(day, workout, chanceOf(resident, workout, random));
  layWalks(resident, date, day);
  return withoutEqualNeighbours(day);
}

/** Sleep where the watch was worn in bed, NON_WEAR where it lay beside it. Returns the minute of waking up. */
function layNights(resident: Resident, date: IsoDate, day: Minute[]): { wakeUp: number } {
  let wakeUp = 420;
  for (const wakeUpDay of [date, addDays(date, 1)]) {
    const night = nightOf(resident, wakeUpDay);
    const usualStart = resident.habits.bedtime + (wakeUpDay === date ? 0 : 86_400);
    const from = night ? resident.zone.wallSeconds(date, night.start) : usualStart;
    const to = night ? resident.zone.wallSeconds(date, night.end) : usualStart + resident.habits.sleepSeconds;
    const zone = night || !hasWatch(resident, wakeUpDay) ? 'SLEEP' : 'NON_WEAR';
    const minutes = { from: Math.ceil(from / 60), to: Math.floor(to / 60) };
    lay(day, minutes, () => STILL[zone]);
    if (wakeUpDay === date) wakeUp = minutes.to;
  }
  return { wakeUp };
}

/** How likely a walk is in each minute, around 1. */
const RUSH: readonly number[] = Array.from({ length: MINUTES }, (_, minute) => {
  const hour = minute / 60;
  return 1 + Math.exp(-((hour - 12.2) ** 2)) + Math.exp(-((hour - 17) ** 2) / 2);
});

/** Walks of 2 to 14 minutes between chairs, more of them at noon and in the early evening. */
function layBustle(day: Minute[], random: Random, bustle: number): void {
  for (let minute = 0; minute < MINUTES; minute += 1) {
    if (day[minute]?.zone !== 'SEDENTARY') continue;
    if (!random.isLucky(0.021 * (RUSH[minute] ?? 1) * bustle)) continue;
    const brisk = random.isLucky(0.3);
    const length = brisk ? random.whole(5, 14) : random.whole(2, 9);
    const gait: Gait = brisk ? { zone: 'MODERATE', steps: [92, 116] } : { zone: 'LIGHT', steps: [14, 66] };
    layWhere(day, { from: minute, to: minute + length }, () => stepped(gait, random));
    minute += length;
  }
}

/** The watch comes off to charge after waking up, and now and then in the evening. */
function layPauses(day: Minute[], random: Random, wakeUp: number): void {
  const charge = { from: wakeUp + 12, to: wakeUp + 12 + random.whole(22, 48) };
  layWhere(day, charge, () => STILL.NON_WEAR);
  if (!random.isLucky(0.3)) return;
  layWhere(day, { from: 1230, to: 1230 + random.whole(15, 50) }, () => STILL.NON_WEAR);
}

function layWorkout(day: Minute[], workout: Workout, random: Random): void {
  const from = Math.floor(workout.start / 60);
  const to = Math.ceil((workout.start + workout.milliseconds / 1000) / 60);
  lay(day, { from, to }, () => stepped(GAITS[workout.kind], random));
}

/** What nobody planned must not change the chance of what was. */
function chanceOf(resident: Resident, { date, index, uploadedAt }: Workout, planned: Random): Random {
  return uploadedAt === undefined ? planned : createRandom(resident.seed, resident.userId, date, 'extra', index);
}

function layWalks(resident: Resident, date: IsoDate, day: Minute[]): void {
  const random = createRandom(resident.seed, resident.userId, date, 'walks');
  for (const minute of resident.diary.walks.get(date) ?? []) day[minute] = stepped(GAITS.walk, random);
}

interface Span {
  readonly from: number;
  /** First minute after the span. */
  readonly to: number;
}

function lay(day: Minute[], { from, to }: Span, minute: () => Minute): void {
  for (let index = Math.max(0, from); index < Math.min(MINUTES, to); index += 1) day[index] = minute();
}

/** Leaves sleep and nights without the watch alone. */
function layWhere(day: Minute[], { from, to }: Span, minute: () => Minute): void {
  for (let index = Math.max(0, from); index < Math.min(MINUTES, to); index += 1) {
    if (day[index]?.zone === 'SEDENTARY' || day[index]?.zone === 'LIGHT' || day[index]?.zone === 'MODERATE') {
      day[index] = minute();
    }
  }
}

function stepped(gait: Gait, random: Random): Minute {
  return { zone: gait.zone, steps: random.whole(...gait.steps) };
}

/** Equal consecutive step samples are thinned out on the wire; without any, nothing needs to be. */
function withoutEqualNeighbours(day: Minute[]): readonly Minute[] {
  for (let index = 1; index < day.length; index += 1) {
    const [before, minute] = [day[index - 1], day[index]];
    if (before && minute && minute.steps > 0 && minute.steps === before.steps) {
      day[index] = { ...minute, steps: minute.steps + 1 };
    }
  }
  return day;
}
