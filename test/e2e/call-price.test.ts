// What an operation may cost in calls, as answers to a plan state it: never less than what is sent when nothing is held.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { globalId } from '../../src/domain/graph/global-id.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';
import { headersOf, NOW } from '../support/gateway.ts';
import { dated } from './dated-queries.ts';
import { coldGateway, pricedCalls } from './priced-calls.ts';
import { questions } from './questions.ts';

const PLAN = { 'accesslink-plan': 'only' };

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ now: () => NOW, limits: { short: 1e9, long: 1e9 } });
});
beforeEach(() => {
  simulator.clearFaults();
  simulator.clearRequests();
});
afterAll(() => simulator.close());

describe('the price of calls', () => {
  it.each(questions)(
    'is what is sent for $name, and at most the search and the look-up more',
    async ({ query, paths }) => {
      const { maximumCalls, ordinaryCalls, sent } = await pricedCalls(simulator, dated(query, NOW));
      expect([ordinaryCalls, sent]).toEqual([paths.length, paths.length]);
      expect(maximumCalls).toBeGreaterThanOrEqual(sent);
    },
  );

  it('depends on the variables', async () => {
    const query =
      'query($days: Int! = 28) { viewer { days(range: { lastDays: $days }) { nodes { activity { steps } } } } }';
    const calls = [1, 28, 29, 365].map(async (days) => {
      const { cost } = (await asked(query, { days })).extensions.accesslink;
      return cost?.ordinaryCalls;
    });
    expect(await Promise.all(calls)).toEqual([1, 1, 2, 14]);
    expect((await asked(query, {})).extensions.accesslink.cost?.ordinaryCalls).toBe(1);
    expect(simulator.requests).toEqual([]);
  });

  it('of one night by each of its ids is one for each kind of record', async () => {
    const owner = simulator.people[0]?.userId ?? '';
    const idOf = (type: string) => globalId({ type, owner, key: dated('$-3', NOW) });
    const ids = ['Night', 'NightlyRecharge', 'Day', 'Exercise', 'Unknown'].map(idOf);
    const query = `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Night { sleepScore } ... on NightlyRecharge { ansCharge }
      ... on Day { activity { steps } } ... on Exercise { durationSeconds } } }`;
    const { maximumCalls, ordinaryCalls, sent } = await pricedCalls(simulator, query, { variables: { ids } });
    expect([ordinaryCalls, sent]).toEqual([4, 4]);
    expect(maximumCalls).toBeGreaterThan(4);
  });

  it('is null for an import, and that of one request for what changes one thing', async () => {
    const [imported, forgotten] = ['collect(kind: EXERCISE) { collected }', 'forgetMe { forgotten }'];
    const imports = await asked(`mutation { ${imported} }`, {});
    expect(imports.extensions.accesslink.cost).toEqual({ maximumCalls: null, ordinaryCalls: null });
    const forgets = await asked(`mutation { ${forgotten} }`, {});
    expect(forgets.extensions.accesslink.cost).toEqual({ maximumCalls: 1, ordinaryCalls: 1 });
    expect(simulator.requests).toEqual([]);
  });

  it('is not on an answer that is no plan', async () => {
    const gateway = await coldGateway(simulator);
    const { extensions } = await gateway.ask('{ viewer { id } }', { headers: headersOf(simulator, 0) });
    expect(extensions.accesslink).not.toHaveProperty('cost');
    await gateway.close();
  });
});

async function asked(query: string, variables: Record<string, unknown>) {
  const gateway = await coldGateway(simulator);
  const answer = await gateway.ask(query, { variables, headers: { ...headersOf(simulator, 0), ...PLAN } });
  await gateway.close();
  return answer;
}
