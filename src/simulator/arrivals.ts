// Data that arrives while the simulator runs: sessions, a day that grows, nights that come late.
import { addDays, isoDate } from '../calendar.ts';
import type { Accounts } from './accounts.ts';
import { exercisesUploaded } from './life/exercise.ts';
import type { Measures, Withholdable } from './life/diary.ts';
import { extraWorkout } from './life/day-plan.ts';
import { minutesOf } from './life/minutes.ts';
import type { Resident } from './life/resident.ts';
import type { WorkoutKind } from './life/workout.ts';

export interface Arrivals {
  /** A session of half an hour that is uploaded now: just over by default, at noon on another date. */
  addExercise(userId: string, session?: { date?: string; sport?: WorkoutKind }): { exerciseId: string; date: string };
  /** Today's data grow: the last 20 minutes of sitting turn out to have been a walk. */
  syncDay(userId: string): { date: string };
  /** A new entry of physical information, with what is given changed. */
  addPhysicalInfo(userId: string, changes: Partial<Measures>): void;
  /** The data of a date have not arrived: they are served as if there were none. */
  withhold(userId: string, resource: Withholdable, date: string): void;
  /** Lets withheld data arrive. */
  release(userId: string, resource: Withholdable, date: string): void;
}

const SESSION_SECONDS = 1800;
const NOON = 43_200;
const WALK_MINUTES = 20;

export function createArrivals(accounts: Accounts, now: () => number): Arrivals {
  const residentOf = (userId: string): Resident => {
    const resident = accounts.residentOf(userId);
    if (resident) return resident;
    throw new RangeError(`Cannot change the data: nobody has the id ${userId}`);
  };
  return {
    addExercise: (userId, session = {}) => addExercise(residentOf(userId), session, now()),
    syncDay: (userId) => syncDay(residentOf(userId), now()),
    addPhysicalInfo: (userId, changes) => void residentOf(userId).diary.measures.push({ at: now(), changes }),
    withhold: (userId, resource, date) => void residentOf(userId).diary.withheld.add(`${resource}/${isoDate(date)}`),
    release: (userId, resource, date) => void residentOf(userId).diary.withheld.delete(`${resource}/${isoDate(date)}`),
  };
}

/** Shorter in the first minutes of a day, when half an hour would reach into yesterday. */
function addExercise(
  resident: Resident,
  session: { date?: string; sport?: WorkoutKind },
  now: number,
): { exerciseId: string; date: string } {
  const today = resident.zone.dateOf(now);
  const date = isoDate(session.date ?? today);
  if (date > today) throw new RangeError(`Cannot add the exercise: ${date} has not come yet`);
  const end = date === today ? Math.floor(resident.zone.wallSeconds(date, now)) : NOON + SESSION_SECONDS;
  const start = Math.max(0, end - SESSION_SECONDS);
  const slot = { kind: session.sport ?? 'easy-run', start, milliseconds: Math.max(1, end - start) * 1000 };
  resident.diary.workouts.push(extraWorkout(resident, date, { ...slot, uploadedAt: now }));
  resident.memory.clear();
  const added = exercisesUploaded(resident, { from: addDays(today, -1), to: today, now }).at(-1);
  return { exerciseId: added?.id ?? '', date };
}

function syncDay(resident: Resident, now: number): { date: string } {
  const date = resident.zone.dateOf(now);
  const { diary } = resident;
  const recorded = minutesOf(resident, date).slice(0, Math.floor(resident.zone.wallSeconds(date, now) / 60));
  const sitting = recorded.flatMap(({ zone }, minute) => (zone === 'SEDENTARY' ? [minute] : []));
  diary.walks.set(date, [...(diary.walks.get(date) ?? []), ...sitting.slice(-WALK_MINUTES)]);
  diary.syncs.push({ date, at: now });
  resident.memory.clear();
  return { date };
}
