// Traces over OTLP. The only file that knows OpenTelemetry; it is loaded when an endpoint is configured. Spans have names and
// routes of this program's code, no value and no id; nothing of a trace is sent to Polar.
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Telemetry } from '../telemetry.ts';
import { remoteContext } from './trace-context.ts';

export interface TracesOptions {
  /** Of a collector, such as http://127.0.0.1:4318; `/v1/traces` is added. */
  readonly endpoint: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface Traces {
  readonly telemetry: Partial<Telemetry>;
  /** Sends what has not been sent yet. Never rejects: a collector that is gone must not hold the process. */
  readonly close: () => Promise<void>;
}

/** Requests for them come every few seconds and say nothing. */
const UNTRACED: readonly string[] = ['/health/live', '/health/ready', '/metrics'];
const EXPORT_TIMEOUT_MS = 2_000;

/** What spans are children of, and how they are begun. */
interface Tracing {
  readonly tracer: ReturnType<TracerProvider['getTracer']>;
  readonly active: AsyncLocalStorage<Context>;
  readonly now: () => number;
}

/** Traces that are sent to a collector, in groups and in the background. */
export function createTraces({ endpoint, now }: TracesOptions): Traces {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: EXPORT_TIMEOUT_MS });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'accesslink-graphql' }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('accesslink-graphql');
  const tracing: Tracing = { tracer, active: new AsyncLocalStorage(), now };
  return {
    telemetry: { ...tracedScopes(tracing), ...tracedCalls(tracing) },
    close: () => provider.shutdown().catch(() => {}),
  };
}

/** Requests and deliveries: what is begun within them is their child. */
function tracedScopes({ tracer, active }: Tracing): Pick<Telemetry, 'request' | 'processing'> {
  return {
    request: async ({ method, route, traceparent }, run) => {
      if (UNTRACED.includes(route)) return run();
      const parent = remoteContext(traceparent);
      const attributes = { 'http.request.method': method, 'http.route': route };
      const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
      const response = await within(active, span, { parent, run });
      span.setAttribute('http.response.status_code', response.status);
      if (response.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      return response;
    },
    processing: async (_, run) => {
      const span = tracer.startSpan('process delivery', { kind: SpanKind.CONSUMER }, ROOT_CONTEXT);
      const isDone = await within(active, span, { parent: ROOT_CONTEXT, run });
      span.setAttribute('accesslink.outcome', isDone ? 'done' : 'failed');
      span.end();
      return isDone;
    },
  };
}

interface TracedRun<T> {
  readonly parent: Context;
  readonly run: () => Promise<T>;
}

/** Runs with the span as the parent of what is begun; ends it here only when that fails. */
async function within<T>(active: Tracing['active'], span: Span, { parent, run }: TracedRun<T>): Promise<T> {
  try {
    return await active.run(trace.setSpan(parent, span), run);
  } catch (failure) {
    // Without the message of the failure, which may contain data.
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    throw failure;
  }
}

function tracedCalls({ tracer, active, now }: Tracing): Pick<Telemetry, 'upstreamCall' | 'storeCall' | 'operation'> {
  return {
    upstreamCall: ({ method, route }) => {
      const attributes = { 'http.request.method': method, 'url.template': route };
      const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.CLIENT, attributes }, active.getStore());
      return ({ status, outcome }) => {
        if (status !== null) span.setAttribute('http.response.status_code', status);
        span.setAttribute('accesslink.outcome', outcome);
        if (outcome !== 'ok' && outcome !== 'nothing') span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      };
    },
    storeCall: (operation) => {
      const parent = active.getStore();
      // Jobs look for work all the time, for nobody.
      if (!parent) return () => {};
      const attributes = { 'db.operation.name': operation };
      const span = tracer.startSpan(`store ${operation}`, { kind: SpanKind.CLIENT, attributes }, parent);
      return (failure) => {
        if (failure !== null) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      };
    },
    operation: ({ type, name, milliseconds, codes, stats }) => {
      const attributes = {
        'graphql.operation.type': type,
        ...(name === null ? {} : { 'graphql.operation.name': name }),
        'accesslink.codes': [...codes],
        'accesslink.calls': stats?.calls ?? 0,
      };
      const startTime = now() - milliseconds;
      tracer.startSpan(`graphql ${type}`, { startTime, attributes }, active.getStore()).end(now());
    },
  };
}
