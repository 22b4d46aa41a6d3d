// Reads the wanted days of a resource: remembered, under way, or in the fewest requests.
import type { Answer } from '../accesslink/client.ts';
import { AccessLinkError } from '../accesslink/errors.ts';
import { datesBetween, type IsoDate } from '../calendar.ts';
import type { RecordName, Records } from '../generated/accesslink.ts';
import { OutOfWindowError } from './errors.ts';
import type { Flight } from './flights.ts';
import { freshForMs } from './freshness.ts';
import { recordKey } from './keys.ts';
import { type PlannedRequest, planRequests } from './plan.ts';
import { placeOf } from './reach.ts';
import { type DatedResource, flagsFor, readOf } from './resource.ts';
import { type Held, joinFlight, launchFlight, recallFresh, recallStale, type Session } from './session.ts';

/** The records of one day; none when there is nothing. */
export type DayRecords<R extends RecordName> = readonly Records[R][];

type Landed<R extends RecordName> = ReadonlyMap<IsoDate, Held<DayRecords<R>>>;

/**
 * The records of each date, in order. A date out of the window, and every date of a failed request that is not
 * remembered either, gives an Error in its place; a date not here yet gives no records. Never rejects.
 */
export async function readDates<R extends RecordName>(
  resource: DatedResource<R>,
  dates: readonly IsoDate[],
  session: Session,
): Promise<(Held<DayRecords<R>> | Error)[]> {
  const flags = flagsFor(resource.flags, session.selected);
  const joined = new Set<Flight>();
  const found = new Map<IsoDate, Held<DayRecords<R>> | Error | Flight>();
  const missing: IsoDate[] = [];
  for (const date of new Set(dates)) {
    const wish = { resource, what: date, flags };
    const known = withoutAsking(resource, date, session) ?? recallFresh(session, wish);
    const here = known ?? joinFlight(session, wish, joined);
    if (here) found.set(date, here);
    else missing.push(date);
  }
  for (const request of planRequests(resource.reach, missing, session.today)) {
    const flight = launch(resource, request, { session, flags });
    for (const date of missing) if (isWithin(request, date) && !found.has(date)) found.set(date, flight);
  }
  return Promise.all(dates.map((date) => settle(found.get(date), { resource, what: date, flags }, session)));
}

function isWithin({ from, to }: PlannedRequest, date: string): boolean {
  return date >= from && date <= to;
}

function withoutAsking<R extends RecordName>(
  resource: DatedResource<R>,
  date: IsoDate,
  session: Session,
): Held<DayRecords<R>> | Error | undefined {
  const place = placeOf(resource.reach, date, session.today);
  if (place === 'out-of-window') return new OutOfWindowError(resource.name, date, resource.reach.maxAgeDays);
  return place === 'not-yet' ? { value: [], fetchedAt: session.now(), stale: false } : undefined;
}

async function settle<R extends RecordName>(
  found: Held<DayRecords<R>> | Error | Flight | undefined,
  wish: { resource: DatedResource<R>; what: IsoDate; flags: readonly string[] },
  session: Session,
): Promise<Held<DayRecords<R>> | Error> {
  if (found instanceof Error) return found;
  if (found === undefined) return new Error(`Cannot read ${wish.resource.name} of ${wish.what}: it was not planned`);
  if (!('landed' in found)) return found;
  try {
    const landed = (await found.landed) as Landed<R>;
    return landed.get(wish.what) ?? { value: [], fetchedAt: session.now(), stale: false };
  } catch (failure) {
    return recallStale<DayRecords<R>>(session, wish, failure) ?? failureOf(failure, wish);
  }
}

function failureOf(failure: unknown, wish: { resource: { name: string }; what: IsoDate }): Error {
  const isRefusedDate = failure instanceof AccessLinkError && failure.code === 'refused';
  if (isRefusedDate) return new OutOfWindowError(wish.resource.name, wish.what, null);
  return failure instanceof Error ? failure : new Error(String(failure));
}

function launch<R extends RecordName>(
  resource: DatedResource<R>,
  request: PlannedRequest,
  { session, flags }: { session: Session; flags: readonly string[] },
): Flight<Landed<R>> {
  return launchFlight(session, readOf(resource, request, flags), {
    resource: resource.name,
    flags,
    covers: (what) => isWithin(request, what),
    land: (answer) => remember(resource, byDay(resource, request, answer), { session, flags, answer }),
  });
}

/** The records of an answer by day: every day that the request settles, empty days too. */
function byDay<R extends RecordName>(
  resource: DatedResource<R>,
  request: PlannedRequest,
  answer: Answer<R>,
): Map<IsoDate, Records[R][]> {
  const days = new Map<IsoDate, Records[R][]>(datesBetween(request.from, request.to).map((date) => [date, []]));
  for (const record of answer.records) {
    if (resource.isNothing(record)) continue;
    const isAboutOneDay = request.form === 'date';
    const date = isAboutOneDay ? request.from : (resource.dateOf(record) ?? onlyDayOf(request));
    if (date !== null) days.set(date, [...(days.get(date) ?? []), record]);
  }
  return days;
}

function onlyDayOf({ from, to }: PlannedRequest): IsoDate | null {
  return from === to ? from : null;
}

function remember<R extends RecordName>(
  resource: DatedResource<R>,
  days: ReadonlyMap<IsoDate, Records[R][]>,
  { session, flags, answer }: { session: Session; flags: readonly string[]; answer: Answer<R> },
): Landed<R> {
  const fetchedAt = session.now();
  const bytesPerRecord = answer.bytes / Math.max(1, answer.records.length);
  const landed = new Map<IsoDate, Held<DayRecords<R>>>();
  for (const [date, value] of days) {
    const key = recordKey(session.scope, resource.name, date, flags);
    const isNothing = value.length === 0;
    const freshUntil = fetchedAt + freshForMs({ date, today: session.today.today, isNothing, key });
    session.memory.set(key, { value, fetchedAt, freshUntil }, bytesPerRecord * value.length);
    landed.set(date, { value, fetchedAt, stale: false });
  }
  return landed;
}
