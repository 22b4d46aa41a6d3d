// Requests as they come: methods, content types, statuses, and who is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../support/gateway.ts';

const GRAPHQL_JSON = { accept: 'application/graphql-response+json' };
const TYPENAME = JSON.stringify({ query: '{ __typename }' });

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const fetch = (path: string, init: RequestInit = {}) =>
  gateway.app.fetch(new Request(`http://gateway.test${path}`, init));

describe('a GET request', () => {
  it('asks with query and variables in the URL', async () => {
    const query = encodeURIComponent('query Q($d: Date!) { viewer { day(date: $d) { date } } }');
    const response = await fetch(`/graphql?query=${query}&variables=${encodeURIComponent('{"d":"2026-11-22"}')}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { viewer: { day: { date: '2026-11-22' } } } });
  });

  it('of a browser for the bare address leads to GraphiQL', async () => {
    const response = await fetch('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });

  it('for anything else finds nothing', async () => {
    expect((await fetch('/nothing')).status).toBe(404);
  });
});

describe('a POST request', () => {
  it.each([
    ['application/x-www-form-urlencoded', 'query={__typename}'],
    ['text/plain', TYPENAME],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/graphql', '{ __typename }'],
    ['text/plain; application/json', TYPENAME],
    ['application/jsonp', TYPENAME],
  ])('of the type %s is refused: a page of anybody could send some of them', async (type, body) => {
    for (const path of ['/graphql', '/graphql/', '/graphql?query={__typename}']) {
      const response = await fetch(path, { method: 'POST', headers: { 'content-type': type }, body });
      expect(response.status).toBe(415);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
  });

  it('is answered with JSON that names its character set', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const response = await fetch('/graphql', { method: 'POST', headers, body: TYPENAME });
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('of several operations at once is refused', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/graphql', { method: 'POST', headers, body: `[${TYPENAME},${TYPENAME}]` });
    expect(response.status).toBe(400);
  });
});

it.each(['PUT', 'DELETE', 'PATCH'])('%s is not allowed', async (method) => {
  const init: RequestInit = { method, headers: { 'content-type': 'application/json' }, body: TYPENAME };
  const response = await fetch('/graphql', init);
  expect(response.status).toBe(405);
});

it('no answer stays in a cache', async () => {
  const response = await fetch('/graphql?query={__typename}');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

describe('a request that cannot be run is BAD_USER_INPUT with status 400', () => {
  const days = (argument: string) => `query Q($r: DateRange, $d: Date = "2026-11-22") { viewer { ${argument} } }`;
  it.each([
    ['syntax', '{', {}],
    ['an unknown field', '{ nope }', {}],
    ['an unknown operation', 'query A { __typename } query B { __typename }', {}],
    ['a missing variable', 'query Q($d: Date!) { viewer { day(date: $d) { date } } }', {}],
    ['a bad literal', '{ viewer { day(date: "2026-02-30") { date } } }', {}],
    ['a literal that is no text', '{ viewer { day(date: 20261122) { date } } }', {}],
    ['a bad date in a variable', 'query Q($d: Date!) { viewer { day(date: $d) { date } } }', { d: '22.11.2026' }],
    ['two fields of a oneOf', days('days(range: $r) { nodes { date } }'), { r: { lastDays: 1, on: '2026-11-22' } }],
    ['a null in a oneOf', days('days(range: $r) { nodes { date } }'), { r: { lastDays: null } }],
    ['a mutation', 'mutation { anything }', {}],
  ])('for %s', async (_, query, variables) => {
    const answer = await gateway.ask(query, { variables, headers: GRAPHQL_JSON });
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(answer).not.toHaveProperty('data');
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it.each(['', '{', 'null', '"x"', '{"query":1}', '{"query":"{__typename}","variables":[]}'])(
    'for the body %j',
    async (body) => {
      const headers = { 'content-type': 'application/json', ...GRAPHQL_JSON };
      const response = await fetch('/graphql', { method: 'POST', headers, body });
      expect(response.status).toBe(400);
      const { errors } = (await response.json()) as { errors: { extensions: object }[] };
      expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
    },
  );

  it('and nobody is told of it', () => {
    expect(gateway.reports).toEqual([]);
  });
});

it('a null in a variable that stands for an argument is the fault of the field, and the asker', async () => {
  const query = 'query Q($d: Date = "2026-11-22") { viewer { day(date: $d) { date } } }';
  const { status, errors } = await gateway.ask(query, { variables: { d: null } });
  expect({ status, errors }).toMatchObject({
    status: 200,
    errors: [{ path: ['viewer', 'day'], extensions: { code: 'BAD_USER_INPUT' } }],
  });
});

describe('somebody unknown', () => {
  it.each([
    [{ authorization: 'Basic eDp5' }, 'UNAUTHENTICATED'],
    [{ authorization: 'Bearer a', 'polar-user-id': 'x' }, 'BAD_USER_INPUT'],
    [{ authorization: 'Bearer a', 'accesslink-time-zone': 'Nowhere' }, 'BAD_USER_INPUT'],
  ])('with %j is refused by the fields that need them, and told the rest', async (headers, code) => {
    gateway.simulator.clearRequests();
    const needy = await gateway.ask('{ viewer { polarUserId } }', { headers });
    expect(needy.errors).toMatchObject([{ path: ['viewer'], extensions: { code } }]);
    expect((await gateway.ask('{ node(id: "x") { id } }', { headers })).errors).toMatchObject([
      { extensions: { code } },
    ]);
    const free = await gateway.ask('{ sports { name } dataWindows { resource } }', { headers });
    expect(free.errors).toBeUndefined();
    expect(gateway.simulator.requests).toHaveLength(0);
  });

  it('without a credential is refused where there is no demo', async () => {
    const closed = await startGateway({ app: { fallback: null } });
    const { errors } = await closed.ask('{ viewer { polarUserId } }');
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    await closed.close();
  });
});

it('the time zone of the caller decides which day today is', async () => {
  const query = '{ viewer { days(range: { lastDays: 1 }) { nodes { date } } } }';
  const today = async (zone: string) => (await gateway.ask(query, { headers: { 'accesslink-time-zone': zone } })).data;
  // Without a credential of its own a request is still in its own time zone.
  expect(await today('Pacific/Kiritimati')).toEqual({ viewer: { days: { nodes: [{ date: '2026-11-23' }] } } });
  expect(await today('Europe/Helsinki')).toEqual({ viewer: { days: { nodes: [{ date: '2026-11-22' }] } } });
});
