// Reads a resource whole, one record or a list without dates: remembered, under way, or asked for.
import type { RecordName, Records } from '../generated/accesslink.ts';
import type { Read } from '../accesslink/client.ts';
import { joinFlight, type Landed, launchFlight, settle } from './asking.ts';
import type { Flight } from './flights.ts';
import type { Wish } from './keys.ts';
import { type HeldRecords, recallAny, recallFresh, recallStored, remember } from './recall.ts';
import type { WholeResource } from './resource.ts';
import { type Held, type Session, wishFor } from './session.ts';

const WHAT = 'record';

/** The record, or null when AccessLink has none. Rejects with AccessLinkError when it is not remembered either. */
export async function readSingle<R extends RecordName>(
  resource: WholeResource<R>,
  session: Session,
): Promise<Held<Records[R] | null>> {
  const held = await readWhole(resource, session);
  return { ...held, value: held.value[0] ?? null };
}

/** The record if it is remembered, however old: nothing is asked. */
export async function recallSingle<R extends RecordName>(name: string, session: Session): Promise<Records[R] | null> {
  const wish = wishFor(session, { name, flags: {} }, WHAT);
  await recallStored(session, [wish]);
  return recallAny<R>(session, wish)?.value[0] ?? null;
}

/** All records, in the order in which they were sent. Rejects with AccessLinkError when they are not remembered either. */
export async function readWhole<R extends RecordName>(
  { name, flags = {}, read }: WholeResource<R>,
  session: Session,
): Promise<HeldRecords<R>> {
  const wish = wishFor(session, { name, flags }, WHAT);
  await recallStored(session, [wish]);
  const held =
    recallFresh<R>(session, wish) ??
    (await settle(session, wish, joinFlight<R>(session, wish) ?? launch(session, wish, read(wish.flags))));
  if (held instanceof Error) throw held;
  return held;
}

function launch<R extends RecordName>(session: Session, wish: Wish, read: Read<R>): Flight<Landed<R>> {
  return launchFlight(session, {
    ...wish,
    read,
    covers: () => true,
    land: ({ records, bytes, mark }) => {
      const held = remember(session, wish, { value: records, date: null, bytes, mark });
      return () => held;
    },
  });
}
