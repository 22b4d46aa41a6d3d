// Reads the wanted days of a resource: remembered, under way, or in the fewest requests.
import { AccessLinkError } from '../accesslink/errors.ts';
import { datesBetween, type IsoDate } from '../calendar.ts';
import type { RecordName, Records } from '../generated/accesslink.ts';
import { type Brought, joinFlight, type Landed, launchFlight, settle } from './asking.ts';
import { OutOfWindowError } from './errors.ts';
import type { Flight } from './flights.ts';
import { noteLeftOut } from './ledger.ts';
import { type PlannedRequest, planRequests } from './plan.ts';
import { placeOf } from './reach.ts';
import { type HeldRecords, recallFresh, recallInstead, recallStored, remember } from './recall.ts';
import { type DatedResource, readOf } from './resource.ts';
import { type Held, type Session, wishFor } from './session.ts';

/** The records of one day; none when there is nothing. */
export type DayRecords<R extends RecordName> = readonly Records[R][];

interface Reading<R extends RecordName> {
  readonly resource: DatedResource<R>;
  readonly session: Session;
}

/**
 * The records of each date, in order. A date out of the window, and every date of a failed request, gives an Error in
 * its place unless it is remembered; a date not here yet gives no records. Never rejects.
 */
export async function readDates<R extends RecordName>(
  resource: DatedResource<R>,
  dates: readonly IsoDate[],
  session: Session,
): Promise<(Held<DayRecords<R>> | Error)[]> {
  const reading = { resource, session };
  const wanted = [...new Set(dates)];
  await recallStored(
    session,
    wanted.map((date) => wishFor(session, resource, date)),
  );
  const found = new Map<IsoDate, HeldRecords<R> | Flight<Landed<R>>>();
  const missing: IsoDate[] = [];
  for (const date of wanted) {
    const wish = wishFor(session, resource, date);
    const here = recallFresh<R>(session, wish) ?? joinFlight<R>(session, wish);
    if (here) found.set(date, here);
    else missing.push(date);
  }
  for (const request of planRequests(resource.reach, missing, session.today)) {
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
  found: HeldRecords<R> | Flight<Landed<R>> | undefined,
): Promise<HeldRecords<R> | Error> {
  const { name, reach } = resource;
  const wish = wishFor(session, resource, date);
  if (found && 'value' in found) return found;
  if (found) {
    const settled = await settle(session, wish, found);
    return isRefusal(settled) ? recallInstead(session, wish, new OutOfWindowError(name, date, null)) : settled;
  }
  const isNotYet = placeOf(reach, date, session.today) === 'not-yet';
  if (isNotYet) return { value: [], fetchedAt: session.now(), stale: false };
  return recallInstead(session, wish, new OutOfWindowError(name, date, reach.maxAgeDays));
}

/** A 400 to a dated read is about its dates: all else in it is ours. */
function isRefusal(settled: unknown): boolean {
  return settled instanceof AccessLinkError && settled.code === 'refused';
}

function launch<R extends RecordName>({ resource, session }: Reading<R>, request: PlannedRequest): Flight<Landed<R>> {
  const { flags } = wishFor(session, resource, request.from);
  return launchFlight(session, {
    resource: resource.name,
    flags,
    covers: (what) => isWithin(request, what),
    read: readOf(resource, request, flags),
    land: (brought) => rememberDays({ resource, session }, request, brought),
  });
}

/** Remembers every day that the request settles, empty days too. Days around them may be incomplete: they are dropped. */
function rememberDays<R extends RecordName>(
  { resource, session }: Reading<R>,
  request: PlannedRequest,
  { records, bytes, mark }: Brought<R>,
): Landed<R> {
  const settled = new Map<string, HeldRecords<R>>();
  const bytesPerRecord = bytes / Math.max(1, records.length);
  const something = records.filter((record) => !resource.isNothing(record));
  const days = Map.groupBy(something, (record) => dayOf(resource, request, record));
  const on = (day: string) => days.get(day) ?? [];
  noteLeftOut(session.ledger, resource.name, days.get(null)?.length ?? 0);
  for (const date of datesBetween(request.from, request.to)) {
    const news = { value: on(date), date, bytes: bytesPerRecord * on(date).length, mark };
    settled.set(date, remember(session, wishFor(session, resource, date), news));
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
