// Reads a resource of one list: all of it, single records by id, or those of a day, in the fewest requests.
import { daysBetween, type IsoDate } from '../calendar.ts';
import type { Answer } from '../accesslink/client.ts';
import type { RecordName, Records } from '../generated/accesslink.ts';
import { OutOfWindowError } from './errors.ts';
import type { Flight } from './flights.ts';
import { freshForMs } from './freshness.ts';
import { recordKey } from './keys.ts';
import { flagsFor, type ListedResource } from './resource.ts';
import { type Held, joinFlight, launchFlight, recallFresh, recallStale, type Session, type Wish } from './session.ts';

/** What is wanted of a listed resource: all of it, the record with an id, or those of a day. */
export type ListedKey =
  | { readonly kind: 'list' }
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'day'; readonly date: IsoDate };

/** The records wanted; none when there is none with the id or of the day. */
export type ListedRecords<R extends RecordName> = Held<readonly Records[R][]>;

type Found<R extends RecordName> = ListedRecords<R> | Error;

interface Reading<R extends RecordName> {
  readonly resource: ListedResource<R>;
  readonly session: Session;
  readonly flags: readonly string[];
  readonly joined: Set<Flight>;
}

const LIST = '';

/**
 * The records for each key, in order; an Error in the place of what failed. One call by id when a single record is
 * wanted, the list when the list, a day or more than one record is. A day older than the list reaches is answered from
 * the list when that is at hand (records uploaded late are in it), and is out of the window otherwise. Never rejects.
 */
export async function readListed<R extends RecordName>(
  resource: ListedResource<R>,
  keys: readonly ListedKey[],
  session: Session,
): Promise<Found<R>[]> {
  const reading: Reading<R> = { resource, session, flags: flagsFor(resource.flags, session.selected), joined: new Set() };
  const wishes = new Set(keys.filter((key) => !isTooOld(reading, key)).map(whatOf));
  const found = new Map<string, Found<R> | Promise<Found<R>>>();
  for (const what of wishes) {
    const known = remembered(reading, what);
    if (known) found.set(what, known);
  }
  const missing = [...wishes].filter((what) => !found.has(what));
  const isListBetter = missing.includes(LIST) || missing.length > 1;
  for (const what of missing) {
    const wish = wishOf(reading, what);
    const flight = joinFlight(session, wish, reading.joined) ?? launch(reading, isListBetter ? LIST : what);
    found.set(what, settle(reading, what, flight as Flight<ListedRecords<R>>));
  }
  if (!found.has(LIST) && keys.some((key) => isTooOld(reading, key))) {
    const list = remembered(reading, LIST);
    if (list) found.set(LIST, list);
  }
  return Promise.all(keys.map(async (key) => answerFor(reading, key, await found.get(whatOf(key)))));
}

function whatOf(key: ListedKey): string {
  return key.kind === 'one' ? key.id : LIST;
}

function isTooOld<R extends RecordName>({ resource, session }: Reading<R>, key: ListedKey): boolean {
  return key.kind === 'day' && daysBetween(key.date, session.today.edge) > resource.maxAgeDays;
}

function wishOf<R extends RecordName>({ resource, flags }: Reading<R>, what: string): Wish {
  return { resource, what, flags };
}

/** From the record's own entry, else from a fresh list, which also knows which ids there are not. */
function remembered<R extends RecordName>(reading: Reading<R>, what: string): ListedRecords<R> | undefined {
  const own = recallFresh<Records[R][]>(reading.session, wishOf(reading, what));
  if (own || what === LIST) return own;
  const list = recallFresh<Records[R][]>(reading.session, wishOf(reading, LIST));
  return list && withId(reading, list, what);
}

function withId<R extends RecordName>(
  { resource }: Reading<R>,
  held: ListedRecords<R>,
  id: string,
): ListedRecords<R> {
  return { ...held, value: held.value.filter((record) => resource.idOf(record) === id) };
}

/** The part of what was found that a key wants. */
function answerFor<R extends RecordName>(reading: Reading<R>, key: ListedKey, found: Found<R> | undefined): Found<R> {
  const { name, maxAgeDays, dateOf } = reading.resource;
  if (key.kind !== 'day') return found ?? new Error(`Cannot read ${name}: it was not planned`);
  if (found instanceof Error) return found;
  const value = (found?.value ?? []).filter((record) => dateOf(record) === key.date);
  if (value.length === 0 && isTooOld(reading, key)) return new OutOfWindowError(name, key.date, maxAgeDays);
  return { value, fetchedAt: found?.fetchedAt ?? 0, stale: found?.stale ?? false };
}

async function settle<R extends RecordName>(
  reading: Reading<R>,
  what: string,
  flight: Flight<ListedRecords<R>>,
): Promise<Found<R>> {
  try {
    const landed = await flight.landed;
    return what === LIST ? landed : withId(reading, landed, what);
  } catch (failure) {
    const stale = recallStale<Records[R][]>(reading.session, wishOf(reading, what), failure);
    return stale ?? (failure instanceof Error ? failure : new Error(String(failure)));
  }
}

/** Asks for the list, or for one record. The list settles every id. */
function launch<R extends RecordName>(reading: Reading<R>, what: string): Flight<ListedRecords<R>> {
  const { resource, session, flags } = reading;
  const read = what === LIST ? resource.list(flags) : resource.one(what, flags);
  const flight = launchFlight(session, read, {
    resource: resource.name,
    flags,
    covers: (wanted) => what === LIST || wanted === what,
    land: (answer) => remember(reading, what, answer),
  });
  reading.joined.add(flight);
  return flight;
}

function remember<R extends RecordName>(reading: Reading<R>, what: string, answer: Answer<R>): ListedRecords<R> {
  const { resource, session, flags } = reading;
  const fetchedAt = session.now();
  const keep = (name: string, value: readonly Records[R][], bytes: number) => {
    const key = recordKey(session.scope, resource.name, name, flags);
    const date = name !== LIST && value[0] ? resource.dateOf(value[0]) : null;
    const freshFor = freshForMs({ date, today: session.today.today, isNothing: value.length === 0, key });
    session.memory.set(key, { value, fetchedAt, freshUntil: fetchedAt + freshFor }, bytes);
  };
  const share = answer.bytes / Math.max(1, answer.records.length);
  for (const record of what === LIST ? answer.records : []) {
    const id = resource.idOf(record);
    if (id) keep(id, [record], share);
  }
  keep(what, answer.records, what === LIST ? 0 : answer.bytes);
  return { value: answer.records, fetchedAt, stale: false };
}
