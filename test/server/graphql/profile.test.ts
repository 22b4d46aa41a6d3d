// The profile of production: the schema is not shown, by introspection, by suggestions or by a page. The ways to learn it
// are those that graphql-cop tries.
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../../support/gateway.ts';

let closed: Gateway;
let open: Gateway;
beforeAll(async () => {
  closed = await startGateway({ app: { introspection: false, graphiql: false, queriesByGet: false } });
  open = await startGateway();
});
afterAll(() => Promise.all([closed.close(), open.close()]));

const MISSPELLED: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  ['a field', '{ viewr { id } }', {}],
  ['a type', 'query Q($r: DateRang) { viewer { days(range: $r) { nodes { date } } } }', {}],
  ['an argument', '{ viewer { day(dat: "2026-11-22") { date } } }', {}],
  ['an enum literal', 'subscription { dataAvailable(types: [SLEP]) { id } }', {}],
  [
    'an enum variable',
    'query Q($t: [SampleType!]) { viewer { exercise(id: "x") { samples(types: $t) { type } } } }',
    { t: ['HEART_RAT'] },
  ],
  ['a field of an input', '{ viewer { days(range: { lastDay: 7 }) { nodes { date } } } }', {}],
  [
    'a field of a variable',
    'query Q($r: DateRange) { viewer { days(range: $r) { nodes { date } } } }',
    { r: { lastDay: 7 } },
  ],
];
const messagesOf = async (gateway: Gateway, query: string, variables: Readonly<Record<string, unknown>> = {}) =>
  ((await gateway.ask(query, { variables })).errors ?? []).map(({ message }) => message).join('\n');
const send = (gateway: Gateway, path: string, init: RequestInit = {}) =>
  gateway.app.fetch(new Request(`http://gateway.test${path}`, init));

describe('in the profile of production', () => {
  it.each([getIntrospectionQuery(), '{ __type(name: "Day") { name } }', '{ x: __schema { directives { name } } }'])(
    'a request for the schema is refused: %#',
    async (query) => {
      const { status, data, errors } = await closed.ask(query, {
        headers: { accept: 'application/graphql-response+json' },
      });
      expect({ status, data }).toEqual({ status: 400, data: undefined });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(await open.ask(query)).not.toHaveProperty('errors');
    },
  );

  it('the name of a type can be selected', async () => {
    expect(await closed.ask('{ __typename viewer { __typename } }')).toMatchObject({
      data: { __typename: 'Query', viewer: { __typename: 'User' } },
    });
  });

  it.each(MISSPELLED)('an error about %s that is misspelled suggests no name', async (_, query, variables) => {
    expect(await messagesOf(closed, query, variables)).toMatch(/^(?!.*Did you mean)[^]+$/);
    expect(await messagesOf(open, query, variables)).toContain('Did you mean');
  });

  it('a browser gets no page, neither at /graphql nor by a redirect', async () => {
    const headers = { accept: 'text/html' };
    const [page, home] = [await send(closed, '/graphql', { headers }), await send(closed, '/', { headers })];
    expect(String(page.headers.get('content-type'))).not.toContain('text/html');
    expect([page.status >= 400, home.status]).toEqual([true, 404]);
    expect((await send(open, '/graphql', { headers })).headers.get('content-type')).toContain('text/html');
  });

  it('a query in a URL is refused, since URLs stand in logs', async () => {
    const path = `/graphql?query=${encodeURIComponent('query cop { __typename }')}`;
    const refused = await send(closed, path);
    expect([refused.status, refused.headers.get('allow'), await refused.text()]).toEqual([
      405,
      'POST',
      expect.not.stringContaining('"data"'),
    ]);
    expect((await send(open, path)).status).toBe(200);
  });

  it.each([
    ['aliases', `query cop { ${Array.from({ length: 101 }, (_, index) => `alias${index}: __typename`).join(' ')} }`],
    ['repeated fields', `query cop { ${'__typename '.repeat(500)} }`],
    ['directives', `query cop { __typename ${'@aa'.repeat(10)} }`],
  ])('a query of many %s is refused in a few words', async (_, query) => {
    const { data, errors } = await closed.ask(query);
    expect([data, (errors ?? []).length < 10]).toEqual([undefined, true]);
  });

  it('several operations in one request, and a mutation by GET, are refused', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = '[{"query":"{ __typename }"},{"query":"{ __typename }"}]';
    const answers = [
      await send(closed, '/graphql', { method: 'POST', headers, body }),
      await send(open, `/graphql?query=${encodeURIComponent('mutation cop { __typename }')}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 405]);
    for (const answer of answers) expect(await answer.text()).not.toContain('"__typename":');
  });

  it('nothing asked AccessLink', () => {
    expect([...closed.simulator.requests, ...open.simulator.requests]).toEqual([]);
  });
});
