// The metrics of a whole server: what is counted of what happens, who may read them, and that nothing of anybody is in them.
import { afterEach, describe, expect, it } from 'vitest';
import { createSecret } from '../../../../src/secret.ts';
import { createMetrics } from '../../../../src/server/observability/metrics/metrics.ts';
import { observedStore } from '../../../../src/server/observability/observed-store.ts';
import { combineTelemetry } from '../../../../src/server/observability/telemetry.ts';
import { systemClock } from '../../../../src/system-clock.ts';
import { type Gateway, startGateway } from '../../../support/gateway.ts';
import { openGatewayStore } from '../../../support/stores.ts';

const TOKEN = 'a-metrics-token-of-0123456789abcdef';
const NOW = Date.parse('2026-11-22T18:30:00Z');

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of running.splice(0).reverse()) await close();
});

async function startMeasured(metricsToken: string | null = TOKEN): Promise<Gateway> {
  const metrics = createMetrics(systemClock);
  const telemetry = combineTelemetry([metrics.telemetry]);
  const opened = await openGatewayStore({}, () => NOW);
  const gateway = await startGateway({
    store: observedStore(opened.store, telemetry.storeCall),
    app: { metrics, telemetry, metricsToken: metricsToken === null ? null : createSecret(metricsToken) },
  });
  running.push(
    () => opened.close(),
    () => gateway.close(),
  );
  return gateway;
}

async function read({ app }: Gateway, authorization = `Bearer ${TOKEN}`): Promise<Response> {
  return app.fetch(new Request('http://gateway.test/metrics', { headers: { authorization } }));
}

/** The value of a metric with exactly these labels; undefined when it has none. */
async function valueOf(gateway: Gateway, metric: string): Promise<number | undefined> {
  const lines = (await (await read(gateway)).text()).split('\n');
  const line = lines.find((one) => one.startsWith(`${metric} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

const DAY = '{ viewer { day(date: "2026-11-20") { activity { steps } } } }';

describe('the metrics', () => {
  it('count the calls of AccessLink by resource and outcome, and what was answered without one', async () => {
    const gateway = await startMeasured();
    await gateway.ask(DAY);
    await gateway.ask(DAY);
    expect(gateway.simulator.requests).toHaveLength(1);
    const calls = (outcome: string) =>
      `accesslink_upstream_calls_total{resource="activities",method="GET",outcome="${outcome}"}`;
    expect(await valueOf(gateway, calls('ok'))).toBe(1);
    expect(await valueOf(gateway, 'accesslink_reads_total{source="upstream"}')).toBe(1);
    expect(await valueOf(gateway, 'accesslink_reads_total{source="memory"}')).toBe(1);
    expect(await valueOf(gateway, 'accesslink_operations_total{type="query",code="ok"}')).toBe(2);
    expect(await valueOf(gateway, 'accesslink_budget_used{window="short"}')).toBe(1);
    gateway.simulator.addFault({ kind: 'status', status: 500 });
    await gateway.ask('{ viewer { day(date: "2026-11-19") { activity { steps } } } }');
    expect(await valueOf(gateway, calls('unavailable'))).toBe(gateway.simulator.requests.length - 1);
    expect(await valueOf(gateway, 'accesslink_operations_total{type="query",code="UPSTREAM_UNAVAILABLE"}')).toBe(1);
  });

  it('count requests by route, calls of the store by method, and operations that are invalid', async () => {
    const gateway = await startMeasured();
    await gateway.ask('{ nothing }');
    await gateway.app.fetch(new Request('http://gateway.test/no/such/canary-path'));
    const requests = (labels: string) => `accesslink_http_requests_total{${labels}}`;
    expect(await valueOf(gateway, requests('method="POST",route="/graphql",status="2xx"'))).toBe(1);
    expect(await valueOf(gateway, requests('method="GET",route="other",status="4xx"'))).toBe(1);
    expect(await valueOf(gateway, 'accesslink_operations_total{type="invalid",code="BAD_USER_INPUT"}')).toBe(1);
    expect(await valueOf(gateway, 'accesslink_store_up')).toBe(1);
    expect(await valueOf(gateway, 'accesslink_deliveries_pending')).toBe(0);
    expect(await valueOf(gateway, 'accesslink_store_calls_total{operation="store.ping",outcome="ok"}')).toBe(1);
    expect(gateway.simulator.requests).toEqual([]);
  });

  it('show how many calls of AccessLink have their turn, 16 of one person at most, and how many wait, by class', async () => {
    const gateway = await startMeasured();
    const { simulator } = gateway;
    simulator.addFault({ kind: 'delay', delayMs: 1_500 });
    const days = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'));
    const answers = days.map((day) => gateway.ask(`{ viewer { night(date: "2026-11-${day}") { sleepScore } } }`));
    const waiting = (name: string) => valueOf(gateway, `accesslink_queue_waiting{class="${name}"}`);
    await expect.poll(() => waiting('person'), { interval: 10 }).toBe(4);
    expect(await waiting('delivery')).toBe(0);
    expect(await valueOf(gateway, 'accesslink_queue_in_flight')).toBe(16);
    for (const answer of answers) expect((await answer).errors).toBeUndefined();
    expect([await waiting('person'), simulator.requests.length]).toEqual([0, 20]);
  });

  it('have those of the process, and are in the format of Prometheus', async () => {
    const response = await read(await startMeasured());
    const text = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  });

  it.each([
    ['without a token', ''],
    ['with another token', `Bearer ${TOKEN}x`],
    ['with a token of AccessLink', 'Bearer abc'],
    ['with the token in another scheme', `Basic ${Buffer.from(TOKEN).toString('base64')}`],
  ])('are denied to whoever asks %s', async (_, authorization) => {
    const response = await read(await startMeasured(), authorization);
    expect([response.status, await response.text(), response.headers.get('www-authenticate')]).toEqual([
      401,
      '',
      'Bearer',
    ]);
  });

  it('are at no path where no token is configured', async () => {
    const gateway = await startMeasured(null);
    const { app } = gateway;
    const unknown = await app.fetch(new Request('http://gateway.test/no/such/path'));
    const response = await read(gateway);
    expect([response.status, await response.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(response.status).toBe(404);
  });
});
