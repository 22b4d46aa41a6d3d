// What an event of the webhook invalidates, and what is read again at once: both follow from the table of resources.
import type { EventType } from '../../accesslink/webhook-event.ts';
import { addDays, datesBetween, daysBetween, type IsoDate, isIsoDate, laterDate } from '../../calendar.ts';
import type { Loaders } from '../../domain/loaders.ts';
import { type ResourceTable, resourceTable } from '../../domain/resource-table.ts';
import { dateKey, idKey, LIST_KEY, type RecordKey, SINGLE_KEY } from '../../loading/cache/keys.ts';
import { allSettled, type PromiseOrValue } from '../../promise-or-value.ts';
import type { CachedValue } from '../../loading/context.ts';
import type { InvalidatedRecords } from '../../store/contract/signals.ts';
import { checkRead, type EventSubject, type RefreshTools } from './refresh.ts';

type ResourceName = keyof ResourceTable;

/** More days than the longest range are treated alike. */
const MAX_DAYS = 28;
/** Strain and tolerance look back this far: a session changes them on the days after it. */
const LOAD_DAYS = 28;

/** The resource whose new record an event is about; what else it refreshes may well have nothing. */
const SUBJECTS: Readonly<Record<EventType, ResourceName>> = {
  EXERCISE: 'exercises',
  SLEEP: 'sleep',
  CONTINUOUS_HEART_RATE: 'heartRate',
  SLEEP_WISE_CIRCADIAN_BEDTIME: 'circadianBedtime',
  SLEEP_WISE_ALERTNESS: 'alertness',
  ACTIVITY_SUMMARY: 'activity',
  PHYSICAL_INFORMATION: 'physicalInfo',
};

/** What was read again after an event. */
export interface Refreshed {
  /** The day that the event is about, where there is one. */
  readonly date: IsoDate | null;
  /** AccessLink does not have the record yet that the event is about. What was read in its place is not cached as fresh. */
  readonly isMissing: boolean;
}

/** Invalidates what an event is about and reads it again. */
export async function refreshRecords(type: EventType, subject: EventSubject, tools: RefreshTools): Promise<Refreshed> {
  return type === 'EXERCISE' ? refreshExercise(subject, tools) : refreshDays(type, subject, tools);
}

/** The names of the resources that an event is about. */
function resourcesOf(type: EventType, reaction: 'refreshedBy' | 'invalidatedBy'): ResourceName[] {
  const names = Object.keys(resourceTable) as ResourceName[];
  return names.filter((name) => resourceTable[name][reaction].includes(type));
}

/** Dates of dated resources; everything of a resource that has none. */
async function refreshDays(type: EventType, subject: EventSubject, tools: RefreshTools): Promise<Refreshed> {
  const dates = datesOf(subject);
  const refreshed = resourcesOf(type, 'refreshedBy');
  await tools.invalidate(invalidated([...refreshed, ...resourcesOf(type, 'invalidatedBy')], dates));
  const requested = dates ?? [addDays(tools.today, -1), tools.today];
  const found = refreshed.map((name) => allSettled(reads(name, requested, tools.loaders)));
  checkRead((await Promise.all(found)).flat());
  const subjects = await found[refreshed.indexOf(SUBJECTS[type])];
  const isMissing = isNamed(type, dates) && !subjects?.some(hasRecords);
  // "Nothing" of a moment ago would be served for minutes: whoever asks next asks AccessLink.
  if (isMissing) await tools.invalidate(invalidated(refreshed, dates));
  return { date: dates?.at(-1) ?? null, isMissing };
}

/** Whether an event says which records are new: without days it may be about any. */
function isNamed(type: EventType, dates: readonly IsoDate[] | null): boolean {
  return dates !== null || resourceTable[SUBJECTS[type]].kind !== 'dated';
}

/** Also when the read was denied for good: to read it again would be no use. */
function hasRecords(read: PromiseSettledResult<CachedValue<unknown>>): boolean {
  return read.status === 'rejected' || !Array.isArray(read.value.value) || read.value.value.length > 0;
}

/** The session, the list in which it is missing, and the cardio load from its day on. */
async function refreshExercise({ entityId }: EventSubject, tools: RefreshTools): Promise<Refreshed> {
  const { exercises } = resourceTable;
  const { loaders, invalidate } = tools;
  const keys = entityId === null ? null : [LIST_KEY, idKey(entityId)];
  await invalidate([{ resource: exercises.name, keys }]);
  const lookup = entityId === null ? ({ kind: 'list' } as const) : ({ kind: 'one', id: entityId } as const);
  const reading = await allSettled([loaders.exercises.load(lookup)]);
  const [found] = checkRead(reading);
  const isMissing = entityId !== null && !reading.some(hasRecords);
  const [exercise] = found?.value ?? [];
  const date = entityId !== null && exercise ? exercises.dateOf(exercise) : null;
  await refreshLoads(date, isMissing, tools);
  if (isMissing) await invalidate([{ resource: exercises.name, keys }]);
  return { date, isMissing };
}

/** The load of the days that a session changes: of today where its day is not known. Without the session it is not read. */
async function refreshLoads(date: IsoDate | null, isMissing: boolean, tools: RefreshTools): Promise<void> {
  const { loaders, today, invalidate } = tools;
  const since = date !== null && daysBetween(date, today) < LOAD_DAYS ? date : today;
  const dates = datesBetween(since, laterDate(since, today));
  const loads = { resource: resourceTable.cardioLoad.name, keys: dates.map(dateKey) };
  await invalidate([loads, ...invalidated(resourcesOf('EXERCISE', 'invalidatedBy'), null)]);
  if (!isMissing) checkRead(await allSettled(dates.map((day) => loaders.cardioLoad.load(day))));
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
function reads(
  name: ResourceName,
  dates: readonly IsoDate[],
  loaders: Loaders,
): PromiseOrValue<CachedValue<unknown>>[] {
  const loader: { load(key: unknown): PromiseOrValue<CachedValue<unknown>> } = loaders[name];
  if (resourceTable[name].kind === 'dated') return dates.map((date) => loader.load(date));
  return [loader.load(SINGLE_KEY)];
}

/** The days of an event; null when it names none that a calendar knows, or too many to tell apart. */
function datesOf({ from, to }: EventSubject): IsoDate[] | null {
  if (from === null || to === null || !isIsoDate(from) || !isIsoDate(to)) return null;
  const days = daysBetween(from, to) + 1;
  return days >= 1 && days <= MAX_DAYS ? datesBetween(from, to) : null;
}
