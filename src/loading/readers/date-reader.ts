// Reads the wanted days of a resource: remembered, under way, or in the fewest requests.
import { AccessLinkError } from '../../accesslink/errors.ts';
import { datesBetween, type IsoDate } from '../../calendar.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import { type UpstreamAnswer, joinInFlight, type RequestResult, startRequest, resultFor } from './shared-request.ts';
import { OutOfWindowError } from '../errors.ts';
import type { InFlightRequest } from '../cache/in-flight.ts';
import { countSkipped } from '../stats.ts';
import { type PlannedRequest, planRequests } from '../plan/plan.ts';
import { availabilityOf } from '../plan/limits.ts';
import { type CachedRecords, getFresh, getStale, loadStored, putRecords } from '../cache/record-cache.ts';
import { type DatedResource, readOf } from '../plan/resource.ts';
import { type CachedValue, type LoadContext, wishFor } from '../context.ts';

/** The records of one day; none when there is nothing. */
export type DayRecords<R extends RecordName> = readonly Records[R][];

interface Reading<R extends RecordName> {
  readonly resource: DatedResource<R>;
  readonly session: LoadContext;
}

/**
 * The records of each date, in order. A date out of the window, and every date of a failed request, gives an Error in
 * its place unless it is remembered; a date not here yet gives no records. Never rejects.
 */
export async function readDates<R extends RecordName>(
  resource: DatedResource<R>,
  dates: readonly IsoDate[],
  session: LoadContext,
): Promise<(CachedValue<DayRecords<R>> | Error)[]> {
  const reading = { resource, session };
  const wanted = [...new Set(dates)];
  await loadStored(
    session,
    wanted.map((date) => wishFor(session, resource, date)),
  );
  const found = new Map<IsoDate, CachedRecords<R> | InFlightRequest<RequestResult<R>>>();
  const missing: IsoDate[] = [];
  for (const date of wanted) {
    const wish = wishFor(session, resource, date);
    const here = getFresh<R>(session, wish) ?? joinInFlight<R>(session, wish);
    if (here) found.set(date, here);
    else missing.push(date);
  }
  for (const request of planRequests(resource.limits, missing, session.today)) {
    const flight = launch(reading, request);
    for (const date of missing) if (isWithin(request, date)) found.set(date, flight);
  }
  return Promise.all(dates.map((date) => answerFor(reading, date, found.get(date))));
}

function isWithin({ from, to }: PlannedRequest, date: string): boolean {
  return date >= from && date <= to;
}

async function answerFor<R extends RecordName>(
  { resource, session }: Reading<R>,
  date: IsoDate,
  found: CachedRecords<R> | InFlightRequest<RequestResult<R>> | undefined,
): Promise<CachedRecords<R> | Error> {
  const { name, limits: reach } = resource;
  const wish = wishFor(session, resource, date);
  if (found && 'value' in found) return found;
  if (found) {
    const settled = await resultFor(session, wish, found);
    return isRefusal(settled) ? getStale(session, wish, new OutOfWindowError(name, date, null)) : settled;
  }
  const isNotYet = availabilityOf(reach, date, session.today) === 'not-yet';
  if (isNotYet) return { value: [], fetchedAt: session.now(), stale: false };
  return getStale(session, wish, new OutOfWindowError(name, date, reach.maxAgeDays));
}

/** A 400 to a dated read is about its dates: all else in it is ours. */
function isRefusal(settled: unknown): boolean {
  return settled instanceof AccessLinkError && settled.code === 'refused';
}

function launch<R extends RecordName>(
  { resource, session }: Reading<R>,
  request: PlannedRequest,
): InFlightRequest<RequestResult<R>> {
  const { flags } = wishFor(session, resource, request.from);
  return startRequest(session, {
    resource: resource.name,
    flags,
    covers: (key) => isWithin(request, key),
    read: readOf(resource, request, flags),
    complete: (answer) => rememberDays({ resource, session }, request, answer),
  });
}

/** Remembers every day that the request settles, empty days too. Days around them may be incomplete: they are dropped. */
function rememberDays<R extends RecordName>(
  { resource, session }: Reading<R>,
  request: PlannedRequest,
  { records, bytes, version }: UpstreamAnswer<R>,
): RequestResult<R> {
  const settled = new Map<string, CachedRecords<R>>();
  const bytesPerRecord = bytes / Math.max(1, records.length);
  const something = records.filter((record) => !resource.isNothing(record));
  const days = Map.groupBy(something, (record) => dayOf(resource, request, record));
  const on = (day: string) => days.get(day) ?? [];
  countSkipped(session.stats, resource.name, days.get(null)?.length ?? 0);
  for (const date of datesBetween(request.from, request.to)) {
    const news = { value: on(date), date, bytes: bytesPerRecord * on(date).length, version };
    settled.set(date, putRecords(session, wishFor(session, resource, date), news));
  }
  return (what) => settled.get(what) ?? { value: [], fetchedAt: session.now(), stale: false };
}

/** The day of a record: the day asked for when it is one, else as the record tells; null when it does not. */
function dayOf<R extends RecordName>(
  { dateOf }: DatedResource<R>,
  { form, from, to }: PlannedRequest,
  record: Records[R],
): string | null {
  return form === 'date' ? from : (dateOf(record) ?? (from === to ? from : null));
}
