// The items of the transactional resources, derived from the recorded data of a person.
import { addDays, dateOfInstant, datesBetween } from '../../calendar.ts';
import { type Activity, activityOf } from '../data/activity.ts';
import { bodyOf } from '../data/physical-info.ts';
import { isWithheld } from '../data/runtime-changes.ts';
import { type Exercise, exercisesUploaded } from '../data/exercise.ts';
import type { Body, DataCategory, PersonProfile } from '../data/person-profile.ts';
import { hashOf } from '../random.ts';

/** The kinds of data that have transactions. */
export type ItemKind = 'physical-information' | 'activity' | 'exercise';

/** An item. Its `id` is a number that only transactions use, also for an exercise. */
export type TransactionItem = { readonly id: string; readonly createdAt: number } & (
  | { readonly kind: 'physical-information'; readonly body: Body }
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'exercise'; readonly exercise: Exercise }
);

/** Whose items, and up to when. */
export interface ItemQuery {
  readonly person: PersonProfile;
  /** Epoch milliseconds, like the others. */
  readonly registeredAt: number;
  readonly startedAt: number;
  readonly now: number;
}

/** The category of data that the user must have consented to. */
export const CATEGORIES = {
  'physical-information': 'physical-info',
  activity: 'activity',
  exercise: 'exercises',
} as const satisfies Record<ItemKind, DataCategory>;

const DAY_MS = 86_400_000;
/** Uploads stay available for 28 days. */
const MAX_AGE_MS = 28 * DAY_MS;
/** Items that were uploaded longer than this before the start count as committed. */
const PENDING_AT_START_MS = 7 * DAY_MS;
const LAST_ENTRY_MS = 3 * DAY_MS;
/** A finished day is uploaded half an hour after midnight. */
const SYNC_SECONDS = 1800;

/** The items of a kind that are available, committed or not, in order of upload. */
export function itemsOf(kind: ItemKind, query: ItemQuery): readonly TransactionItem[] {
  const { now, registeredAt, startedAt } = query;
  const items = READERS[kind](query).filter(({ createdAt }) => createdAt <= now);
  const since = Math.max(registeredAt, startedAt - PENDING_AT_START_MS, now - MAX_AGE_MS);
  const reachable = kind === 'physical-information' ? items : items.filter(({ createdAt }) => createdAt >= since);
  return reachable.toSorted((a, b) => a.createdAt - b.createdAt);
}

const READERS: Readonly<Record<ItemKind, (query: ItemQuery) => readonly TransactionItem[]>> = {
  'physical-information': physicalInfos,
  activity: activities,
  exercise: exercises,
};

/** One entry from before the start, unless the person has none, and one for every change. */
function physicalInfos({ person, startedAt }: ItemQuery): readonly TransactionItem[] {
  const { missing, runtimeChanges } = person;
  const kind = 'physical-information' as const;
  const entry = (changes: number, createdAt: number): TransactionItem => {
    return { id: idOf(person, kind, changes), kind, createdAt, body: bodyOf(person, changes) };
  };
  const first = missing.physicalInfo ? [] : [entry(0, startedAt - LAST_ENTRY_MS)];
  return [...first, ...runtimeChanges.measures.map(({ at }, index) => entry(index + 1, at))];
}

/** One summary for each finished day, and one more for each additional synchronisation. */
function activities({ person, now }: ItemQuery): readonly TransactionItem[] {
  const today = person.zone.dateOf(now);
  const reach = addDays(dateOfInstant(now - MAX_AGE_MS), -1);
  const finished = datesBetween(reach, addDays(today, -1)).map((date) => ({
    date,
    at: person.zone.instant(addDays(date, 1), SYNC_SECONDS),
  }));
  return [...finished, ...person.runtimeChanges.syncs].flatMap(({ date, at }): readonly TransactionItem[] => {
    const activity = isWithheld(person.runtimeChanges, 'activity', date) ? null : activityOf(person, date, at);
    return activity ? [{ id: idOf(person, date, at), kind: 'activity', createdAt: at, activity }] : [];
  });
}

function exercises({ person, now }: ItemQuery): readonly TransactionItem[] {
  const range = { from: addDays(dateOfInstant(now - MAX_AGE_MS), -1), to: person.zone.dateOf(now), now };
  return exercisesUploaded(person, range).map((exercise) => ({
    id: idOf(person, 'exercise', exercise.id),
    kind: 'exercise',
    createdAt: exercise.uploadedAt,
    exercise,
  }));
}

/** Ten digits: too large for 32 bits, as AccessLink's ids are. */
function idOf({ seed, userId }: PersonProfile, ...keys: readonly (string | number)[]): string {
  return String(5_000_000_000 + hashOf([seed, userId, ...keys].join('/')));
}
