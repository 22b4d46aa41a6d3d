// Reads a resource of one record: remembered, under way, or asked for.
import type { RecordName, Records } from '../generated/accesslink.ts';
import { freshForMs } from './freshness.ts';
import { recordKey } from './keys.ts';
import type { SingleResource } from './resource.ts';
import { type Held, joinFlight, launchFlight, recallFresh, recallStale, type Session } from './session.ts';

const WHAT = 'record';

/** The record, or null when AccessLink has none. Rejects with AccessLinkError when it is not remembered either. */
export async function readSingle<R extends RecordName>(
  { name, read }: SingleResource<R>,
  session: Session,
): Promise<Held<Records[R] | null>> {
  const wish = { resource: { name, flags: {} }, what: WHAT, flags: [] };
  const fresh = recallFresh<Records[R] | null>(session, wish);
  if (fresh) return fresh;
  const flight =
    joinFlight(session, wish, new Set()) ??
    launchFlight(session, read, {
      resource: name,
      flags: [],
      covers: () => true,
      land: ({ records, bytes }) => {
        const value = records[0] ?? null;
        const [key, fetchedAt] = [recordKey(session.scope, name, WHAT), session.now()];
        const isNothing = value === null;
        const freshFor = freshForMs({ date: null, today: session.today.today, isNothing, key });
        session.memory.set(key, { value, fetchedAt, freshUntil: fetchedAt + freshFor }, bytes);
        return { value, fetchedAt, stale: false };
      },
    });
  try {
    return (await flight.landed) as Held<Records[R] | null>;
  } catch (failure) {
    const stale = recallStale<Records[R] | null>(session, wish, failure);
    if (stale) return stale;
    throw failure;
  }
}
