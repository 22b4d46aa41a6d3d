// The waves of requests over a real Postgres whose reads take differently long: the first one waits for the slowest.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/operation-limits.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/contract/store.ts';
import { clockAt } from '../support/clocks.ts';
import { type Asked, type Gateway, headersOf, NOW, startGateway } from '../support/gateway.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { keys } from '../support/stores.ts';

/** How many times a read is sent before it is answered; once for resources that are not here. */
const ROUND_TRIPS: Readonly<Record<string, number>> = { sleep: 4, 'cardio load': 12, 'continuous heart rate': 30 };
/** What answers show of the person's clock is compared with what is stored afterwards: no request depends on it. */
const OFFSET = 'UTC offset';
const TWO = '{ viewer { day(date: "2026-11-20") { activity { steps } night { sleepScore } } } }';
const FOUR = TWO.replace('activity', 'heartRate { date } cardioLoad { strain } activity');

let postgres: TestPostgres;
let store: Store;
let gateway: Gateway | null;
/** How many requests had been sent when each read of the store was over. */
let sentBefore: number[];

beforeEach(async () => {
  [gateway, sentBefore] = [null, []];
  postgres = await startPostgres();
  store = await openStore({
    databaseUrl: await postgres.createDatabase(),
    dataDir: '/nowhere',
    keys,
    clock: clockAt(() => NOW),
  });
});
afterEach(async () => {
  await gateway?.close();
  await store.close();
  await postgres.stop();
});

/** The store with reads of records that take several round trips. */
function slowStore(): Store {
  const read: Store['records']['read'] = async (partition, resource, wanted) => {
    for (let trip = 1; trip < (ROUND_TRIPS[resource] ?? 1); trip += 1)
      await store.records.read(partition, resource, wanted);
    const records = await store.records.read(partition, resource, wanted);
    if (resource !== OFFSET) sentBefore.push(sent());
    return records;
  };
  return { ...store, records: { ...store.records, read } };
}

async function startWith(maxCalls: number): Promise<Gateway> {
  gateway = await startGateway({ store: slowStore(), app: { limits: { ...DEFAULT_LIMITS, maxCalls } } });
  return gateway;
}

const sent = () => gateway?.simulator.requests.length ?? 0;
const ask = (of: Gateway, query: string): Promise<Asked> => of.ask(query, { headers: headersOf(of.simulator, 0) });

it('is one wave of all that the reads did not find, refused whole when it is too large', async () => {
  const { data, errors } = await ask(await startWith(3), FOUR);
  expect([data, sent()]).toEqual([null, 0]);
  expect(errors).toMatchObject([{ extensions: { code: 'COST_EXCEEDED', price: 4, limit: 3 } }]);
});

it('is sent when the slowest read is over, not before', async () => {
  const { data, errors } = await ask(await startWith(4), FOUR);
  expect([errors, sent()]).toEqual([undefined, 4]);
  expect(data).toMatchObject({ viewer: { day: { activity: { steps: expect.any(Number) } } } });
  expect(sentBefore.length).toBeGreaterThanOrEqual(4);
  expect(new Set(sentBefore)).toEqual(new Set([0]));
});

it('does not count what the store holds, however late that is known', async () => {
  const first = await startWith(2);
  await ask(first, TWO);
  expect(sent()).toBe(2);
  await first.close();
  const again = await ask(await startWith(2), FOUR);
  expect([again.errors, sent(), again.extensions.accesslink.fromStore]).toEqual([undefined, 2, 2]);
});
