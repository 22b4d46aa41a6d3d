// One operation: the context of its resolvers, and what it costs.
import type { RateLimit } from '../../accesslink/rate-limit.ts';
import { type UpstreamCall, emptyTransport, traced } from '../../accesslink/trace.ts';
import type { Transport } from '../../accesslink/upstream.ts';
import type { Context, PartnerCaller } from '../../domain/context.ts';
import { readCoverage } from '../../domain/cached-coverage.ts';
import { createLoaders } from '../../domain/loaders.ts';
import type { Partner } from '../../domain/partner/partner.ts';
import { type StoreTier, noStoreTier, readOnlyStoreTier } from '../../loading/cache/store-tier.ts';
import type { InvalidationClock } from '../../loading/cache/invalidation-clock.ts';
import { createInFlightRequests, type InFlightRequests } from '../../loading/cache/in-flight.ts';
import { partitionOf } from '../../loading/cache/keys.ts';
import { createOperationStats, type OperationStats } from '../../loading/stats.ts';
import { type MemoryTier, overlay } from '../../loading/cache/memory-tier.ts';
import type { Today } from '../../loading/plan/limits.ts';
import type { NegativeCache } from '../../loading/cache/negative-cache.ts';
import { createSecret } from '../../secret.ts';
import type { LoadContext } from '../../loading/context.ts';
import type { RecordOwner } from '../../store/contract/store.ts';
import { accountFor } from '../auth/account.ts';
import type { Identify, Identity } from '../auth/identity.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import { type Caller, todayFor } from '../auth/caller.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import type { ViewerServices } from './viewer-services.ts';

/** What all operations of a process share. */
export interface SharedServices {
  readonly send: Transport;
  readonly memory: MemoryTier;
  readonly invalidations: InvalidationClock;
  readonly inFlight: InFlightRequests;
  readonly negativeCache: NegativeCache;
  /** The archive of a caller's records; `noArchive` without a store. */
  readonly storeTierFor: (owner: RecordOwner) => StoreTier;
  /** Resolves when what was handed to archives so far is written. */
  readonly flushed: () => Promise<void>;
  readonly rateLimit: () => RateLimit;
  readonly now: () => number;
  /** Of the clock: times the calls. */
  readonly elapsed: () => number;
  readonly identify: Identify;
  /** The means of the partner, for whoever has proven to be it. */
  readonly partnerFor: (caller: PartnerCaller, sending: Sending) => Partner | null;
  readonly subscribeFor: (asking: AuthenticationRequest) => Context['subscribe'];
  readonly viewerServices: ViewerServices;
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
  readonly stats: OperationStats;
  readonly calls: readonly UpstreamCall[];
  /** Nothing is sent: the calls are those that would be. */
  readonly isPlan: boolean;
}

/** Prepares an operation. A caller who cannot be told is refused by the fields that need one; the others are answered. */
export async function createOperation(
  shared: SharedServices,
  asking: AuthenticationRequest,
  { flags, nightParts }: PreparedOperation,
): Promise<OperationState> {
  const { elapsed } = shared;
  const isPlan = asking.headers.get('accesslink-plan') === 'only';
  const { ledger, calls, note } = createBooks(isPlan);
  const { signedIn, partner, ...identity } = await shared.identify(asking);
  const { caller, today, refusal } = answerable(identity, asking.headers, shared.now());
  const { viewer, token, partition: scope } = caller ?? nobody();
  const send = isPlan ? emptyTransport : (signedIn?.watch(shared.send) ?? shared.send);
  const session: LoadContext = {
    partition: scope,
    polarUserId: viewer.polarUserId,
    token,
    send: traced(caller ? send : emptyTransport, note, elapsed),
    invalidations: shared.invalidations,
    ...rememberedFor(caller, shared, isPlan),
    stats: ledger,
    now: shared.now,
    today,
    flags,
  };
  const context: Context = {
    viewer: () => {
      if (caller) return viewer;
      throw refusal;
    },
    partner: () =>
      partner && shared.partnerFor(partner, { send: traced(send, note, elapsed), isPlan, url: asking.url }),
    account: signedIn && accountFor(signedIn, { send: traced(send, note, elapsed), isPlan }),
    subscribe: shared.subscribeFor(asking),
    loaders: createLoaders(session),
    ...shared.viewerServices({
      caller: caller ?? nobody(),
      url: asking.url,
      isPlan,
      send: session.send,
      note,
      elapsed,
    }),
    coverage: (dates) => readCoverage(dates, session),
    nightParts,
    today,
    rateLimit: shared.rateLimit,
  };
  return { context, stats: ledger, calls, isPlan };
}

/** What an operation costs, written down as it goes. A plan's calls cost nothing. */
function createBooks(isPlan: boolean) {
  const ledger = createOperationStats();
  const calls: UpstreamCall[] = [];
  const note = (call: UpstreamCall) => {
    if (!isPlan) ledger.calls += 1;
    calls.push(call);
  };
  return { ledger, calls, note };
}

/** Where records are looked up and kept; a plan keeps nothing, and nobody has no archive. */
function rememberedFor(caller: Caller | null, shared: SharedServices, isPlan: boolean) {
  const { memory, inFlight: flights, negativeCache: refusals, storeTierFor: archiveOf } = shared;
  const archive = caller
    ? archiveOf({ partition: caller.partition, polarUserId: caller.viewer.polarUserId })
    : noStoreTier;
  if (!isPlan) return { memory, storeTier: archive, inFlight: flights, negativeCache: refusals };
  const unchanged = { ...refusals, note: () => {} };
  return {
    memory: overlay(memory),
    storeTier: readOnlyStoreTier(archive),
    inFlight: createInFlightRequests(),
    negativeCache: unchanged,
  };
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
  return { viewer: { owner: '', polarUserId: null }, token, partition: partitionOf(null, token) };
}
