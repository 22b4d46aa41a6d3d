// How many requests one operation may send: the first wave whole or not at all, a later one by itself, and what is held free.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/operation-limits.ts';
import { globalId } from '../../src/domain/graph/global-id.ts';
import { type Asked, type Gateway, startGateway } from '../support/gateway.ts';

const YEAR = (fields: string, days = 365) =>
  `{ viewer { days(range: { lastDays: ${days} }) { nodes { date ${fields} } } } }`;
const EIGHT = `activity { steps } cardioLoad { strain } alertness { grade } circadianBedtime { quality }
  biosensing { skinTemperature { sleepDate } ecgTests { testTime } spo2Tests { testTime } skinContacts { startTime } }`;

let gateway: Gateway;
const start = async (maxCalls?: number) => {
  gateway = await startGateway(maxCalls ? { app: { limits: { ...DEFAULT_LIMITS, maxCalls } } } : {});
};
const sent = () => gateway.simulator.requests.length;
const tooMuch = ({ errors }: Asked) => errors?.map(({ message, extensions }) => [extensions.code, message]);
afterEach(() => gateway.close());

describe('an operation within the default limits', () => {
  beforeEach(() => start());

  it('that would send more than a hundred requests sends none, and says so once', async () => {
    const asked = await gateway.ask(YEAR(EIGHT), { headers: { accept: 'application/graphql-response+json' } });
    expect(sent()).toBe(0);
    expect([asked.data, asked.status]).toEqual([null, 400]);
    expect(asked.errors).toMatchObject([{ extensions: { code: 'COST_EXCEEDED', price: 106, limit: 100 } }]);
    expect(asked.errors?.[0]?.message).toBe(
      'Cannot run the operation: it needs 106 calls to AccessLink, the limit is 100; ask for fewer days, or read a shorter range first: what is held costs nothing',
    );
    expect(JSON.stringify(asked).length).toBeLessThan(2_000);
    expect(asked.extensions.accesslink.calls).toBe(0);
  });

  it('is planned within the same limit', async () => {
    const asked = await gateway.ask(YEAR(EIGHT), { headers: { 'accesslink-plan': 'only' } });
    expect(tooMuch(asked)).toMatchObject([['COST_EXCEEDED', /^Cannot run the operation/]]);
    expect(sent()).toBe(0);
  });

  it('of which enough is held sends the rest', async () => {
    await gateway.ask(YEAR(EIGHT, 28));
    const asked = await gateway.ask(YEAR(EIGHT));
    expect(asked.errors).toBeUndefined();
    expect(asked.extensions.accesslink.calls).toBeLessThanOrEqual(100);
    const again = await gateway.ask(YEAR(EIGHT));
    expect([again.errors, again.extensions.accesslink.calls]).toEqual([undefined, 0]);
  });
});

describe('an operation that may send a few requests', () => {
  it('may send as many as that, under whatever fields and aliases, and not one more', async () => {
    await start(3);
    const three =
      '{ viewer { a: day(date: "2026-01-01") { activity { steps } } b: days(range: { lastDays: 1 }) { nodes { activity { steps } night { sleepScore } } } } }';
    const asked = await gateway.ask(three);
    expect([asked.errors, sent()]).toEqual([undefined, 3]);
    const four = three
      .replace('{ steps } }', '{ steps } heartRate { statistics { mean } } }')
      .replaceAll('01-01', '02-01');
    const ids = ['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'];
    const owner = gateway.simulator.people[0]?.userId ?? '';
    const nodes = await gateway.ask('query($ids: [ID!]!) { nodes(ids: $ids) { ... on DailyActivity { steps } } }', {
      variables: { ids: ids.map((key) => globalId({ type: 'DailyActivity', owner, key })) },
    });
    expect(tooMuch(nodes)).toMatchObject([['COST_EXCEEDED', /needs 4 calls/]]);
    expect(sent()).toBe(3);
    expect((await gateway.ask(four)).extensions.accesslink.calls).toBe(2);
  });

  it('keeps what it has when a later wave would pass the limit', async () => {
    await start(1);
    const asked = await gateway.ask<{
      viewer: { exercises: { nodes: { durationSeconds: number; day: { activity: null } }[] } };
    }>('{ viewer { exercises { nodes { durationSeconds day { activity { steps } cardioLoad { strain } } } } } }');
    expect(asked.data.viewer.exercises.nodes.length).toBeGreaterThan(5);
    for (const { durationSeconds, day } of asked.data.viewer.exercises.nodes)
      expect([typeof durationSeconds, day.activity]).toEqual(['number', null]);
    expect(asked.errors).toMatchObject([
      {
        path: ['viewer', 'exercises', 'nodes', expect.any(Number), 'day', expect.any(String)],
        extensions: { code: 'COST_EXCEEDED', price: 4, limit: 1 },
      },
    ]);
    expect(asked.errors?.[0]?.message).toMatch(/^Cannot read everything: .* 4 calls to AccessLink, the limit is 1; /);
    expect(sent()).toBe(1);
  });

  it('of whose nights the days pass the limit sends nothing: both are one wave', async () => {
    await start(2);
    const asked = await gateway.ask(
      '{ viewer { nights { nodes { sleepScore day { activity { steps } cardioLoad { strain } } } } } }',
    );
    expect(tooMuch(asked)).toMatchObject([['COST_EXCEEDED', /needs 3 calls/]]);
    expect(sent()).toBe(0);
  });

  it('does not take with it another operation that waits for the same request', async () => {
    // All ask for it in one turn: none is paused, and what is prepared of their documents is there.
    gateway = await startGateway({
      app: { limits: { ...DEFAULT_LIMITS, maxCalls: 2 }, timing: { sliceMs: Number.POSITIVE_INFINITY } },
    });
    const small = '{ viewer { day(date: "2026-11-20") { activity { steps } } exercises { nodes { id } } } }';
    const queries = [small.replace('{ steps }', '{ steps } heartRate { date } cardioLoad { strain }'), small, small];
    for (const query of queries) await gateway.ask(query, { headers: { 'accesslink-plan': 'only' } });
    const [large, ...others] = await Promise.all(queries.map((query) => gateway.ask(query)));
    if (!large) throw new Error('There is no answer');
    expect(tooMuch(large)).toMatchObject([['COST_EXCEEDED', /needs 4 calls/]]);
    for (const other of others) {
      expect(other.errors).toBeUndefined();
      expect(other.data).toMatchObject({ viewer: { day: { activity: { steps: expect.any(Number) } } } });
    }
    expect(sent()).toBeLessThanOrEqual(4);
  });
});

describe('an operation whose result is there before everything is read', () => {
  const HELD_UP = `query($ids: [ID!]!) { nodes(ids: $ids) { ... on DailyActivity { steps } ... on EcgTest { testTime } }
    viewer { nights(after: "no cursor") { nodes { date } } } }`;
  const idsOf = () => {
    const owner = gateway.simulator.people[0]?.userId ?? '';
    const key = '2026-11-20T10:00:00Z';
    return [globalId({ type: 'DailyActivity', owner, key: '2026-11-20' }), globalId({ type: 'EcgTest', owner, key })];
  };
  // Paused at every field, it goes on with the others when one has failed.
  beforeEach(async () => {
    gateway = await startGateway({ app: { timing: { sliceMs: -1 } } });
  });
  const HEART_RATE = '{ viewer { day(date: "2026-11-19") { heartRate { date } } } }';

  it('sends nothing afterwards, and states all that it has sent', async () => {
    // So that a second request follows the first one, for the list.
    gateway.simulator.addFault({ kind: 'status', status: 404, path: '2026-11-20' });
    const early = await gateway.ask(HELD_UP, { variables: { ids: idsOf() } });
    expect([early.data, early.errors?.map(({ extensions }) => extensions.code)]).toEqual([null, ['BAD_USER_INPUT']]);
    const later = await gateway.ask(HEART_RATE);
    expect(later.extensions.accesslink.calls).toBe(1);
    expect(sent()).toBe(early.extensions.accesslink.calls + 1);
  });

  it('leaves another operation that waits for the same request its own', async () => {
    const query = '{ viewer { day(date: "2026-11-20") { activity { steps } } } }';
    const [early, other] = await Promise.all([
      gateway.ask(HELD_UP, { variables: { ids: idsOf() } }),
      gateway.ask(query),
    ]);
    expect(early.data).toBeNull();
    expect(other.errors).toBeUndefined();
    expect(other.data).toMatchObject({ viewer: { day: { activity: { steps: expect.any(Number) } } } });
  });
});
