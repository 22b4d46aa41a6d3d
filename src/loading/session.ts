// What the loaders of one operation work with: whose records, through which transport, remembered where.
import { type Answer, ask, type Read } from '../accesslink/client.ts';
import { AccessLinkError } from '../accesslink/errors.ts';
import type { Secret } from '../secret.ts';
import type { Transport } from '../accesslink/transport.ts';
import type { RecordName } from '../generated/accesslink.ts';
import type { Flight, Flights } from './flights.ts';
import { recordKey, richerFlags, type Scope } from './keys.ts';
import { type Ledger, noteLeftOut } from './ledger.ts';
import type { Memory, Remembered } from './memory.ts';
import type { Today } from './reach.ts';
import type { FlagTable } from './resource.ts';

/** Everything the loaders of one operation need. */
export interface Session {
  readonly scope: Scope;
  readonly token: Secret;
  readonly send: Transport;
  readonly memory: Memory;
  readonly flights: Flights;
  readonly ledger: Ledger;
  readonly now: () => number;
  readonly today: Today;
  /** Schema coordinates (`Type.field`) that the operation selects. */
  readonly selected: ReadonlySet<string>;
}

/** A value as read: when, and whether it is older than it should be because AccessLink failed. */
export interface Held<T> {
  readonly value: T;
  readonly fetchedAt: number;
  readonly stale: boolean;
}

/** What is looked for: a date, an id or the list of a resource, with at least these flags. */
export interface Wish {
  readonly resource: { readonly name: string; readonly flags: FlagTable };
  readonly what: string;
  readonly flags: readonly string[];
}

/** The newest record remembered that is rich enough, fresh or not. */
export function recall<T>(session: Session, { resource, what, flags }: Wish): Remembered<T> | undefined {
  let newest: Remembered | undefined;
  for (const richer of richerFlags(Object.keys(resource.flags), flags)) {
    const found = session.memory.get(recordKey(session.scope, resource.name, what, richer));
    if (found && (!newest || found.fetchedAt > newest.fetchedAt)) newest = found;
  }
  return newest as Remembered<T> | undefined;
}

/** The record remembered, if it may still be believed. */
export function recallFresh<T>(session: Session, wish: Wish): Held<T> | undefined {
  const found = recall<T>(session, wish);
  if (!found || found.freshUntil <= session.now()) return undefined;
  session.ledger.fromMemory += 1;
  return { value: found.value, fetchedAt: found.fetchedAt, stale: false };
}

/** An old record in place of a failure that is AccessLink's own; undefined when there is none, or the user was refused. */
export function recallStale<T>(session: Session, wish: Wish, failure: unknown): Held<T> | undefined {
  const isTheirs =
    failure instanceof AccessLinkError &&
    ['unavailable', 'timeout', 'invalid', 'rate-limited'].includes(failure.code);
  const found = isTheirs ? recall<T>(session, wish) : undefined;
  if (!found) return undefined;
  session.ledger.stale += 1;
  return { value: found.value, fetchedAt: found.fetchedAt, stale: true };
}

/** A call under way that will settle the wish, counted as joined once for this operation. */
export function joinFlight(session: Session, wish: Wish, joined: Set<Flight>): Flight | undefined {
  const { what, flags } = wish;
  const flight = session.flights.find(session.scope, { resource: wish.resource.name, what, flags });
  if (flight && !joined.has(flight)) session.ledger.joined += 1;
  return flight && joined.add(flight) ? flight : undefined;
}

/** Sends a read and announces it as a flight until `land` has turned its answer into what is remembered. */
export function launchFlight<R extends RecordName, T>(
  session: Session,
  read: Read<R>,
  flight: Omit<Flight, 'landed'> & { land: (answer: Answer<R>) => T },
): Flight<T> {
  const landed = ask(session.send, read, session.token).then((answer) => {
    noteLeftOut(session.ledger, flight.resource, answer.leftOut);
    return flight.land(answer);
  });
  const launched = { resource: flight.resource, flags: flight.flags, covers: flight.covers, landed };
  session.flights.launch(session.scope, launched);
  return launched;
}
