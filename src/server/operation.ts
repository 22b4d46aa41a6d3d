// One operation: the context of its resolvers, and what it costs.
import type { RateLimit } from '../accesslink/rate-limit.ts';
import { type Call, nothingFound, traced } from '../accesslink/trace.ts';
import type { Transport } from '../accesslink/upstream.ts';
import type { Context } from '../domain/context.ts';
import { createLoaders } from '../domain/loaders.ts';
import { type Archive, noArchive, readOnlyArchive } from '../loading/archive.ts';
import type { Expiry } from '../loading/expiry.ts';
import { createFlights, type Flights } from '../loading/flights.ts';
import { scopeOf } from '../loading/keys.ts';
import { createLedger, type Ledger } from '../loading/ledger.ts';
import { type Memory, readOnly } from '../loading/memory.ts';
import type { Today } from '../loading/reach.ts';
import { createSecret } from '../secret.ts';
import type { Session } from '../loading/session.ts';
import type { RecordOwner } from '../store/store.ts';
import { type Caller, callerOf, type Credential, todayFor } from './caller.ts';

/** What all operations of a process share. */
export interface Shared {
  readonly send: Transport;
  readonly memory: Memory;
  readonly expiry: Expiry;
  readonly flights: Flights;
  /** The archive of a caller's records; `noArchive` without a store. */
  readonly archiveOf: (owner: RecordOwner) => Archive;
  readonly rateLimit: () => RateLimit;
  readonly now: () => number;
  /** Answered for when a request carries no credential. */
  readonly fallback: Credential | null;
}

/** An operation under way: its resolvers' context, its costs, and its calls in the order in which they ended. */
export interface OperationState {
  readonly context: Context;
  readonly ledger: Ledger;
  readonly calls: readonly Call[];
  /** Nothing is sent: the calls are those that would be. */
  readonly isPlan: boolean;
}

/** Prepares an operation. A caller who cannot be told is refused by the fields that need one; the others are answered. */
export function createOperation(shared: Shared, headers: Headers, selected: ReadonlySet<string>): OperationState {
  const isPlan = headers.get('accesslink-plan') === 'only';
  const ledger = createLedger();
  const calls: Call[] = [];
  const note = (call: Call) => {
    if (!isPlan) ledger.calls += 1;
    calls.push(call);
  };
  const identity = identify(shared, headers);
  const { viewer, token, scope } = identity.caller ?? nobody();
  const archive = identity.caller ? shared.archiveOf({ scope, polarUserId: viewer.polarUserId }) : noArchive;
  const session: Session = {
    scope,
    polarUserId: viewer.polarUserId,
    token,
    send: traced(isPlan || !identity.caller ? nothingFound : shared.send, note),
    memory: isPlan ? readOnly(shared.memory) : shared.memory,
    expiry: shared.expiry,
    archive: isPlan ? readOnlyArchive(archive) : archive,
    flights: isPlan ? createFlights() : shared.flights,
    ledger,
    now: shared.now,
    today: identity.today,
    selected,
  };
  const context: Context = {
    viewer: () => {
      if (identity.caller) return viewer;
      throw identity.refusal;
    },
    partner: () => null,
    account: null,
    loaders: createLoaders(session, viewer),
    selected,
    today: session.today,
    rateLimit: shared.rateLimit,
  };
  return { context, ledger, calls, isPlan };
}

type Identity =
  | { readonly caller: Caller; readonly today: Today }
  | { readonly caller: null; readonly today: Today; readonly refusal: unknown };

function identify({ now, fallback }: Shared, headers: Headers): Identity {
  const instant = now();
  try {
    return { caller: callerOf(headers, fallback), today: todayFor(headers, instant) };
  } catch (refusal) {
    return { caller: null, today: todayFor(new Headers(), instant), refusal };
  }
}

/** Stands where a caller should: nothing is ever sent or found for it. */
function nobody(): Caller {
  const token = createSecret('');
  return { viewer: { owner: '', polarUserId: null }, token, scope: scopeOf(null, token) };
}
