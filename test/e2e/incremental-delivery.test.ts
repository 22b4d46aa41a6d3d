// Answers in parts: the first payload comes without the calls of what is deferred, and all together they are the same calls.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/operation-limits.ts';
import { type Gateway, NOW, startGateway } from '../support/gateway.ts';
import { createHoldingUpstream, type HoldingUpstream } from '../support/holding-upstream.ts';
import { askInParts, IDS, merged, PATHS } from '../support/parts.ts';
import { takePaths } from './dated-queries.ts';

const NIGHTS = 'nights(range: { lastDays: 3 }) { nodes { date sleepScore } }';
const QUERY = `{ viewer { ${NIGHTS}
  ... @defer(label: "days") { days(range: { lastDays: 3 }) { nodes @stream(initialCount: 1) {
    date activity { steps } ... @defer { cardioLoad { strain } } } } } } }`;
const withoutDirectives = (query: string) => query.replaceAll(/@(?:defer|stream)(?:\([^)]*\))?/g, '');

let gateway: Gateway;
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.close());

/** Answer and calls of a query without the directives, in a gateway that has nothing in memory. */
async function wholeAnswer(query: string) {
  const other = await startGateway();
  const asked = await other.ask(withoutDirectives(query));
  const paths = takePaths(other.simulator);
  await other.close();
  return { data: asked.data, errors: asked.errors ?? [], paths };
}

describe('an answer in parts', () => {
  it.each([
    ['ids', IDS, 'multipart/mixed; boundary="-"; incrementalSpec=v0.2'],
    ['paths', PATHS, 'multipart/mixed; boundary="-"; deferSpec=20220824'],
    ['ids, to who names no format', 'multipart/mixed', 'multipart/mixed; boundary="-"'],
    ['ids, as events', 'text/event-stream', 'text/event-stream'],
  ])('is the same as a whole one when it is put together, with the same calls, by %s', async (_, accept, type) => {
    const whole = await wholeAnswer(QUERY);
    const answer = await askInParts(gateway.app, QUERY, { accept });
    expect([answer.status, answer.type]).toEqual([200, type]);
    const payloads = await answer.rest();
    expect(payloads.length).toBeGreaterThan(2);
    expect(merged(payloads)).toEqual({ data: whole.data, errors: [], failed: 0 });
    expect(takePaths(gateway.simulator)).toEqual(whole.paths);
    expect(whole.paths).toHaveLength(3);
  });

  it('says what it has cost in its last payload, and in no other', async () => {
    const answer = await askInParts(gateway.app, QUERY, { headers: { 'accesslink-trace': '1' } });
    const payloads = await answer.rest();
    const last = payloads.pop();
    expect(last).toMatchObject({ hasNext: false, extensions: { accesslink: { calls: 3 } } });
    expect(last?.extensions?.accesslink['trace']).toHaveLength(3);
    expect(payloads.map(({ hasNext, extensions }) => [hasNext, extensions])).toEqual(
      payloads.map(() => [true, undefined]),
    );
    expect(takePaths(gateway.simulator)).toHaveLength(3);
  });

  it.each<[string, string, { readonly query: string; readonly variables?: Record<string, unknown> }]>([
    ['who takes none', 'application/json', { query: QUERY }],
    ['who takes those of another specification', 'multipart/mixed;deferSpec=1, application/json', { query: QUERY }],
    ['who does not want them', 'multipart/mixed;q=0, application/json', { query: QUERY }],
    [
      'who switches them off',
      IDS,
      {
        query:
          'query($on: Boolean!) { viewer { ... @defer(if: $on) { nights { nodes @stream(if: false) { date } } } } }',
        variables: { on: false },
      },
    ],
  ])('is whole for a client %s', async (_, accept, { query, variables = {} }) => {
    const whole = await wholeAnswer(query.replace('($on: Boolean!)', ''));
    const answer = await askInParts(gateway.app, query, { accept, variables });
    expect(answer.type).toMatch(/^application\/json/);
    const [only, ...others] = await answer.rest();
    expect([only, others]).toMatchObject([{ data: whole.data, extensions: { accesslink: {} } }, []]);
    expect(only).not.toHaveProperty('hasNext');
    expect(takePaths(gateway.simulator)).toEqual(whole.paths);
  });

  it('is whole where it is only planned, and nothing is sent', async () => {
    const answer = await askInParts(gateway.app, QUERY, { headers: { 'accesslink-plan': 'only' } });
    expect(await answer.rest()).toMatchObject([{ data: null, extensions: { accesslink: { plan: [{}, {}, {}] } } }]);
    expect(takePaths(gateway.simulator)).toEqual([]);
  });

  it('is in parts although a whole one is remembered, and from memory then', async () => {
    const ask = () => gateway.ask(withoutDirectives(QUERY));
    for (let time = 0; time < 3; time += 1) await ask();
    takePaths(gateway.simulator);
    for (let time = 0; time < 3; time += 1) await askInParts(gateway.app, QUERY, { accept: 'application/json' });
    const payloads = await (await askInParts(gateway.app, QUERY)).rest();
    expect(payloads.length).toBeGreaterThan(2);
    expect(payloads.at(-1)).toMatchObject({ extensions: { accesslink: { calls: 0 } } });
    expect(merged(payloads).data).toEqual((await ask()).data);
    expect(takePaths(gateway.simulator)).toEqual([]);
  });
});

describe('a part that fails', () => {
  it('has its error, with code and dates, and the others have none', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 503, path: '/v3/users/activities' });
    const payloads = await (await askInParts(gateway.app, QUERY)).rest();
    const { errors, failed } = merged(payloads);
    expect(failed).toBe(0);
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      const path = ['viewer', 'days', 'nodes', expect.any(Number), 'activity'];
      const extensions = { code: 'UPSTREAM_UNAVAILABLE', resource: 'DAILY_ACTIVITY', from: '2026-11-20', days: 3 };
      expect(error).toMatchObject({ path, extensions });
    }
    expect(payloads[0]).not.toHaveProperty('errors');
    expect(takePaths(gateway.simulator).filter((path) => path.includes('sleep'))).toHaveLength(1);
  });

  it('has the error of a list that could be read in part only', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 500, path: '/v3/users/cardio-load/date', times: 1 });
    const list = 'cardioLoads(range: { lastDays: 200 }) { date }';
    const payloads = await (await askInParts(gateway.app, `{ viewer { id ... @defer { ${list} } } }`)).rest();
    expect(payloads[0]).toMatchObject({ data: { viewer: {} }, pending: [{ path: ['viewer'] }] });
    expect(payloads[0]).not.toHaveProperty('errors');
    const [part] = payloads.flatMap(({ incremental = [] }) => incremental);
    expect(part?.errors).toMatchObject([{ path: ['viewer', 'cardioLoads'], extensions: { resource: 'CARDIO_LOAD' } }]);
    expect(takePaths(gateway.simulator)).toHaveLength(2);
  });

  it('says nothing of a failure of this server, which is reported', async () => {
    const { app } = gateway;
    const query = '{ viewer { id ... @defer { night(date: "2026-11-20") { sleepScore } } } }';
    gateway.simulator.addFault({ kind: 'garbage', path: '/v3/users/sleep' });
    const { errors } = merged(await (await askInParts(app, query)).rest());
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_INVALID' } }]);
    expect(JSON.stringify(errors)).not.toMatch(/stack|originalError|"http"/);
    expect(takePaths(gateway.simulator).every((path) => path.startsWith('/v3/users/sleep'))).toBe(true);
  });
});

describe('an operation of too many parts', () => {
  it('is not executed for who takes parts, and is whole for everybody else', async () => {
    const query = '{ viewer { days(range: { lastDays: 101 }) { nodes @stream { date } } } }';
    const [only, ...others] = await (await askInParts(gateway.app, query)).rest();
    const error = { message: expect.stringContaining('it may stream 101 items of one list, the limit is 100') };
    expect([only, others]).toMatchObject([{ errors: [{ ...error, extensions: { code: 'COST_EXCEEDED' } }] }, []]);
    const { data } = await gateway.ask<{ viewer: { days: { nodes: object[] } } }>(query);
    expect(data.viewer.days.nodes).toHaveLength(101);
    expect(takePaths(gateway.simulator)).toEqual([]);
  });
});

describe('an operation in parts that needs too many calls', () => {
  it('sends none, and has one error', async () => {
    await gateway.close();
    gateway = await startGateway({ app: { limits: { ...DEFAULT_LIMITS, maxCalls: 2 } } });
    const payloads = await (await askInParts(gateway.app, QUERY)).rest();
    expect(payloads).toMatchObject([
      { data: null, errors: [{ extensions: { code: 'COST_EXCEEDED', price: 3, limit: 2 } }] },
    ]);
    expect(takePaths(gateway.simulator)).toEqual([]);
  });
});

describe('a client of an answer in parts', () => {
  const EXERCISES = 'exercises(range: { lastDays: 3 }) { nodes { day { activity { steps } } } }';
  let upstream: HoldingUpstream;
  let held: Gateway;
  /** AccessLink answers nobody before two requests have come. */
  beforeEach(async () => {
    upstream = await createHoldingUpstream(() => gateway.simulator.url, [2, 1]);
    held = await startGateway({ now: () => NOW, app: { accessLinkUrl: upstream.url } });
  });
  afterEach(async () => {
    await upstream.close();
    await held.close();
  });

  it('has the first payload while what is deferred is being read; when it leaves, nothing more is sent', async () => {
    const answer = await askInParts(held.app, `{ viewer { id ... @defer { ${EXERCISES} } } }`);
    expect(await answer.next()).toMatchObject({ data: { viewer: {} }, pending: [{ path: ['viewer'] }] });
    const next = answer.next().catch((failure: Error) => failure.message);
    await expect.poll(() => upstream.rounds()).toEqual([[expect.stringMatching(/exercises/)]]);
    await answer.leave();
    expect(await next).toBe('Cannot read the answer: it broke off');
    for (const field of ['cardioLoads { date }', 'alertnessPeriods { grade }'])
      await held.ask(`{ viewer { ${field} } }`);
    expect(upstream.rounds().flat()).toEqual(
      ['exercises', 'cardio-load', 'alertness'].map((part) => expect.stringContaining(part)),
    );
  });

  it('that stays has what takes a second round of requests', async () => {
    const answer = await askInParts(held.app, `{ viewer { id ... @defer { ${EXERCISES} } } }`);
    const [payloads] = await Promise.all([answer.rest(), held.ask('{ viewer { cardioLoads { date } } }')]);
    expect(merged(payloads)).toMatchObject({ errors: [], failed: 0 });
    expect(upstream.rounds().flat()).toEqual(
      ['exercises', 'cardio-load', 'activities'].map((part) => expect.stringContaining(part)),
    );
  });
});
