// Changes of the data while the simulator runs: new sessions, a synchronised day, withheld dates.
import { addDays, isoDate } from '../calendar.ts';
import type { Accounts } from './accounts.ts';
import { exercisesUploaded } from './data/exercise.ts';
import type { BodyMeasures, Withholdable } from './data/runtime-changes.ts';
import { extraWorkout } from './data/day-plan.ts';
import { minutesOf } from './data/minutes.ts';
import type { PersonProfile } from './data/person-profile.ts';
import type { WorkoutKind } from './data/workout.ts';

/** Adds and withholds data. All throw RangeError for an unknown user or an invalid date. */
export interface DataChanges {
  /** Uploads a session of half an hour: one that has just ended by default, one at noon on another date. */
  addExercise(userId: string, session?: { date?: string; sport?: WorkoutKind }): { exerciseId: string; date: string };
  /** Synchronises today's data: the last 20 minutes of sitting become a walk. */
  syncDay(userId: string): { date: string };
  /** Adds an entry of physical information with these changes. */
  addPhysicalInfo(userId: string, changes: Partial<BodyMeasures>): void;
  /** Withholds the data of a date: they are served as if there were none. */
  withhold(userId: string, resource: Withholdable, date: string): void;
  /** Serves withheld data again. */
  release(userId: string, resource: Withholdable, date: string): void;
}

const SESSION_SECONDS = 1800;
const NOON = 43_200;
const WALK_MINUTES = 20;

/** Changes the data of these accounts, at the time of `now`. */
export function createDataChanges(accounts: Accounts, now: () => number): DataChanges {
  const personOf = (userId: string): PersonProfile => {
    const person = accounts.personOf(userId);
    if (person) return person;
    throw new RangeError(`Cannot change the data: nobody has the id ${userId}`);
  };
  return {
    addExercise: (userId, session = {}) => addExercise(personOf(userId), session, now()),
    syncDay: (userId) => syncDay(personOf(userId), now()),
    addPhysicalInfo: (userId, changes) => void personOf(userId).runtimeChanges.measures.push({ at: now(), changes }),
    withhold: (userId, resource, date) =>
      void personOf(userId).runtimeChanges.withheld.add(`${resource}/${isoDate(date)}`),
    release: (userId, resource, date) =>
      void personOf(userId).runtimeChanges.withheld.delete(`${resource}/${isoDate(date)}`),
  };
}

/** Shorter in the first minutes of a day, so that the session does not begin yesterday. */
function addExercise(
  person: PersonProfile,
  session: { date?: string; sport?: WorkoutKind },
  now: number,
): { exerciseId: string; date: string } {
  const today = person.zone.dateOf(now);
  const date = isoDate(session.date ?? today);
  if (date > today) throw new RangeError(`Cannot add the exercise: ${date} has not come yet`);
  const end = date === today ? Math.floor(person.zone.wallSeconds(date, now)) : NOON + SESSION_SECONDS;
  const start = Math.max(0, end - SESSION_SECONDS);
  const slot = { kind: session.sport ?? 'easy-run', start, milliseconds: Math.max(1, end - start) * 1000 };
  person.runtimeChanges.workouts.push(extraWorkout(person, date, { ...slot, uploadedAt: now }));
  person.cache.clear();
  const added = exercisesUploaded(person, { from: addDays(today, -1), to: today, now }).at(-1);
  return { exerciseId: added?.id ?? '', date };
}

function syncDay(person: PersonProfile, now: number): { date: string } {
  const date = person.zone.dateOf(now);
  const { runtimeChanges } = person;
  const recorded = minutesOf(person, date).slice(0, Math.floor(person.zone.wallSeconds(date, now) / 60));
  const sitting = recorded.flatMap(({ zone }, minute) => (zone === 'SEDENTARY' ? [minute] : []));
  runtimeChanges.walks.set(date, [...(runtimeChanges.walks.get(date) ?? []), ...sitting.slice(-WALK_MINUTES)]);
  runtimeChanges.syncs.push({ date, at: now });
  person.cache.clear();
  return { date };
}
