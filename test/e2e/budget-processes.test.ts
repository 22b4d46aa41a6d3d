// One request budget for several processes on one Postgres, before their first answer and until the reset.
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import { openStore } from '../../src/store/open.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { clockAt } from '../support/clocks.ts';
import { type Asked, type Gateway, NOW, startGateway } from '../support/gateway.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { keys } from '../support/stores.ts';

const SHORT_MS = 900_000;
const nightOf = (day: number) => `{ viewer { night(date: "2026-11-${String(day).padStart(2, '0')}") { sleepScore } } }`;

let postgres: TestPostgres;
let databaseUrl: string;
/** How far the clocks of all processes and of AccessLink have gone on. */
let later: number;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  databaseUrl = await postgres.createDatabase();
  later = 0;
});

/** A process with a store of its own over the database, and with AccessLink in common with others. */
async function startProcess(accessLink: Simulator | null, limits = { short: 1e6, long: 1e6 }): Promise<Gateway> {
  const base = clockAt(() => NOW + later);
  const clock: Clock = { ...base, elapsed: () => base.elapsed() + later };
  const store = await openStore({ databaseUrl, dataDir: '/nowhere', keys, clock });
  const app = { clock, ...(accessLink && { accessLinkUrl: accessLink.url }) };
  const gateway = await startGateway({ store, now: clock.now, app, simulator: { limits } });
  onTestFinished(async () => {
    await gateway.close();
    await store.close();
  });
  return gateway;
}

/** Asks for one day after the other until the budget has no call: how many were answered, and the last answer. */
async function askUntilRefused(gateway: Gateway): Promise<readonly [number, Asked]> {
  for (let answered = 0; answered < 20; answered += 1) {
    const answer = await gateway.ask(nightOf(answered + 1));
    if (answer.errors) return [answered, answer];
  }
  throw new Error('Cannot find an end: the budget has a call for everything');
}

const codeOf = ({ errors }: Asked) => errors?.[0]?.extensions.code;

describe('processes on one Postgres', () => {
  it('send nothing until the reset once one of them has met a 429, those that start afterwards neither', async () => {
    const first = await startProcess(null);
    const { simulator } = first;
    const second = await startProcess(simulator);
    // The second process knows the windows already, and has calls in reserve.
    await second.ask(nightOf(1));
    simulator.addFault({ kind: 'status', status: 429, times: 1, headers: { 'retry-after': '600' } });
    expect(codeOf(await first.ask(nightOf(2)))).toBe('RATE_LIMITED');
    const third = await startProcess(simulator);
    const refused = [];
    for (const gateway of [first, second, third])
      for (const day of [3, 4]) refused.push(await gateway.ask(nightOf(day)));
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'RATE_LIMITED'));
    expect(refused[0]?.errors?.[0]?.extensions['retryAfterSeconds']).toSatisfy((wait) => wait > 590 && wait <= 600);
    expect(simulator.requests).toHaveLength(2);
    later = 599_000;
    expect(codeOf(await second.ask(nightOf(5)))).toBe('RATE_LIMITED');
    expect(simulator.requests).toHaveLength(2);
    later = 601_000;
    for (const gateway of [first, second, third]) expect((await gateway.ask(nightOf(6))).errors).toBeUndefined();
    expect(simulator.requests.length).toBeGreaterThan(2);
  });

  it.each([
    { window: 'of 15 minutes', limits: { short: 12, long: 1e6 } },
    { window: 'of 24 hours', limits: { short: 1e6, long: 12 } },
  ])('share the window $window: what one has used up, another does not try', async ({ limits }) => {
    const first = await startProcess(null, limits);
    const { simulator } = first;
    const second = await startProcess(simulator, limits);
    const [answered, { errors }] = await askUntilRefused(first);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
    expect([answered, simulator.requests.length]).toEqual([11, 11]);
    expect(codeOf(await second.ask(nightOf(19)))).toBe('RATE_LIMITED');
    expect(simulator.requests).toHaveLength(11);
    const [third] = [await startProcess(simulator, limits)];
    expect(codeOf(await third.ask(nightOf(19)))).toBe('RATE_LIMITED');
    expect(simulator.requests).toHaveLength(11);
    later = SHORT_MS + 2_000;
    const isShort = limits.short < limits.long;
    expect(codeOf(await second.ask(nightOf(19)))).toBe(isShort ? undefined : 'RATE_LIMITED');
    expect(simulator.requests).toHaveLength(isShort ? 12 : 11);
  });
});
