// Reads a resource whole, one record or a list without dates: remembered, under way, or asked for.
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type { RecordsRequest } from '../../accesslink/client.ts';
import { joinInFlight, type RequestResult, startRequest, resultFor } from './shared-request.ts';
import type { InFlightRequest } from '../cache/in-flight.ts';
import type { RecordRequest } from '../cache/keys.ts';
import { type CachedRecords, getAny, getFresh, loadStored, putRecords } from '../cache/record-cache.ts';
import type { SingleResource } from '../plan/resource.ts';
import { type CachedValue, type LoadContext, wishFor } from '../context.ts';

const WHAT = 'record';

/** The record, or null when AccessLink has none. Rejects with AccessLinkError when it is not remembered either. */
export async function readRecord<R extends RecordName>(
  resource: SingleResource<R>,
  session: LoadContext,
): Promise<CachedValue<Records[R] | null>> {
  const held = await readAllRecords(resource, session);
  return { ...held, value: held.value[0] ?? null };
}

/** The record if it is remembered, however old: nothing is asked. */
export async function getCachedRecord<R extends RecordName>(
  name: string,
  session: LoadContext,
): Promise<Records[R] | null> {
  const wish = wishFor(session, { name, flags: {} }, WHAT);
  await loadStored(session, [wish]);
  return getAny<R>(session, wish)?.value[0] ?? null;
}

/** All records, in the order in which they were sent. Rejects with AccessLinkError when they are not remembered either. */
export async function readAllRecords<R extends RecordName>(
  { name, flags = {}, read }: SingleResource<R>,
  session: LoadContext,
): Promise<CachedRecords<R>> {
  const wish = wishFor(session, { name, flags }, WHAT);
  await loadStored(session, [wish]);
  const held =
    getFresh<R>(session, wish) ??
    (await resultFor(session, wish, joinInFlight<R>(session, wish) ?? launch(session, wish, read(wish.flags))));
  if (held instanceof Error) throw held;
  return held;
}

function launch<R extends RecordName>(
  session: LoadContext,
  wish: RecordRequest,
  read: RecordsRequest<R>,
): InFlightRequest<RequestResult<R>> {
  return startRequest(session, {
    ...wish,
    read,
    covers: () => true,
    complete: ({ records, bytes, version }) => {
      const held = putRecords(session, wish, { value: records, date: null, bytes, version });
      return () => held;
    },
  });
}
