// What waits in the transactional resources: it follows from what was recorded, so nothing has to be put in.
import { addDays, dateOfInstant, datesBetween } from '../../calendar.ts';
import { type Activity, activityOf } from '../life/activity.ts';
import { bodyOf } from '../life/body.ts';
import { isWithheld } from '../life/diary.ts';
import { type Exercise, exercisesUploaded } from '../life/exercise.ts';
import type { Body, Chapter, Resident } from '../life/resident.ts';
import { hashOf } from '../random.ts';

export type Kind = 'physical-information' | 'activity' | 'exercise';

/** What is handed over; `id` is a number of its own, also for an exercise. */
export type Item = { readonly id: string; readonly createdAt: number } & (
  | { readonly kind: 'physical-information'; readonly body: Body }
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'exercise'; readonly exercise: Exercise }
);

export interface Owner {
  readonly resident: Resident;
  /** Epoch milliseconds, like the others. */
  readonly registeredAt: number;
  readonly startedAt: number;
  readonly now: number;
}

/** The chapter whose consent a kind needs. */
export const CHAPTERS = {
  'physical-information': 'physical-info',
  activity: 'activity',
  exercise: 'exercises',
} as const satisfies Record<Kind, Chapter>;

const DAY_MS = 86_400_000;
/** Uploads stay available for 28 days. */
const REACH_MS = 28 * DAY_MS;
/** What was uploaded earlier before the simulator starts counts as fetched. */
const WAITING_MS = 7 * DAY_MS;
const LAST_ENTRY_MS = 3 * DAY_MS;
/** A finished day is uploaded half an hour after midnight. */
const SYNC_SECONDS = 1800;

/** Everything of a kind that was ever uploaded and is still within reach, in order of upload. */
export function itemsOf(kind: Kind, owner: Owner): readonly Item[] {
  const { now, registeredAt, startedAt } = owner;
  const items = READERS[kind](owner).filter(({ createdAt }) => createdAt <= now);
  const since = Math.max(registeredAt, startedAt - WAITING_MS, now - REACH_MS);
  const reachable = kind === 'physical-information' ? items : items.filter(({ createdAt }) => createdAt >= since);
  return reachable.toSorted((a, b) => a.createdAt - b.createdAt);
}

const READERS: Readonly<Record<Kind, (owner: Owner) => readonly Item[]>> = {
  'physical-information': physicalInfos,
  activity: activities,
  exercise: exercises,
};

/** The entry from before the start, if there is one, and one for every change. */
function physicalInfos({ resident, startedAt }: Owner): readonly Item[] {
  const { missing, diary } = resident;
  const kind = 'physical-information' as const;
  const entry = (changes: number, createdAt: number): Item => {
    return { id: idOf(resident, kind, changes), kind, createdAt, body: bodyOf(resident, changes) };
  };
  const first = missing.physicalInfo ? [] : [entry(0, startedAt - LAST_ENTRY_MS)];
  return [...first, ...diary.measures.map(({ at }, index) => entry(index + 1, at))];
}

/** One summary for each finished day, and one more of today for each synchronisation out of turn. */
function activities({ resident, now }: Owner): readonly Item[] {
  const today = resident.zone.dateOf(now);
  const reach = addDays(dateOfInstant(now - REACH_MS), -1);
  const finished = datesBetween(reach, addDays(today, -1)).map((date) => ({
    date,
    at: resident.zone.instant(addDays(date, 1), SYNC_SECONDS),
  }));
  return [...finished, ...resident.diary.syncs].flatMap(({ date, at }): readonly Item[] => {
    const activity = isWithheld(resident.diary, 'activity', date) ? null : activityOf(resident, date, at);
    return activity ? [{ id: idOf(resident, date, at), kind: 'activity', createdAt: at, activity }] : [];
  });
}

function exercises({ resident, now }: Owner): readonly Item[] {
  const range = { from: addDays(dateOfInstant(now - REACH_MS), -1), to: resident.zone.dateOf(now), now };
  return exercisesUploaded(resident, range).map((exercise) => ({
    id: idOf(resident, 'exercise', exercise.id),
    kind: 'exercise',
    createdAt: exercise.uploadedAt,
    exercise,
  }));
}

/** Ten digits, so that it is no 32-bit number. */
function idOf({ seed, userId }: Resident, ...keys: readonly (string | number)[]): string {
  return String(5_000_000_000 + hashOf([seed, userId, ...keys].join('/')));
}
