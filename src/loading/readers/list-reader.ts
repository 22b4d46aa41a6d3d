// Reads a resource of one list: all of it, single records by id, or those of a day, in the fewest requests.
import type { IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { type UpstreamAnswer, joinInFlight, type RequestResult, startRequest, resultFor } from './shared-request.ts';
import { OutOfWindowError } from '../errors.ts';
import type { InFlightRequest } from '../cache/in-flight.ts';
import { type Availability, availabilityOf } from '../plan/limits.ts';
import { type CachedRecords, getAny, getFresh, getStale, loadStored, putRecords } from '../cache/record-cache.ts';
import type { ListedResource } from '../plan/resource.ts';
import { type LoadContext, wishFor } from '../context.ts';

/** What is wanted of a listed resource: all of it, the record with an id, or those of a day. */
export type ListLookup =
  | { readonly kind: 'list' }
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'day'; readonly date: IsoDate };

/** The records wanted; none when there is none with the id or of the day. */
export type ListRecords<R extends RecordName> = CachedRecords<R>;

interface Reading<R extends RecordName> {
  readonly resource: ListedResource<R>;
  readonly session: LoadContext;
}

/** No id is empty. */
const LIST = '';

/**
 * The records for each key, in order; an Error in the place of what failed. One call by id when a single record is
 * wanted, the list when the list, a day or more than one record is. A day older than the list reaches is answered from
 * the list when that is at hand (records uploaded late are in it), and is out of the window otherwise. Never rejects.
 */
export async function readFromList<R extends RecordName>(
  resource: ListedResource<R>,
  keys: readonly ListLookup[],
  session: LoadContext,
): Promise<(ListRecords<R> | Error)[]> {
  const reading = { resource, session };
  const worthAsking = new Set(keys.filter((key) => placeOfKey(reading, key) === 'in-reach').map(whatOf));
  await loadStored(
    session,
    [...new Set(keys.flatMap((key) => keptAs(key)))].map((what) => wishFor(session, resource, what)),
  );
  const found = new Map<string, ListRecords<R> | Promise<ListRecords<R> | Error>>();
  for (const what of new Set(keys.map(whatOf))) {
    const here = atHand(reading, what);
    if (here) found.set(what, here);
  }
  const missing = [...worthAsking].filter((what) => !found.has(what));
  if (missing.length > 0) {
    const [what = LIST] = missing.length === 1 ? missing : [];
    const flight = what === LIST ? launchList(reading) : launchOne(reading, what);
    for (const wanted of missing) found.set(wanted, resultFor(session, wishFor(session, resource, wanted), flight));
  }
  return Promise.all(keys.map(async (key) => answerFor(reading, key, await found.get(whatOf(key)))));
}

function whatOf(key: ListLookup): string {
  return key.kind === 'one' ? key.id : LIST;
}

/** What the records of a day are kept under. No id has a colon. */
export function dayKey(date: IsoDate): string {
  return `day:${date}`;
}

/** Under which names records for a key may be kept: records are kept by id and by day beside the list. */
function keptAs(key: ListLookup): string[] {
  if (key.kind === 'day') return [LIST, dayKey(key.date)];
  return key.kind === 'one' ? [LIST, key.id] : [LIST];
}

/** An id or the list may always be asked for. */
function placeOfKey<R extends RecordName>({ resource, session }: Reading<R>, key: ListLookup): Availability {
  const reach = { maxAgeDays: resource.maxAgeDays, aheadDays: 0 };
  return key.kind === 'day' ? availabilityOf(reach, key.date, session.today) : 'in-reach';
}

/** What is remembered, or will be when a call under way has landed. */
function atHand<R extends RecordName>(
  reading: Reading<R>,
  what: string,
): ListRecords<R> | Promise<ListRecords<R> | Error> | undefined {
  const known = recallPart(reading, what);
  if (known) return known;
  const wish = wishFor(reading.session, reading.resource, what);
  const flight = joinInFlight<R>(reading.session, wish);
  return flight && resultFor(reading.session, wish, flight);
}

/** From the record's own entry, else from a fresh list, which also knows which ids there are not. */
function recallPart<R extends RecordName>(reading: Reading<R>, what: string): ListRecords<R> | undefined {
  const { resource, session } = reading;
  const own = getFresh<R>(session, wishFor(session, resource, what));
  if (own || what === LIST) return own;
  const list = getFresh<R>(session, wishFor(session, resource, LIST));
  return list && partOf(reading, list, what);
}

function partOf<R extends RecordName>({ resource }: Reading<R>, held: ListRecords<R>, what: string): ListRecords<R> {
  return what === LIST ? held : { ...held, value: held.value.filter((record) => resource.idOf(record) === what) };
}

/** The part of what was found that a key wants. Nothing was looked for when only days out of reach want the list. */
function answerFor<R extends RecordName>(
  reading: Reading<R>,
  key: ListLookup,
  found: ListRecords<R> | Error = { value: [], fetchedAt: reading.session.now(), stale: false },
): ListRecords<R> | Error {
  if (key.kind !== 'day' || found instanceof Error) return found;
  const { name, maxAgeDays, dateOf } = reading.resource;
  const value = found.value.filter((record) => dateOf(record) === key.date);
  const isTooOld = value.length === 0 && placeOfKey(reading, key) === 'out-of-window';
  if (!isTooOld) return { ...found, value };
  const { session, resource } = reading;
  return getStale(
    session,
    wishFor(session, resource, dayKey(key.date)),
    new OutOfWindowError(name, key.date, maxAgeDays),
  );
}

/** Asks for the list, which settles every id. */
function launchList<R extends RecordName>(reading: Reading<R>): InFlightRequest<RequestResult<R>> {
  const { resource, session } = reading;
  const wish = wishFor(session, resource, LIST);
  return startRequest(session, {
    ...wish,
    covers: () => true,
    read: resource.list(wish.flags),
    complete: (answer) => {
      const held = rememberList(reading, answer);
      return (what) => partOf(reading, held, what);
    },
  });
}

/** Asks for one record. */
function launchOne<R extends RecordName>(
  { resource, session }: Reading<R>,
  id: string,
): InFlightRequest<RequestResult<R>> {
  const wish = wishFor(session, resource, id);
  return startRequest(session, {
    ...wish,
    covers: (key) => key === id,
    read: resource.one(id, wish.flags),
    complete: ({ records, ...answer }) => {
      const record = records[0] ?? getAny<R>(session, wish)?.value[0];
      const date = record ? resource.dateOf(record) : null;
      const held = putRecords(session, wish, { ...answer, value: records, date });
      return () => held;
    },
  });
}

/**
 * Each record is also remembered by itself and with the others of its day, since the list forgets it after a month. All
 * three are counted in full: each of them keeps a record when the entries of the others are gone.
 */
function rememberList<R extends RecordName>(
  { resource, session }: Reading<R>,
  { records, bytes, version }: UpstreamAnswer<R>,
): ListRecords<R> {
  const bytesPerRecord = bytes / records.length;
  for (const record of records) {
    const id = resource.idOf(record);
    const news = { value: [record], date: resource.dateOf(record), bytes: bytesPerRecord, version };
    if (id) putRecords(session, wishFor(session, resource, id), news);
  }
  for (const [date, value] of Map.groupBy(records, (record) => resource.dateOf(record))) {
    const news = { value, date, bytes: bytesPerRecord * value.length, version };
    if (date) putRecords(session, wishFor(session, resource, dayKey(date)), news);
  }
  return putRecords(session, wishFor(session, resource, LIST), { value: records, date: null, bytes, version });
}
