// Requests over HTTP: methods, content types, statuses and credentials.
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
  it('may carry query and variables in the URL', async () => {
    const query = encodeURIComponent('query Q($d: Date!) { viewer { day(date: $d) { date } } }');
    const response = await fetch(`/graphql?query=${query}&variables=${encodeURIComponent('{"d":"2026-11-22"}')}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { viewer: { day: { date: '2026-11-22' } } } });
  });

  it.each(['variables=x', 'variables=%7B', 'variables=[]', 'variables="a"', 'extensions=%', 'extensions=1'])(
    'with the parameter %s, which is no JSON object, is rejected with 400',
    async (parameter) => {
      const response = await fetch(`/graphql?query={__typename}&${parameter}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    },
  );

  it.each(['variables=', 'variables={}', 'variables=null', 'extensions={"a":1}'])(
    'with the parameter %s is served',
    async (parameter) => {
      expect((await fetch(`/graphql?query={__typename}&${parameter}`)).status).toBe(200);
    },
  );

  it('for the path / is redirected to GraphiQL', async () => {
    const response = await fetch('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });

  it('for an unknown path has the status 404', async () => {
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
  ])('of the type %s is rejected: any page can send such bodies without a preflight', async (type, body) => {
    for (const path of ['/graphql', '/graphql/', '/graphql?query={__typename}']) {
      const response = await fetch(path, { method: 'POST', headers: { 'content-type': type }, body });
      expect(response.status).toBe(415);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
  });

  it('of JSON with a character set is served', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const response = await fetch('/graphql', { method: 'POST', headers, body: TYPENAME });
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('of several operations at once is rejected', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/graphql', { method: 'POST', headers, body: `[${TYPENAME},${TYPENAME}]` });
    expect(response.status).toBe(400);
  });
});

it.each(['PUT', 'DELETE', 'PATCH'])('the method %s is not allowed at /graphql', async (method) => {
  const init: RequestInit = { method, headers: { 'content-type': 'application/json' }, body: TYPENAME };
  const response = await fetch('/graphql', init);
  expect(response.status).toBe(405);
});

it('a GraphQL response is stored in no cache', async () => {
  const response = await fetch('/graphql?query={__typename}');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

describe('a request that is not valid', () => {
  const days = (argument: string) => `query Q($r: DateRange, $d: Date = "2026-11-22") { viewer { ${argument} } }`;
  it.each([
    ['a syntax error', '{', {}],
    ['an unknown field', '{ nope }', {}],
    ['an unknown operation', 'query A { __typename } query B { __typename }', {}],
    ['a missing variable', 'query Q($d: Date!) { viewer { day(date: $d) { date } } }', {}],
    ['a bad literal', '{ viewer { day(date: "2026-02-30") { date } } }', {}],
    ['a literal that is not a string', '{ viewer { day(date: 20261122) { date } } }', {}],
    ['a bad date in a variable', 'query Q($d: Date!) { viewer { day(date: $d) { date } } }', { d: '22.11.2026' }],
    ['two fields of a oneOf', days('days(range: $r) { nodes { date } }'), { r: { lastDays: 1, on: '2026-11-22' } }],
    ['a null in a oneOf', days('days(range: $r) { nodes { date } }'), { r: { lastDays: null } }],
    ['a mutation', 'mutation { anything }', {}],
  ])('has the code BAD_USER_INPUT and the status 400 because of %s', async (_, query, variables) => {
    const answer = await gateway.ask(query, { variables, headers: GRAPHQL_JSON });
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(answer).not.toHaveProperty('data');
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it.each(['', '{', 'null', '"x"', '{"query":1}', '{"query":"{__typename}","variables":[]}'])(
    'has the code BAD_USER_INPUT and the status 400 because of the body %j',
    async (body) => {
      const headers = { 'content-type': 'application/json', ...GRAPHQL_JSON };
      const response = await fetch('/graphql', { method: 'POST', headers, body });
      expect(response.status).toBe(400);
      const { errors } = (await response.json()) as { errors: { extensions: object }[] };
      expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
    },
  );

  it('is not reported', () => {
    expect(gateway.reports).toEqual([]);
  });
});

it('a null variable for an argument is an error of the field, with the code BAD_USER_INPUT', async () => {
  const query = 'query Q($d: Date = "2026-11-22") { viewer { day(date: $d) { date } } }';
  const { status, errors } = await gateway.ask(query, { variables: { d: null } });
  expect({ status, errors }).toMatchObject({
    status: 200,
    errors: [{ path: ['viewer', 'day'], extensions: { code: 'BAD_USER_INPUT' } }],
  });
});

describe('a caller who is not authenticated', () => {
  it.each([
    [{ authorization: 'Basic eDp5' }, 'UNAUTHENTICATED'],
    [{ authorization: 'Bearer a', 'polar-user-id': 'x' }, 'BAD_USER_INPUT'],
    [{ authorization: 'Bearer a', 'accesslink-time-zone': 'Nowhere' }, 'BAD_USER_INPUT'],
  ])('because of %j gets an error from fields that need a viewer, and data from all others', async (headers, code) => {
    gateway.simulator.clearRequests();
    const personal = await gateway.ask('{ viewer { polarUserId } }', { headers });
    expect(personal.errors).toMatchObject([{ path: ['viewer'], extensions: { code } }]);
    expect((await gateway.ask('{ node(id: "x") { id } }', { headers })).errors).toMatchObject([
      { extensions: { code } },
    ]);
    const general = await gateway.ask('{ sports { name } dataWindows { resource } }', { headers });
    expect(general.errors).toBeUndefined();
    expect(gateway.simulator.requests).toHaveLength(0);
  });

  it('because there are no credentials and no demo user gets the code UNAUTHENTICATED', async () => {
    const closed = await startGateway({ app: { defaultUser: null } });
    const { errors } = await closed.ask('{ viewer { polarUserId } }');
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    await closed.close();
  });
});

it('the time zone of the request decides which date today is', async () => {
  const query = '{ viewer { days(range: { lastDays: 1 }) { nodes { date } } } }';
  const today = async (zone: string) => (await gateway.ask(query, { headers: { 'accesslink-time-zone': zone } })).data;
  // A request of the demo user has a time zone too.
  expect(await today('Pacific/Kiritimati')).toEqual({ viewer: { days: { nodes: [{ date: '2026-11-23' }] } } });
  expect(await today('Europe/Helsinki')).toEqual({ viewer: { days: { nodes: [{ date: '2026-11-22' }] } } });
});
