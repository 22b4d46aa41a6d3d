// One operation: the context of its resolvers, and its cost.
import type { RateLimit } from '../../accesslink/rate-limit.ts';
import { type UpstreamCall, emptyTransport, traced } from '../../accesslink/trace.ts';
import { explainDenials } from '../../domain/account/denials.ts';
import type { Context, PartnerCaller } from '../../domain/context.ts';
import { readCoverage } from '../../domain/cached-coverage.ts';
import { createLoaders } from '../../domain/loaders.ts';
import type { Partner } from '../../domain/partner/partner.ts';
import { noStoreTier, readOnlyStoreTier } from '../../loading/cache/store-tier.ts';
import { createInFlightRequests } from '../../loading/cache/in-flight.ts';
import { partitionOf } from '../../loading/cache/keys.ts';
import { createOperationStats, type OperationStats, warn } from '../../loading/stats.ts';
import { overlay } from '../../loading/cache/memory-tier.ts';
import type { TokenOwners } from '../../loading/cache/token-owners.ts';
import { createLastOffset } from '../../loading/cache/last-offset.ts';
import { createDayClock } from '../../loading/day-clock.ts';
import type { Today } from '../../loading/plan/limits.ts';
import { createSecret } from '../../secret.ts';
import type { LoadContext, SharedLoading } from '../../loading/context.ts';
import { accountFor } from '../auth/account.ts';
import type { Identify, Identity } from '../auth/identity.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import { type Caller, namedCalendar, todayFor } from '../auth/caller.ts';
import type { ForgetFor } from '../auth/forgetting.ts';
import { storeTierOwner, watchProof } from '../auth/proof.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import type { Sending } from './sending.ts';
import type { OperationSlices, TimeSlices } from './time-slices.ts';
import type { ViewerServices } from './viewer-services.ts';

/** What all operations of a process share. */
export interface SharedServices extends SharedLoading {
  /** Resolves when everything put into store tiers so far is written. */
  readonly flushed: () => Promise<void>;
  readonly rateLimit: () => RateLimit;
  /** Of the clock: times the calls. */
  readonly elapsed: () => number;
  readonly identify: Identify;
  readonly slices: TimeSlices;
  /** What the resolvers of the partner need; null without a store. */
  readonly partnerFor: (caller: PartnerCaller, sending: Sending) => Partner | null;
  readonly subscribeFor: (request: AuthenticationRequest) => Context['subscribe'];
  readonly viewerServices: ViewerServices;
  readonly forgetFor: ForgetFor;
  /** Whom tokens of callers' own have proved to belong to. */
  readonly tokenOwners: TokenOwners;
}

/** A running operation: its resolvers' context, its cost, and its calls in the order in which they ended. */
export interface OperationState {
  readonly context: Context;
  readonly stats: OperationStats;
  readonly calls: readonly UpstreamCall[];
  readonly slices: OperationSlices;
  /** Nothing is sent: the calls are those that would be. */
  readonly isPlan: boolean;
}

/** Creates an operation. Without a caller, the fields that need one throw; all others resolve. */
export async function createOperation(
  shared: SharedServices,
  request: AuthenticationRequest,
  { flags, nightParts }: PreparedOperation,
): Promise<OperationState> {
  const { headers, url } = request;
  const { elapsed } = shared;
  const isPlan = headers.get('accesslink-plan') === 'only';
  const { stats, calls, record } = createCost(isPlan);
  const { signedIn, partner, ...identity } = await shared.identify(request);
  const { caller, today, failure } = callerOrFailure(identity, headers, shared.now());
  const transport = isPlan ? emptyTransport : (signedIn?.watch(shared.send) ?? shared.send);
  const sending: Sending = { send: traced(transport, record, elapsed), isPlan, url };
  const slices = shared.slices.forOperation(caller?.partition ?? '');
  const { scheduleBatch, pause } = slices;
  const partial = { ...loadContextFor(caller, shared, sending), stats, today, flags, scheduleBatch, pause };
  const loadContext = { ...partial, clock: createDayClock(namedCalendar(headers), createLastOffset(partial)) };
  const loaders = createLoaders(loadContext);
  shared.slices.bind(loaders, slices);
  const context: Context = {
    viewer: () => {
      if (caller) return caller.viewer;
      throw failure;
    },
    partner: () => partner && shared.partnerFor(partner, sending),
    forget: shared.forgetFor({ ...sending, caller, signedIn, send: loadContext.send }),
    account: signedIn && accountFor(signedIn, sending),
    subscribe: shared.subscribeFor(request),
    loaders,
    warn: (warning) => warn(stats, warning),
    ...shared.viewerServices({ ...sending, send: loadContext.send, caller: caller ?? noCaller(), record, elapsed }),
    coverage: (dates) => readCoverage(dates, loadContext),
    nightParts,
    today,
    calendar: loadContext.clock.calendar,
    rateLimit: shared.rateLimit,
  };
  return { context, stats, calls, slices, isPlan };
}

/** The load context of an operation without its stats, today, flags and clock. Without a caller, nothing is sent and nothing is cached. */
function loadContextFor(
  caller: Caller | null,
  shared: SharedServices,
  { send, isPlan }: Sending,
): Omit<LoadContext, 'stats' | 'today' | 'flags' | 'clock'> {
  const { viewer, token, partition } = caller ?? noCaller();
  const explain = explainDenials({
    polarUserId: viewer.polarUserId,
    token,
    find: () => shared.negativeCache.findRegistration(partition),
    put: (isRegistered) => shared.negativeCache.putRegistration(partition, isRegistered),
  });
  return {
    partition,
    polarUserId: viewer.polarUserId,
    token,
    send: caller ? explain(watchProof(caller, shared.tokenOwners)(send)) : emptyTransport,
    invalidations: shared.invalidations,
    ...cachesFor(caller, shared, isPlan),
    now: shared.now,
  };
}

/** The counters and calls of an operation, recorded while it runs. The calls of a plan cost nothing. */
function createCost(isPlan: boolean) {
  const stats = createOperationStats();
  const calls: UpstreamCall[] = [];
  const record = (call: UpstreamCall) => {
    if (!isPlan) stats.calls += 1;
    calls.push(call);
  };
  return { stats, calls, record };
}

/** The caches of an operation. A plan reads the shared ones and writes to none of them. */
function cachesFor(
  caller: Caller | null,
  { memory, inFlight, negativeCache, ...shared }: SharedServices,
  isPlan: boolean,
) {
  const storeTier = caller ? shared.storeTierFor(storeTierOwner(caller, shared.tokenOwners)) : noStoreTier;
  if (!isPlan) return { memory, storeTier, inFlight, negativeCache };
  return {
    memory: overlay(memory),
    storeTier: readOnlyStoreTier(storeTier),
    inFlight: createInFlightRequests(),
    negativeCache: { ...negativeCache, put: () => {} },
  };
}

interface CallerOrFailure {
  readonly caller: Caller | null;
  readonly today: Today;
  /** Why there is no caller. */
  readonly failure?: unknown;
}

function callerOrFailure({ caller }: Pick<Identity, 'caller'>, headers: Headers, now: number): CallerOrFailure {
  try {
    return { caller: caller(), today: todayFor(headers, now) };
  } catch (failure) {
    return { caller: null, today: todayFor(new Headers(), now), failure };
  }
}

/** In place of a caller: nothing is sent for it, and nothing is cached. */
function noCaller(): Caller {
  const token = createSecret('');
  return { viewer: { owner: '', polarUserId: null }, token, partition: partitionOf(null, token), tokenHash: null };
}
