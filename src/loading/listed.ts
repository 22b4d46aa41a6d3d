// Reads a resource of one list: the whole list, or single records by id, in the fewest requests.
import type { Answer } from '../accesslink/client.ts';
import type { RecordName, Records } from '../generated/accesslink.ts';
import type { Flight } from './flights.ts';
import { freshForMs } from './freshness.ts';
import { recordKey } from './keys.ts';
import { flagsFor, type ListedResource } from './resource.ts';
import { type Held, joinFlight, launchFlight, recallFresh, recallStale, type Session, type Wish } from './session.ts';

/** What is wanted of a listed resource: all of it, or the record with an id. */
export type ListedKey = { readonly kind: 'list' } | { readonly kind: 'one'; readonly id: string };

/** The records wanted: all, one, or none when the id is not in the list. */
export type ListedRecords<R extends RecordName> = Held<readonly Records[R][]>;

interface Reading<R extends RecordName> {
  readonly resource: ListedResource<R>;
  readonly session: Session;
  readonly flags: readonly string[];
  readonly joined: Set<Flight>;
}

const LIST = '';
const isOne = (what: string) => what !== LIST;

/**
 * The records for each key, in order; an Error in the place of what failed. One call by id when a single record is
 * wanted, the list when the list or more than one record is. Never rejects.
 */
export async function readListed<R extends RecordName>(
  resource: ListedResource<R>,
  keys: readonly ListedKey[],
  session: Session,
): Promise<(ListedRecords<R> | Error)[]> {
  const flags = flagsFor(resource.flags, session.selected);
  const reading: Reading<R> = { resource, session, flags, joined: new Set() };
  const wishes = new Set(keys.map(whatOf));
  const known = new Map([...wishes].map((what) => [what, remembered(reading, what)]));
  const missing = [...wishes].filter((what) => !known.get(what));
  const isListBetter = missing.includes(LIST) || missing.length > 1;
  const calls = new Map<string, Promise<ListedRecords<R> | Error>>();
  for (const what of missing) {
    const flight = joinFlight(session, wishOf(reading, what), reading.joined) ?? launch(reading, isListBetter ? LIST : what);
    calls.set(what, settle(reading, what, flight as Flight<ListedRecords<R>>));
  }
  return Promise.all(keys.map((key) => known.get(whatOf(key)) ?? calls.get(whatOf(key)) ?? new Error('not planned')));
}

function whatOf(key: ListedKey): string {
  return key.kind === 'list' ? LIST : key.id;
}

function wishOf<R extends RecordName>({ resource, flags }: Reading<R>, what: string): Wish {
  return { resource, what, flags };
}

/** From the record's own entry, else from a fresh list, which also knows which ids there are not. */
function remembered<R extends RecordName>(reading: Reading<R>, what: string): ListedRecords<R> | undefined {
  const own = recallFresh<Records[R][]>(reading.session, wishOf(reading, what));
  if (own || !isOne(what)) return own;
  const list = recallFresh<Records[R][]>(reading.session, wishOf(reading, LIST));
  return list && pick(reading, list, what);
}

function pick<R extends RecordName>(
  { resource }: Reading<R>,
  list: ListedRecords<R>,
  what: string,
): ListedRecords<R> {
  return isOne(what) ? { ...list, value: list.value.filter((record) => resource.idOf(record) === what) } : list;
}

async function settle<R extends RecordName>(
  reading: Reading<R>,
  what: string,
  flight: Flight<ListedRecords<R>>,
): Promise<ListedRecords<R> | Error> {
  try {
    return pick(reading, await flight.landed, what);
  } catch (failure) {
    const stale = recallStale<Records[R][]>(reading.session, wishOf(reading, what), failure);
    return stale ?? (failure instanceof Error ? failure : new Error(String(failure)));
  }
}

/** Asks for the list, or for one record. The list settles every id. */
function launch<R extends RecordName>(reading: Reading<R>, what: string): Flight<ListedRecords<R>> {
  const { resource, session, flags } = reading;
  const read = isOne(what) ? resource.one(what, flags) : resource.list(flags);
  const flight = launchFlight(session, read, {
    resource: resource.name,
    flags,
    covers: (wanted) => !isOne(what) || wanted === what,
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
    const date = isOne(name) && value[0] ? resource.dateOf(value[0]) : null;
    const freshFor = freshForMs({ date, today: session.today.today, isNothing: value.length === 0, key });
    session.memory.set(key, { value, fetchedAt, freshUntil: fetchedAt + freshFor }, bytes);
  };
  keep(what, answer.records, isOne(what) ? answer.bytes : 0);
  const share = answer.bytes / Math.max(1, answer.records.length);
  for (const record of isOne(what) ? [] : answer.records) {
    const id = resource.idOf(record);
    if (id) keep(id, [record], share);
  }
  return { value: answer.records, fetchedAt, stale: false };
}
