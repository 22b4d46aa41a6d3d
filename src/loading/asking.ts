// Asking AccessLink once for everybody: joins a call under way, or sends one that others may join.
import { type Answer, ask, type Read } from '../accesslink/client.ts';
import type { RecordName } from '../generated/accesslink.ts';
import type { Flight } from './flights.ts';
import type { Wish } from './keys.ts';
import { noteLeftOut } from './ledger.ts';
import { type HeldRecords, placeOf, recallInstead } from './recall.ts';
import type { Session } from './session.ts';

/** What a call brought for a date, an id or the list that it covers. */
export type Landed<R extends RecordName> = (what: string) => HeldRecords<R>;

/** An answer, with where the order of ends stood when it was asked for. */
export interface Brought<R extends RecordName> extends Answer<R> {
  readonly mark: number;
}

/** What a call is for, and how its answer is remembered and told. */
export interface Call<R extends RecordName> extends Omit<Flight, 'landed' | 'mark'> {
  readonly read: Read<R>;
  readonly land: (brought: Brought<R>) => Landed<R>;
}

/**
 * A call under way that will settle the wish, unless there is something newer than it can bring. One of another operation
 * is counted as joined, once.
 */
export function joinFlight<R extends RecordName>(session: Session, wish: Wish): Flight<Landed<R>> | undefined {
  const mayJoin = ({ mark }: Flight) => session.expiry.isCurrent(placeOf(session, wish), mark);
  const flight = session.flights.find(session.scope, wish, mayJoin) as Flight<Landed<R>> | undefined;
  if (!flight || session.ledger.counted.has(flight)) return flight;
  session.ledger.counted.add(flight);
  session.ledger.joined += 1;
  return flight;
}

/** Sends a call and announces it until its answer is remembered. */
export function launchFlight<R extends RecordName>(session: Session, call: Call<R>): Flight<Landed<R>> {
  const { resource, flags, covers, read, land } = call;
  const mark = session.expiry.mark();
  const asked = ask(session.send, read, session.token);
  const note = (failure: unknown) => session.refusals.note(session.scope, resource, failure);
  asked.then(() => note(null), note);
  const landed = asked.then((answer) => {
    noteLeftOut(session.ledger, resource, answer.leftOut);
    return land({ ...answer, mark });
  });
  const flight = { resource, flags, covers, mark, landed };
  session.ledger.counted.add(flight);
  session.flights.launch(session.scope, flight);
  return flight;
}

/** What a call brings for a wish; should it fail, old records or the failure. Never rejects. */
export async function settle<R extends RecordName>(
  session: Session,
  wish: Wish,
  flight: Flight<Landed<R>>,
): Promise<HeldRecords<R> | Error> {
  try {
    const landed = await flight.landed;
    return landed(wish.what);
  } catch (failure) {
    return recallInstead(session, wish, failure);
  }
}
