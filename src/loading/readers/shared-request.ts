// Asking AccessLink once for everybody: joins a call under way, or sends one that others may join.
import { type RecordsReply, fetchRecords, type RecordsRequest } from '../../accesslink/client.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import type { InFlightRequest } from '../cache/in-flight.ts';
import type { RecordRequest } from '../cache/keys.ts';
import { countSkipped } from '../stats.ts';
import { type CachedRecords, invalidationTarget, getStale } from '../cache/record-cache.ts';
import type { LoadContext } from '../context.ts';

/** What a call answer for a date, an id or the list that it covers. */
export type RequestResult<R extends RecordName> = (what: string) => CachedRecords<R>;

/** An answer, with where the order of ends stood when it was sent for. */
export interface UpstreamAnswer<R extends RecordName> extends RecordsReply<R> {
  readonly version: number;
}

/** What a call is for, and how its answer is remembered and told. */
export interface SharedRequest<R extends RecordName> extends Omit<InFlightRequest, 'result' | 'version'> {
  readonly read: RecordsRequest<R>;
  readonly complete: (answer: UpstreamAnswer<R>) => RequestResult<R>;
}

/**
 * A call under way that will settle the wish, unless there is something newer than it can bring. One of another operation
 * is counted as joined, once.
 */
export function joinInFlight<R extends RecordName>(
  session: LoadContext,
  wish: RecordRequest,
): InFlightRequest<RequestResult<R>> | undefined {
  const mayJoin = ({ version }: InFlightRequest) =>
    session.invalidations.isCurrent(invalidationTarget(session, wish), version);
  const request = session.inFlight.find(session.partition, wish, mayJoin) as
    | InFlightRequest<RequestResult<R>>
    | undefined;
  if (!request || session.stats.counted.has(request)) return request;
  session.stats.counted.add(request);
  session.stats.joined += 1;
  return request;
}

/** Sends a call and announces it until its answer is remembered. */
export function startRequest<R extends RecordName>(
  session: LoadContext,
  call: SharedRequest<R>,
): InFlightRequest<RequestResult<R>> {
  const { resource, flags, covers, read, complete } = call;
  const version = session.invalidations.version();
  const sent = fetchRecords(session.send, read, session.token);
  const note = (failure: unknown) => session.negativeCache.note(session.partition, resource, failure);
  sent.then(() => note(null), note);
  const result = sent.then((answer) => {
    countSkipped(session.stats, resource, answer.skipped);
    return complete({ ...answer, version });
  });
  const request = { resource, flags, covers, version, result };
  session.stats.counted.add(request);
  session.inFlight.start(session.partition, request);
  return request;
}

/** What a call brings for a wish; should it fail, old records or the failure. Never rejects. */
export async function resultFor<R extends RecordName>(
  session: LoadContext,
  wish: RecordRequest,
  request: InFlightRequest<RequestResult<R>>,
): Promise<CachedRecords<R> | Error> {
  try {
    const result = await request.result;
    return result(wish.key);
  } catch (failure) {
    return getStale(session, wish, failure);
  }
}
