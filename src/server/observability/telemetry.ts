// What the server says of its own running: to the log, the metrics and the traces at once. Names come from fixed sets; no
// value, no id and no token of anybody is among them.
import type { BreakerChange } from '../../accesslink/breaker.ts';
import type { GateRejection } from '../../accesslink/budget/gate-watch.ts';
import type { Method } from '../../accesslink/upstream.ts';
import type { AccessLinkErrorCode } from '../../accesslink/errors.ts';
import type { OperationStats } from '../../loading/stats.ts';
import type { DeliveryOutcome } from '../webhook/rejections.ts';
import type { SignInStep } from './log/events.ts';

/** A request to AccessLink or to Polar's token endpoint. */
export interface UpstreamCallStart {
  readonly method: Method;
  /** The path with placeholders. */
  readonly route: string;
  readonly resource: string;
}

export interface UpstreamCallEnd {
  /** Null where there was no response. */
  readonly status: number | null;
  /** `other`: a failure that is none of AccessLink. */
  readonly outcome: 'ok' | 'nothing' | AccessLinkErrorCode | 'other';
}

/** Which breaker it is about. */
export interface UpstreamBreakerChange extends BreakerChange {
  readonly upstream: 'accesslink' | 'token-server';
}

/** An operation that is over, also one that was rejected before it ran. */
export interface OperationSummary {
  readonly type: 'query' | 'mutation' | 'subscription' | 'invalid';
  /** As the document names it; null without a name. */
  readonly name: string | null;
  readonly milliseconds: number;
  /** The codes of its errors, each once. */
  readonly codes: readonly string[];
  /** Null where it did not run. */
  readonly stats: Pick<OperationStats, 'calls' | 'fromMemory' | 'fromStore' | 'joined' | 'stale'> | null;
}

/** A request to this server, as far as requests are distinguished. */
export interface ServedRequest {
  readonly method: string;
  /** As in the table of routes; `other` for what is not in it. */
  readonly route: string;
  /** The header of W3C Trace Context. */
  readonly traceparent: string | null;
}

/** A response, as far as responses are distinguished. */
export type ServedResponse = Pick<Response, 'status'>;

/** Who watches. Starting something returns what is to be called at its end. */
export interface Telemetry {
  /** Runs the handling of a request; what is started within belongs to it. */
  readonly request: <R extends ServedResponse>(about: ServedRequest, run: () => Promise<R>) => Promise<R>;
  /** Runs an attempt to process a delivery; what is started within belongs to it. False: it is attempted again later. */
  readonly processing: (delivery: { readonly receivedAt: number }, run: () => Promise<boolean>) => Promise<boolean>;
  readonly upstreamCall: (about: UpstreamCallStart) => (end: UpstreamCallEnd) => void;
  /** A call that the request budget did not let through. */
  readonly budgetRejection: (rejection: GateRejection) => void;
  /** AccessLink wants no call for so many seconds. */
  readonly budgetPause: (seconds: number) => void;
  readonly breaker: (change: UpstreamBreakerChange) => void;
  /** `operation`: the method of the store, `records.put`. `failure`: null when it succeeded. */
  readonly storeCall: (operation: string) => (failure: unknown) => void;
  readonly operation: (operation: OperationSummary) => void;
  readonly delivery: (outcome: DeliveryOutcome) => void;
  readonly signInFailure: (step: SignInStep, reason: string) => void;
  /** Credentials that claim to be the partner's and are not; the kind of them. */
  readonly partnerRejection: (credential: 'client' | 'partner-key') => void;
}

/** Nobody watches. */
export const noTelemetry: Telemetry = {
  request: (_, run) => run(),
  processing: (_, run) => run(),
  upstreamCall: () => () => {},
  budgetRejection: () => {},
  budgetPause: () => {},
  breaker: () => {},
  storeCall: () => () => {},
  operation: () => {},
  delivery: () => {},
  signInFailure: () => {},
  partnerRejection: () => {},
};

/** Several as one. The first is the outermost. */
export function combineTelemetry(parts: readonly Partial<Telemetry>[]): Telemetry {
  return parts.map((part): Telemetry => ({ ...noTelemetry, ...part })).reduceRight(within, noTelemetry);
}

function within(inner: Telemetry, outer: Telemetry): Telemetry {
  return {
    request: (about, run) => outer.request(about, () => inner.request(about, run)),
    processing: (delivery, run) => outer.processing(delivery, () => inner.processing(delivery, run)),
    upstreamCall: (about) => {
      const ends = [outer.upstreamCall(about), inner.upstreamCall(about)];
      return (result) => ends.forEach((end) => end(result));
    },
    budgetRejection: (rejection) => [outer, inner].forEach((one) => one.budgetRejection(rejection)),
    budgetPause: (seconds) => [outer, inner].forEach((one) => one.budgetPause(seconds)),
    breaker: (change) => [outer, inner].forEach((one) => one.breaker(change)),
    storeCall: (operation) => {
      const ends = [outer.storeCall(operation), inner.storeCall(operation)];
      return (failure) => ends.forEach((end) => end(failure));
    },
    operation: (operation) => [outer, inner].forEach((one) => one.operation(operation)),
    delivery: (outcome) => [outer, inner].forEach((one) => one.delivery(outcome)),
    signInFailure: (step, reason) => [outer, inner].forEach((one) => one.signInFailure(step, reason)),
    partnerRejection: (credential) => [outer, inner].forEach((one) => one.partnerRejection(credential)),
  };
}
