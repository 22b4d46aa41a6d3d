// One operation: the context of its resolvers, and its cost.
import { type UpstreamCall, traced } from '../../accesslink/trace.ts';
import type { IsoDate } from '../../calendar.ts';
import type { Context, PartnerCaller } from '../../domain/context.ts';
import { createLoaders } from '../../domain/loaders.ts';
import { type CallGate, createCallGate } from '../../loading/call-gate.ts';
import { createOperationStats, type OperationStats } from '../../loading/stats.ts';
import { createReads } from '../../loading/reads.ts';
import { createLastOffset } from '../../loading/cache/last-offset.ts';
import { createDayClock } from '../../loading/day-clock.ts';
import type { Today } from '../../loading/plan/limits.ts';
import type { Identity } from '../auth/identity.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import { type Caller, namedCalendar, todayFor } from '../auth/caller.ts';
import type { CalendarIn } from '../auth/time-zones.ts';
import type { RequestHeaders } from '../http/request-headers.ts';
import { provenBy } from '../door.ts';
import type { SharedServices } from './shared-services.ts';
import { createContext } from './operation-context.ts';
import { explaining, loadContextFor, noCaller } from './operation-loading.ts';
import type { ExecutedOperation, PreparedOperation } from './prepared-operation.ts';
import type { CallPrice } from './price/calls/call-price.ts';
import { senderOf } from './sender.ts';
import type { Sending } from './sending.ts';
import type { OperationSlices } from './time-slices.ts';
import type { ViewerOperation } from './viewer-services.ts';

/** A running operation: its resolvers' context, its cost, and its calls in the order in which they ended. */
export interface OperationState {
  readonly context: Context;
  readonly stats: OperationStats;
  readonly calls: readonly UpstreamCall[];
  readonly slices: OperationSlices;
  /** Nothing is sent: the calls are those that would be. */
  readonly isPlan: boolean;
  readonly gate: Pick<CallGate, 'rejection' | 'end'>;
  /** Null: the request has no viewer. */
  readonly caller: Caller | null;
  /** The person whom the credentials have proved; null when they have proved none. */
  readonly person: string | null;
  /** The rate windows as the caller may see them at the moment of a call. */
  readonly rateLimit: Context['rateLimit'];
  /** Whether the same credentials still stand for the same caller. */
  readonly isAuthentic: Identity['isAuthentic'];
  /** Of a plan: what the operation may cost as if nothing were held; null when it is no plan. */
  readonly price: CallPrice | null;
}

/** A prepared operation with its variables; a subscription is not priced. */
export interface OperationToRun extends PreparedOperation {
  readonly variables?: ExecutedOperation['variableValues'];
}

/** Creates an operation. Without a caller, the fields that need one throw; all others resolve. */
export async function createOperation(
  shared: SharedServices,
  request: AuthenticationRequest,
  { flags, nightParts, nightDayParts, ...priced }: OperationToRun,
): Promise<OperationState> {
  const { headers, url } = request;
  const isPlan = headers.get('accesslink-plan') === 'only';
  const { stats, calls, record } = createCost(isPlan);
  const identity = await shared.identify(request);
  const { signedIn, partner } = identity;
  const named = namedCalendar(headers, shared.calendarIn);
  const { caller, today, failure } = callerOrFailure(identity, headers, { now: shared.now(), calendarIn: () => named });
  const { transport, rateLimit } = senderOf(shared, { ...identity, caller, isPlan });
  const gate = createCallGate(shared.limits.maxCalls);
  const unbounded: Sending = { send: traced(transport, record, shared.elapsed), isPlan, url };
  const sending: Sending = { ...unbounded, send: gate.wrap(unbounded.send) };
  const slices = shared.slices.forOperation(caller?.partition ?? '', (paused) => void gate.during(paused));
  const facts = { stats, today, flags, expectedDates: new Set<IsoDate>() };
  const partial = { ...loadContextFor(caller, shared, { sending, gate, stats }), ...slices, ...facts };
  const reads = createReads(partial);
  const loadContext = { ...partial, reads, clock: createDayClock(named, createLastOffset(partial)) };
  const loaders = createLoaders(loadContext);
  shared.slices.bind(loaders, slices);
  const importing = () => importingOperation(caller, shared, { sending: unbounded, stats, record });
  const known = { shared, request, caller, failure, signedIn, partner, sending, loadContext, loaders, reads, stats };
  const context = createContext({ ...known, ...facts, nightParts, nightDayParts, importing, rateLimit });
  return {
    context,
    stats,
    calls,
    slices,
    isPlan,
    gate,
    price: isPlan ? planPrice(priced, { caller, partner, today, headers }) : null,
    caller,
    person: provenBy(identity),
    rateLimit,
    isAuthentic: identity.isAuthentic,
  };
}

/** What a plan costs, for whoever asks; null for what is not priced. */
function planPrice(
  { priceCalls, variables }: Pick<OperationToRun, 'priceCalls' | 'variables'>,
  {
    caller,
    partner,
    today,
    headers,
  }: Pick<CallerOrFailure, 'caller' | 'today'> & {
    readonly partner: PartnerCaller | null;
    readonly headers: RequestHeaders;
  },
): CallPrice | null {
  if (variables === undefined) return null;
  const pricedFor = {
    viewer: caller?.viewer ?? null,
    isPartner: partner !== null,
    today,
    named: namedCalendar(headers),
  };
  return priceCalls(variables ?? {}, pricedFor);
}

/** An operation as imports need it: a transaction that is begun is read whole, whatever that takes. */
function importingOperation(
  caller: Caller | null,
  shared: SharedServices,
  { sending, stats, record }: Pick<ViewerOperation, 'record'> & { sending: Sending; stats: OperationStats },
): ViewerOperation {
  return {
    ...sending,
    send: explaining(caller, shared)(sending.send),
    isSpent: () => stats.calls >= shared.limits.maxCalls,
    caller: caller ?? noCaller(),
    record,
    elapsed: shared.elapsed,
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

interface CallerOrFailure {
  readonly caller: Caller | null;
  readonly today: Today;
  /** Why there is no caller. */
  readonly failure?: unknown;
}

function callerOrFailure(
  { caller }: Pick<Identity, 'caller'>,
  headers: RequestHeaders,
  { now, calendarIn }: { readonly now: number; readonly calendarIn: CalendarIn },
): CallerOrFailure {
  try {
    return { caller: caller(), today: todayFor(headers, now, calendarIn) };
  } catch (failure) {
    return { caller: null, today: todayFor(NO_HEADERS, now), failure };
  }
}

const NO_HEADERS: RequestHeaders = { get: () => null };
