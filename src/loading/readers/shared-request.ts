// Asking AccessLink once for everybody: joins a call under way, or sends one that others may join.
import { type RecordsReply, fetchRecords, type RecordsRequest } from '../../accesslink/client.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import type { InFlightRequest } from '../cache/in-flight.ts';
import type { RecordRequest } from '../cache/keys.ts';
import { countSkipped } from '../stats.ts';
import { type CachedRecords, invalidationTarget, getStale } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';

/** What a call brought for a date, an id or the list that it covers. */
export type RequestResult<R extends RecordName> = (what: string) => CachedRecords<R>;

/** An answer, with where the order of ends stood when it was asked for. */
export interface UpstreamAnswer<R extends RecordName> extends RecordsReply<R> {
  readonly mark: number;
}

/** What a call is for, and how its answer is remembered and told. */
export interface SharedRequest<R extends RecordName> extends Omit<InFlightRequest, 'landed' | 'mark'> {
  readonly read: RecordsRequest<R>;
  readonly land: (brought: UpstreamAnswer<R>) => RequestResult<R>;
}

/**
 * A call under way that will settle the wish, unless there is something newer than it can bring. One of another operation
 * is counted as joined, once.
 */
export function joinInFlight<R extends RecordName>(
  session: LoadContext,
  wish: RecordRequest,
): InFlightRequest<RequestResult<R>> | undefined {
  const mayJoin = ({ version: mark }: InFlightRequest) =>
    session.invalidations.isCurrent(invalidationTarget(session, wish), mark);
  const flight = session.inFlight.find(session.partition, wish, mayJoin) as
    | InFlightRequest<RequestResult<R>>
    | undefined;
  if (!flight || session.stats.counted.has(flight)) return flight;
  session.stats.counted.add(flight);
  session.stats.joined += 1;
  return flight;
}

/** Sends a call and announces it until its answer is remembered. */
export function startRequest<R extends RecordName>(
  session: LoadContext,
  call: SharedRequest<R>,
): InFlightRequest<RequestResult<R>> {
  const { resource, flags, covers, read, land } = call;
  const mark = session.invalidations.version();
  const asked = fetchRecords(session.send, read, session.token);
  const note = (failure: unknown) => session.negativeCache.note(session.partition, resource, failure);
  asked.then(() => note(null), note);
  const landed = asked.then((answer) => {
    countSkipped(session.stats, resource, answer.skipped);
    return land({ ...answer, mark });
  });
  const flight = { resource, flags, covers, mark, landed };
  session.stats.counted.add(flight);
  session.inFlight.start(session.partition, flight);
  return flight;
}

/** What a call brings for a wish; should it fail, old records or the failure. Never rejects. */
export async function resultFor<R extends RecordName>(
  session: LoadContext,
  wish: RecordRequest,
  flight: InFlightRequest<RequestResult<R>>,
): Promise<CachedRecords<R> | Error> {
  try {
    const landed = await flight.result;
    return landed(wish.key);
  } catch (failure) {
    return getStale(session, wish, failure);
  }
}
