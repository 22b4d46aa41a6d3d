// What an operation may cost in calls, as answers to a plan state it: never less than what is sent when nothing is held.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar.ts';
import { globalId } from '../../src/domain/graph/global-id.ts';
import { createSimulator, type Fault, type Simulator } from '../../src/simulator/simulator.ts';
import { type AskOptions, type Gateway, NOW, startGateway } from '../support/gateway.ts';
import { isLong } from '../support/long.ts';
import { answerableOperation } from '../trust/differential/operations.ts';
import { createRest } from '../trust/differential/rest.ts';
import { createRandom } from '../trust/support/random.ts';
import { randomOperation } from '../trust/support/random-operation.ts';
import { dated } from './dated-queries.ts';
import { questions } from './questions.ts';

const OPERATIONS = isLong ? 1_000 : 60;
const ZONES = ['Europe/Helsinki', 'Pacific/Kiritimati', 'America/Los_Angeles'];
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

const cold = (): Promise<Gateway> => startGateway({ app: { accessLinkUrl: simulator.url } });

/** The price of an operation, and the calls that it sends when nothing is held. */
async function priceAndCalls(query: string, options: AskOptions = {}) {
  const gateway = await cold();
  const headers = { ...headersOf(), ...options.headers };
  const planned = await gateway.ask(query, { ...options, headers: { ...headers, ...PLAN } });
  expect(simulator.requests).toEqual([]);
  await gateway.ask(query, { ...options, headers });
  await gateway.close();
  const sent = simulator.requests.length;
  simulator.clearRequests();
  return { ...planned.extensions.accesslink.cost, sent };
}

function headersOf(index = 0): Record<string, string> {
  const person = simulator.people[index];
  return { authorization: `Bearer ${person?.token}`, 'polar-user-id': person?.userId ?? '' };
}

describe('the price of calls', () => {
  it.each(questions)(
    'is what is sent for $name, and at most the search and the look-up more',
    async ({ query, paths }) => {
      const { maximumCalls, ordinaryCalls, sent } = await priceAndCalls(dated(query, NOW));
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
    const { maximumCalls, ordinaryCalls, sent } = await priceAndCalls(query, { variables: { ids } });
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
    const gateway = await cold();
    const { extensions } = await gateway.ask('{ viewer { id } }', { headers: headersOf() });
    expect(extensions.accesslink).not.toHaveProperty('cost');
    await gateway.close();
  });
});

describe('the price of calls of operations drawn at random', () => {
  const today = isoDate(dated('$-0', NOW));
  const asker = async () => {
    const person = simulator.people[0];
    const rest = createRest(simulator.url, person?.token ?? '');
    const sessions = (await rest.list('/v3/exercises')).map(({ id, start_time: start }) => ({
      id: String(id),
      start: String(start),
    }));
    simulator.clearRequests();
    return { userId: person?.userId ?? '', timeZone: person?.timeZone ?? 'UTC', today, sessions };
  };
  const REFUSED = { status: 400, json: { message: 'The date range is too far in the past' } };
  const worlds: Readonly<Record<string, readonly Fault[]>> = {
    'when everything is served': [],
    'when everything is denied': [{ kind: 'status', status: 403 }],
    'when every range is refused': [{ kind: 'status', path: 'from=', ...REFUSED }],
    'when everything is refused': [{ kind: 'status', ...REFUSED }],
    'when the days of one month are refused': [{ kind: 'status', path: 'from=2026-10', ...REFUSED }],
    'when nothing is found': [{ kind: 'status', status: 404 }],
  };

  it.each(Object.entries(worlds))('is never less than what is sent, %s', async (name, faults) => {
    const from = await asker();
    const wrong: unknown[] = [];
    let priced = 0;
    for (let index = 0; index < OPERATIONS; index += 1) {
      const random = createRandom(`call price ${name}`, index);
      const { query, variables } = random.chance(0.7)
        ? answerableOperation(random, from)
        : randomOperation(random, { mutations: 0, ids: idsOf(from) });
      const headers = random.chance(0.5) ? { 'accesslink-time-zone': random.pick(ZONES) } : {};
      for (const fault of faults) simulator.addFault(fault);
      const { maximumCalls, sent } = await priceAndCalls(query, { variables, headers });
      simulator.clearFaults();
      if (maximumCalls !== undefined) priced += 1;
      if (sent > (maximumCalls ?? 0)) wrong.push({ index, sent, maximumCalls, query, variables, headers });
    }
    expect(wrong).toEqual([]);
    expect(priced).toBeGreaterThan(OPERATIONS / 3);
  });
});

/** Ids of everything that has a day. */
function idsOf({ userId }: { readonly userId: string }): string[] {
  const types =
    'Day Night NightlyRecharge DailyActivity ActivitySamples Alertness CircadianBedtime EcgTest CardioLoad Biosensing'.split(
      ' ',
    );
  const keys = ['2026-11-20', '2026-11-02', '2026-11-20T10:00:00Z', '2026-10-20/2026-11-20'];
  return types.flatMap((type) => keys.map((key) => globalId({ type, owner: userId, key })));
}

async function asked(query: string, variables: Record<string, unknown>) {
  const gateway = await cold();
  const answer = await gateway.ask(query, { variables, headers: { ...headersOf(), ...PLAN } });
  await gateway.close();
  return answer;
}
