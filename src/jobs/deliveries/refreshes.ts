// What an event of the webhook invalidates, and what is read again at once: both follow from the table of resources.
import type { EventType } from '../../accesslink/webhook-event.ts';
import { addDays, datesBetween, daysBetween, type IsoDate, isIsoDate, laterDate } from '../../calendar.ts';
import type { Loaders } from '../../domain/loaders.ts';
import { type ResourceTable, resourceTable } from '../../domain/resource-table.ts';
import { dateKey, idKey, LIST_KEY, type RecordKey, SINGLE_KEY } from '../../loading/cache/keys.ts';
import type { CachedValue } from '../../loading/context.ts';
import type { InvalidatedRecords } from '../../store/contract/signals.ts';
import { checkRead, type EventSubject, type RefreshTools } from './refresh.ts';

type ResourceName = keyof ResourceTable;

/** More days than the longest range are treated alike. */
const MAX_DAYS = 28;
/** Strain and tolerance look back this far: a session changes them on the days after it. */
const LOAD_DAYS = 28;

/** Invalidates what an event is about and reads it again; the day that the event is about, where there is one. */
export async function refreshRecords(
  type: EventType,
  subject: EventSubject,
  tools: RefreshTools,
): Promise<IsoDate | null> {
  return type === 'EXERCISE' ? refreshExercise(subject, tools) : refreshDays(type, subject, tools);
}

/** The names of the resources that an event is about. */
function resourcesOf(type: EventType, reaction: 'refreshedBy' | 'invalidatedBy'): ResourceName[] {
  const names = Object.keys(resourceTable) as ResourceName[];
  return names.filter((name) => resourceTable[name][reaction].includes(type));
}

/** Dates of dated resources; everything of a resource that has none. */
async function refreshDays(type: EventType, subject: EventSubject, tools: RefreshTools): Promise<IsoDate | null> {
  const dates = datesOf(subject);
  const refreshed = resourcesOf(type, 'refreshedBy');
  await tools.invalidate(invalidated([...refreshed, ...resourcesOf(type, 'invalidatedBy')], dates));
  const requested = dates ?? [addDays(tools.today, -1), tools.today];
  checkRead(await Promise.allSettled(refreshed.flatMap((name) => reads(name, requested, tools.loaders))));
  return dates?.at(-1) ?? null;
}

/** The session, the list in which it is missing, and the cardio load from its day on. */
async function refreshExercise({ entityId }: EventSubject, tools: RefreshTools): Promise<IsoDate | null> {
  const { exercises, cardioLoad } = resourceTable;
  const { loaders, today, invalidate } = tools;
  await invalidate([{ resource: exercises.name, keys: entityId === null ? null : [LIST_KEY, idKey(entityId)] }]);
  const lookup = entityId === null ? ({ kind: 'list' } as const) : ({ kind: 'one', id: entityId } as const);
  const [found] = checkRead(await Promise.allSettled([loaders.exercises.load(lookup)]));
  const [exercise] = found?.value ?? [];
  const date = entityId !== null && exercise ? exercises.dateOf(exercise) : null;
  const since = date !== null && daysBetween(date, today) < LOAD_DAYS ? date : today;
  const dates = datesBetween(since, laterDate(since, today));
  const loads = { resource: cardioLoad.name, keys: dates.map(dateKey) };
  await invalidate([loads, ...invalidated(resourcesOf('EXERCISE', 'invalidatedBy'), null)]);
  checkRead(await Promise.allSettled(dates.map((day) => loaders.cardioLoad.load(day))));
  return date;
}

function invalidated(names: readonly ResourceName[], dates: readonly IsoDate[] | null): InvalidatedRecords[] {
  return names.map((name) => {
    const { name: resource, kind } = resourceTable[name];
    return { resource, keys: kind === 'dated' ? keysOf(dates) : null };
  });
}

function keysOf(dates: readonly IsoDate[] | null): RecordKey[] | null {
  return dates && dates.map(dateKey);
}

/** The reads of a resource for some dates; one read of a resource without dates. */
function reads(name: ResourceName, dates: readonly IsoDate[], loaders: Loaders): Promise<CachedValue<unknown>>[] {
  const loader: { load(key: unknown): Promise<CachedValue<unknown>> } = loaders[name];
  if (resourceTable[name].kind === 'dated') return dates.map((date) => loader.load(date));
  return [loader.load(SINGLE_KEY)];
}

/** The days of an event; null when it names none that a calendar knows, or too many to tell apart. */
function datesOf({ from, to }: EventSubject): IsoDate[] | null {
  if (from === null || to === null || !isIsoDate(from) || !isIsoDate(to)) return null;
  const days = daysBetween(from, to) + 1;
  return days >= 1 && days <= MAX_DAYS ? datesBetween(from, to) : null;
}
