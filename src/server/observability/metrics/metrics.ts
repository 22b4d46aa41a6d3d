// What is measured: the telemetry as counters and durations, and what is read when somebody asks.
import type { GateLoad } from '../../../accesslink/budget/gate-watch.ts';
import type { RateLimit } from '../../../accesslink/rate-limit.ts';
import { type Clock, waitAtMost } from '../../../clock.ts';
import { SkippedCallError, StoreError } from '../../../store/contract/errors.ts';
import type { HealthState } from '../health/health.ts';
import type { Telemetry } from '../telemetry.ts';
import { createRecorder, type ProcessMetrics, type Recorder } from './registry.ts';

/** What is read when the metrics are rendered. */
export interface MetricsSources {
  readonly rateLimit: () => RateLimit;
  readonly gateLoad: () => GateLoad;
  readonly upstreamState: () => HealthState;
  readonly storeState: () => Promise<HealthState>;
  /** Deliveries that wait; null without a store. */
  readonly pendingDeliveries: (() => Promise<number>) | null;
  readonly webSockets: () => number;
}

export interface Metrics {
  readonly telemetry: Partial<Telemetry>;
  /** Says where gauges are read. */
  connect(sources: MetricsSources): void;
  /** Says how many connections are open. */
  connectSocket(connections: () => Promise<number>): void;
  /** In Prometheus' text format. */
  render(): Promise<string>;
  readonly contentType: string;
}

/** The other processes that answer at the same address: whoever asks one for metrics gets those of all. */
export interface OtherProcesses {
  /** The number of this one, a label of all its metrics. */
  readonly worker: number;
  othersMetrics(): Promise<readonly ProcessMetrics[]>;
  /** Says where the others find those of this one. */
  measureWith(read: () => Promise<ProcessMetrics>): void;
}

/** What a gauge may take to be read: one that cannot be read in time is absent. */
const READ_LIMIT_MS = 1_000;
/** Other processes have that limit twice. */
const OTHERS_LIMIT_MS = 3_000;

/** Metrics that have measured nothing. */
export function createMetrics(
  clock: Pick<Clock, 'now' | 'elapsed' | 'after'>,
  processes: OtherProcesses | null = null,
): Metrics {
  const recorder = createRecorder(processes && processes.worker);
  let sources: MetricsSources | null = null;
  let connections: () => Promise<number | null> = async () => null;
  const readAll = async () => {
    if (sources) await waitAtMost(clock, READ_LIMIT_MS, readGauges(recorder, sources));
    const read = async () => recorder.set('accesslink_connections', await connections(), { kind: 'http' });
    await waitAtMost(clock, READ_LIMIT_MS, read());
  };
  processes?.measureWith(async () => {
    await readAll();
    return recorder.read();
  });
  return {
    telemetry: measured(recorder, clock),
    connect: (given) => {
      sources = given;
    },
    connectSocket: (given) => {
      connections = given;
    },
    render: async () => {
      let others: readonly ProcessMetrics[] = [];
      const gather = async () => {
        others = (await processes?.othersMetrics()) ?? [];
      };
      await Promise.all([readAll(), waitAtMost(clock, OTHERS_LIMIT_MS, gather())]);
      return recorder.render(others);
    },
    contentType: recorder.contentType,
  };
}

async function readGauges({ set }: Recorder, sources: MetricsSources): Promise<void> {
  const { short, long } = sources.rateLimit();
  for (const [window, read] of Object.entries({ short, long })) {
    set('accesslink_budget_used', read && read.used, { window });
    set('accesslink_budget_limit', read && read.limit, { window });
  }
  const { waiting, inFlight } = sources.gateLoad();
  for (const [name, calls] of Object.entries(waiting)) set('accesslink_queue_waiting', calls, { class: name });
  set('accesslink_queue_in_flight', inFlight);
  set('accesslink_upstream_up', upOf(sources.upstreamState()));
  set('accesslink_connections', sources.webSockets(), { kind: 'websocket' });
  set('accesslink_deliveries_pending', null);
  set('accesslink_store_up', upOf(await sources.storeState()));
  if (sources.pendingDeliveries) set('accesslink_deliveries_pending', await sources.pendingDeliveries());
}

function upOf(state: HealthState): number | null {
  if (state === 'ok') return 1;
  return state === 'failing' ? 0 : null;
}

/** Starts to measure; the function gives the seconds since. */
type StartTimer = () => () => number;

function measured(recorder: Recorder, { now, elapsed }: Pick<Clock, 'now' | 'elapsed'>): Partial<Telemetry> {
  const { count, time } = recorder;
  const startTimer: StartTimer = () => {
    const start = elapsed();
    return () => (elapsed() - start) / 1000;
  };
  return {
    ...measuredOperations(recorder),
    ...measuredCalls(recorder, startTimer),
    request: async ({ method, route }, run) => {
      const seconds = startTimer();
      let status = '5xx';
      try {
        const response = await run();
        status = `${Math.floor(response.status / 100)}xx`;
        return response;
      } finally {
        count('accesslink_http_requests_total', { method, route, status });
        time('accesslink_http_request_duration_seconds', seconds(), { route });
      }
    },
    processing: async ({ receivedAt }, run) => {
      const isDone = await run();
      count('accesslink_delivery_attempts_total', { outcome: isDone ? 'done' : 'failed' });
      time('accesslink_delivery_age_seconds', Math.max(0, now() - receivedAt) / 1000);
      return isDone;
    },
  };
}

function measuredCalls({ count, time }: Recorder, startTimer: StartTimer): Partial<Telemetry> {
  return {
    upstreamCall: ({ resource, method }) => {
      const seconds = startTimer();
      return ({ outcome }) => {
        count('accesslink_upstream_calls_total', { resource, method, outcome });
        time('accesslink_upstream_call_duration_seconds', seconds(), { resource });
      };
    },
    budgetRejection: ({ reason, callClass }) =>
      count('accesslink_budget_rejections_total', { reason, class: callClass }),
    breaker: ({ upstream, isOpen }) => {
      if (isOpen) count('accesslink_breaker_openings_total', { upstream });
    },
    storeCall: (operation) => {
      const seconds = startTimer();
      return (failure) => {
        count('accesslink_store_calls_total', { operation, outcome: storeOutcome(failure) });
        time('accesslink_store_call_duration_seconds', seconds(), { operation });
      };
    },
  };
}

function storeOutcome(failure: unknown): string {
  if (failure === null) return 'ok';
  if (failure instanceof SkippedCallError) return 'skipped';
  return failure instanceof StoreError ? failure.code : 'failed';
}

function measuredOperations({ count, time }: Recorder): Partial<Telemetry> {
  return {
    operation: ({ type, milliseconds, codes, stats }) => {
      for (const code of codes.length > 0 ? codes : ['ok']) count('accesslink_operations_total', { type, code });
      time('accesslink_operation_duration_seconds', milliseconds / 1000, { type });
      const { fromMemory = 0, fromStore = 0, stale = 0, calls = 0, joined = 0 } = stats ?? {};
      const sources = { memory: fromMemory, store: fromStore, stale, upstream: calls, joined };
      for (const [source, by] of Object.entries(sources)) count('accesslink_reads_total', { source }, by);
    },
    delivery: (outcome) => count('accesslink_deliveries_total', { outcome }),
    signInFailure: (step) => count('accesslink_sign_in_failures_total', { step }),
    partnerRejection: (credential) => count('accesslink_partner_rejections_total', { credential }),
  };
}
