// What is known of each day of a resource, from memory and the store alone: nothing is asked.
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { dayKey } from './list-reader.ts';
import { type Availability, availabilityOf } from '../plan/limits.ts';
import { isFresh, getAny, loadStored } from '../cache/record-cache.ts';
import type { Denial } from '../cache/negative-cache.ts';
import type { DatedResource, ListedResource } from '../plan/resource.ts';
import type { LoadContext } from '../context.ts';

/** What is remembered of a day. */
export interface Known {
  readonly fetchedAt: number;
  readonly isFresh: boolean;
  /** AccessLink said that there is nothing. */
  readonly isNothing: boolean;
}

export interface DayFacts {
  readonly date: IsoDate;
  /** Where the day lies, seen from key AccessLink serves. */
  readonly place: Availability;
  readonly known: Known | null;
}

export interface ResourceFacts {
  readonly resource: string;
  readonly days: readonly DayFacts[];
  /** What the last call for the resource met. */
  readonly refusal: Denial | null;
}

type Limits = Parameters<typeof availabilityOf>[0];

/** The facts of a resource by date. Whatever was read with more or fewer flags counts alike. */
export async function factsOfDated(
  resource: Pick<DatedResource<RecordName>, 'name' | 'limits' | 'flags'>,
  dates: readonly IsoDate[],
  session: LoadContext,
): Promise<ResourceFacts> {
  const kept = await keptOf(resource.name, dates, session);
  return factsOf({ ...resource, dates }, session, (date) => [
    ...inMemory(session, resource.name, { key: date, flags: Object.keys(resource.flags) }),
    ...(kept.get(date) ?? []),
  ]);
}

/** The facts of a resource of one list: by its days, and by the list, which also knows key there is not. */
export async function factsOfListed<R extends RecordName>(
  resource: ListedResource<R>,
  dates: readonly IsoDate[],
  session: LoadContext,
): Promise<ResourceFacts> {
  const { name, maxAgeDays } = resource;
  const flags = Object.keys(resource.flags);
  const limits = { maxAgeDays, aheadDays: 0 };
  const list = { resource: name, key: '', flags: [], allFlags: flags };
  await loadStored(session, [list]);
  const listed = getAny<R>(session, list);
  const days = new Set(listed?.value.map((record) => resource.dateOf(record)));
  const kept = await keptOf(name, dates.map(dayKey), session);
  return factsOf({ name, limits, dates }, session, (date) => {
    const isTold = days.has(date) || availabilityOf(limits, date, session.today) === 'in-reach';
    const told = listed && isTold ? [knownFrom(listed, isFresh(session, list, listed), !days.has(date))] : [];
    return [...told, ...inMemory(session, name, { key: dayKey(date), flags }), ...(kept.get(dayKey(date)) ?? [])];
  });
}

interface Wanted {
  readonly name: string;
  readonly limits: Limits;
  readonly dates: readonly IsoDate[];
}

function factsOf(
  { name, limits, dates }: Wanted,
  session: LoadContext,
  knownOf: (date: IsoDate) => Known[],
): ResourceFacts {
  return {
    resource: name,
    refusal: session.negativeCache.find(session.partition, name),
    days: dates.map((date) => ({
      date,
      place: availabilityOf(limits, date, session.today),
      known: best(knownOf(date)),
    })),
  };
}

/** What may be believed, else the newest. */
function best(known: readonly Known[]): Known | null {
  const inOrder = known.toSorted((a, b) => Number(b.isFresh) - Number(a.isFresh) || b.fetchedAt - a.fetchedAt);
  return inOrder[0] ?? null;
}

function inMemory(
  session: LoadContext,
  resource: string,
  { key, flags }: { readonly key: string; readonly flags: readonly string[] },
): Known[] {
  const wish = { resource, key, flags: [], allFlags: flags };
  const found = getAny(session, wish);
  return found ? [knownFrom(found, isFresh(session, wish, found), found.value.length === 0)] : [];
}

/** Without their values, by date or other name. */
async function keptOf(resource: string, keys: readonly string[], session: LoadContext): Promise<Map<string, Known[]>> {
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const held = await session.storeTier.metadata(resource, first, last);
  const now = session.now();
  const byKey = Map.groupBy(held, ({ key }) => key);
  return new Map(
    [...byKey].map(([key, records]) => [
      key,
      records.map((record) => knownFrom(record, record.freshUntil > now, record.isNothing)),
    ]),
  );
}

function knownFrom({ fetchedAt }: { readonly fetchedAt: number }, believed: boolean, isNothing: boolean): Known {
  return { fetchedAt, isFresh: believed, isNothing };
}
