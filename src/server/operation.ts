// One operation: the context of its resolvers, and what it costs.
import type { RateLimit } from '../accesslink/rate-limit.ts';
import { type Call, nothingFound, traced } from '../accesslink/trace.ts';
import type { Transport } from '../accesslink/upstream.ts';
import type { Context, PartnerCaller } from '../domain/context.ts';
import { createLoaders } from '../domain/loaders.ts';
import type { Partner } from '../domain/partner/partner.ts';
import { type Archive, noArchive, readOnlyArchive } from '../loading/archive.ts';
import type { Expiry } from '../loading/expiry.ts';
import { createFlights, type Flights } from '../loading/flights.ts';
import { scopeOf } from '../loading/keys.ts';
import { createLedger, type Ledger } from '../loading/ledger.ts';
import { type Memory, overlay } from '../loading/memory.ts';
import type { Today } from '../loading/reach.ts';
import type { Refusals } from '../loading/refusals.ts';
import { createSecret } from '../secret.ts';
import type { Session } from '../loading/session.ts';
import type { RecordOwner } from '../store/store.ts';
import { accountFor } from './auth/account.ts';
import type { Identify, Identity } from './auth/identity.ts';
import type { Asking } from './auth/presented.ts';
import { type Caller, todayFor } from './caller.ts';
import type { Personal } from './personal.ts';

/** What all operations of a process share. */
export interface Shared {
  readonly send: Transport;
  readonly memory: Memory;
  readonly expiry: Expiry;
  readonly flights: Flights;
  readonly refusals: Refusals;
  /** The archive of a caller's records; `noArchive` without a store. */
  readonly archiveOf: (owner: RecordOwner) => Archive;
  /** Resolves when what was handed to archives so far is written. */
  readonly written: () => Promise<void>;
  readonly rateLimit: () => RateLimit;
  readonly now: () => number;
  readonly identify: Identify;
  /** The means of the partner, for whoever has proven to be it. */
  readonly partnerFor: (caller: PartnerCaller, sending: Sending) => Partner | null;
  readonly followFor: (asking: Asking) => Context['follow'];
  readonly personal: Personal;
}

/** How an operation asks AccessLink. */
export interface Sending {
  readonly send: Transport;
  readonly isPlan: boolean;
  /** Of the request. */
  readonly url: string;
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
export async function createOperation(
  shared: Shared,
  asking: Asking,
  selected: ReadonlySet<string>,
): Promise<OperationState> {
  const isPlan = asking.headers.get('accesslink-plan') === 'only';
  const { ledger, calls, note } = createBooks(isPlan);
  const { signedIn, partner, ...identity } = await shared.identify(asking);
  const { caller, today, refusal } = answerable(identity, asking.headers, shared.now());
  const { viewer, token, scope } = caller ?? nobody();
  const send = isPlan ? nothingFound : (signedIn?.watch(shared.send) ?? shared.send);
  const session: Session = {
    scope,
    polarUserId: viewer.polarUserId,
    token,
    send: traced(caller ? send : nothingFound, note),
    expiry: shared.expiry,
    ...rememberedFor(caller, shared, isPlan),
    ledger,
    now: shared.now,
    today,
    selected,
  };
  const context: Context = {
    viewer: () => {
      if (caller) return viewer;
      throw refusal;
    },
    partner: () => partner && shared.partnerFor(partner, { send: traced(send, note), isPlan, url: asking.url }),
    account: signedIn && accountFor(signedIn, { send: traced(send, note), isPlan }),
    follow: shared.followFor(asking),
    loaders: createLoaders(session, viewer),
    ...shared.personal({ caller: caller ?? nobody(), url: asking.url, isPlan, send: session.send, note }),
    selected,
    today,
    rateLimit: shared.rateLimit,
  };
  return { context, ledger, calls, isPlan };
}

/** What an operation costs, written down as it goes. A plan's calls cost nothing. */
function createBooks(isPlan: boolean) {
  const ledger = createLedger();
  const calls: Call[] = [];
  const note = (call: Call) => {
    if (!isPlan) ledger.calls += 1;
    calls.push(call);
  };
  return { ledger, calls, note };
}

/** Where records are looked up and kept; a plan keeps nothing, and nobody has no archive. */
function rememberedFor(caller: Caller | null, shared: Shared, isPlan: boolean) {
  const { memory, flights, refusals, archiveOf } = shared;
  const archive = caller ? archiveOf({ scope: caller.scope, polarUserId: caller.viewer.polarUserId }) : noArchive;
  if (!isPlan) return { memory, archive, flights, refusals };
  const unchanged = { ...refusals, note: () => {} };
  return { memory: overlay(memory), archive: readOnlyArchive(archive), flights: createFlights(), refusals: unchanged };
}

interface Answerable {
  readonly caller: Caller | null;
  readonly today: Today;
  /** Why there is no caller. */
  readonly refusal?: unknown;
}

function answerable({ caller }: Pick<Identity, 'caller'>, headers: Headers, instant: number): Answerable {
  try {
    return { caller: caller(), today: todayFor(headers, instant) };
  } catch (refusal) {
    return { caller: null, today: todayFor(new Headers(), instant), refusal };
  }
}

/** Stands where a caller should: nothing is ever sent or found for it. */
function nobody(): Caller {
  const token = createSecret('');
  return { viewer: { owner: '', polarUserId: null }, token, scope: scopeOf(null, token) };
}
