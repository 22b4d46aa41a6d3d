// Traces: what a collector receives over OTLP, that nothing of anybody is in it, and that nothing is loaded without an endpoint.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTraces, type Traces } from '../../../src/server/observability/traces/traces.ts';
import { observedStore } from '../../../src/server/observability/observed-store.ts';
import { combineTelemetry } from '../../../src/server/observability/telemetry.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { type Gateway, NOW, startGateway } from '../../support/gateway.ts';
import { openGatewayStore } from '../../support/stores.ts';
import { startProgram } from '../process.ts';

interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly Attribute[];
}

interface Collector {
  readonly url: string;
  /** The bodies of the requests that came in. */
  readonly bodies: string[];
  spans(): SentSpan[];
  close(): void;
}

async function startCollector(): Promise<Collector> {
  const bodies: string[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(`${request.url} ${Buffer.concat(chunks).toString()}`);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const spansIn = (body: string): SentSpan[] =>
    JSON.parse(body.slice(body.indexOf('{'))).resourceSpans.flatMap(
      (resource: { scopeSpans: { spans: SentSpan[] }[] }) => resource.scopeSpans.flatMap(({ spans }) => spans),
    );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    bodies,
    spans: () => bodies.flatMap(spansIn),
    close: () => server.close(),
  };
}

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const TOKEN = 'canary-polar-token';
const QUERY = 'query WeekOfSteps($when: Date!) { canaryAlias: viewer { day(date: $when) { activity { steps } } } }';

let collector: Collector;
let traces: Traces;
let gateway: Gateway;
/** The headers of each request to AccessLink, which does not accept the token. */
const upstreamHeaders: IncomingHttpHeaders[] = [];
beforeAll(async () => {
  collector = await startCollector();
  const upstream = createServer((request, response) => {
    upstreamHeaders.push(request.headers);
    response.writeHead(401).end();
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const accessLinkUrl = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  traces = createTraces({ endpoint: collector.url, now: systemClock.now });
  const telemetry = combineTelemetry([traces.telemetry]);
  const opened = await openGatewayStore({}, () => NOW);
  gateway = await startGateway({
    store: observedStore(opened.store, telemetry.storeCall),
    app: { telemetry, accessLinkUrl },
  });
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    'polar-user-id': '47119999',
    traceparent: `00-${TRACE}-00f067aa0ba902b7-01`,
  };
  await gateway.ask(QUERY, { headers, operationName: 'WeekOfSteps', variables: { when: '2026-11-20' } });
  await gateway.ask('{ canary }', { headers: { traceparent: 'canary' } });
  await gateway.app.fetch(new Request('http://gateway.test/health/ready'));
  await traces.close();
  await gateway.close();
  await opened.close();
  collector.close();
  upstream.close();
});

const attributesOf = ({ attributes }: SentSpan) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
const named = (name: string) => collector.spans().filter((span) => span.name === name);

describe('the traces', () => {
  it('have the request in the trace of its traceparent, and the call of AccessLink within it', () => {
    const [request, other] = named('POST /graphql');
    expect(request).toMatchObject({ traceId: TRACE, parentSpanId: '00f067aa0ba902b7' });
    const [call] = named('GET /v3/users/activities/{date}');
    expect(call).toMatchObject({ traceId: TRACE, parentSpanId: request?.spanId });
    expect(attributesOf(call as SentSpan)).toMatchObject({
      'http.request.method': 'GET',
      'http.response.status_code': 401,
    });
    expect(other?.traceId).not.toBe(TRACE);
  });

  it('have the operation with its name and type, and the reads of the store', () => {
    const [operation] = named('graphql query');
    expect(attributesOf(operation as SentSpan)).toMatchObject({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'WeekOfSteps',
    });
    expect(operation?.traceId).toBe(TRACE);
    expect(named('store records.read').map(({ traceId }) => traceId)).toContain(TRACE);
  });

  it('are sent to /v1/traces of the collector, without probes, tokens, ids, dates, variables and texts of clients', () => {
    expect(collector.bodies.every((body) => body.startsWith('/v1/traces {'))).toBe(true);
    const text = collector.bodies.join('\n');
    const secrets = ['canary', 'Canary', '47119999', '2026-11-20', '/health'];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('send nothing of theirs to AccessLink', () => {
    expect(
      upstreamHeaders.map((headers) => Object.keys(headers).toSorted((one, other) => one.localeCompare(other))),
    ).toEqual([['accept', 'accept-encoding', 'authorization', 'connection', 'host']]);
    expect(gateway.simulator.requests).toEqual([]);
  });
});

describe('the program', () => {
  const report = `import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) {
      if (name.startsWith('@opentelemetry')) process.stderr.write('LOADED ' + name + '\\\\n');
      return next(name, context);
    } });`;
  const NODE_OPTIONS = `--import ${JSON.stringify(`data:text/javascript,${encodeURIComponent(report)}`)}`;

  it.each([
    ['loads no module of OpenTelemetry without an endpoint', {}, false],
    [
      'loads OpenTelemetry with an endpoint, and stops although nothing listens there',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' },
      true,
    ],
  ])('%s', async (_, variables, isLoaded) => {
    const program = startProgram({ PORT: '0', NODE_OPTIONS, ...variables });
    await program.url;
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(program.output().includes('LOADED @opentelemetry')).toBe(isLoaded);
  });
});
