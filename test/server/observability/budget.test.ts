// What operators see of the request budget, of its queue and of the breakers: log lines, metrics and health.
import { describe, expect, it, onTestFinished } from 'vitest';
import { headersOf } from '../../support/gateway.ts';
import { startWatchedGateway, type WatchedGateway } from './watched-gateway.ts';

const nightOf = (day: number) => `{ viewer { night(date: "2026-11-${day}") { sleepScore } } }`;

async function watched(): Promise<WatchedGateway> {
  const gateway = await startWatchedGateway();
  onTestFinished(() => gateway.close());
  return gateway;
}

/** Asks as somebody of the simulator who has proved who they are. */
async function askAs(gateway: WatchedGateway, person: number, query: string): Promise<string | undefined> {
  const { errors } = await gateway.ask(query, { headers: headersOf(gateway.simulator, person) });
  return errors?.[0]?.extensions.code;
}

async function valueOf(gateway: WatchedGateway, metric: string): Promise<number | undefined> {
  const lines = (await gateway.metrics()).split('\n');
  const line = lines.find((one) => one.startsWith(`${metric} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

const upstreamHealth = async ({ app }: WatchedGateway) => {
  const response = await app.fetch(new Request('http://gateway.test/health/ready'));
  return ((await response.json()) as { readonly upstream: string }).upstream;
};

describe('the request budget', () => {
  it('has one line when AccessLink answers 429, and counts what is not sent until the reset', async () => {
    const gateway = await watched();
    const { simulator } = gateway;
    simulator.addFault({ kind: 'status', status: 429, times: 1, headers: { 'retry-after': '600' } });
    for (const day of [10, 11, 12]) expect(await askAs(gateway, 0, nightOf(day))).toBe('RATE_LIMITED');
    expect(simulator.requests).toHaveLength(1);
    expect(gateway.lines.filter(({ event }) => event === 'budget-paused')).toMatchObject([
      { level: 40, seconds: 600, count: 1 },
    ]);
    const rejections = 'accesslink_budget_rejections_total{reason="blocked",class="person"}';
    expect(await valueOf(gateway, rejections)).toBe(2);
  });

  it('has one line a minute when a window is used up, with how many calls were not sent', async () => {
    const gateway = await watched();
    const { simulator } = gateway;
    simulator.setLimits({ short: 10, long: 1e6 });
    for (let day = 10; day < 22; day += 1) await askAs(gateway, 0, nightOf(day));
    const { length } = simulator.requests;
    expect(length).toBeLessThan(10);
    const usedUp = () => gateway.lines.filter(({ event }) => event === 'budget-used-up');
    expect(usedUp()).toMatchObject([{ level: 40, class: 'person', seconds: expect.any(Number), count: 1 }]);
    await gateway.logClock.advance(65_000);
    expect(usedUp()).toMatchObject([{ count: 1 }, { count: 12 - length - 1 }]);
    expect(await valueOf(gateway, 'accesslink_budget_used{window="short"}')).toBe(length);
    expect(await valueOf(gateway, 'accesslink_budget_limit{window="short"}')).toBe(10);
  });
});

describe('the breaker of AccessLink', () => {
  it('has a line when it opens for a route and for all, with the state of health, and one when it is closed', async () => {
    const gateway = await watched();
    const { simulator } = gateway;
    simulator.addFault({ kind: 'cut' });
    for (let day = 10; day < 20; day += 1) await askAs(gateway, 0, nightOf(day));
    const { length } = simulator.requests;
    expect(length).toBeLessThanOrEqual(6);
    const events = () => gateway.lines.filter(({ event }) => event.startsWith('breaker-'));
    expect(events()).toMatchObject([
      { event: 'breaker-opened', upstream: 'accesslink', route: '/v3/users/sleep/{date}' },
      { event: 'breaker-opened', upstream: 'accesslink' },
    ]);
    expect(await upstreamHealth(gateway)).toBe('failing');
    expect(await valueOf(gateway, 'accesslink_breaker_openings_total{upstream="accesslink"}')).toBe(2);
    simulator.clearFaults();
    await expect.poll(() => askAs(gateway, 0, nightOf(20)), { timeout: 10_000, interval: 100 }).toBeUndefined();
    expect(events().map(({ event }) => event)).toContain('breaker-closed');
    expect(await upstreamHealth(gateway)).toBe('ok');
  });
});
