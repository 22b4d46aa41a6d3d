// Operations that nest too deep: the request is at fault, not this server.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../../support/gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const nested = (open: string, close: string, depth: number) => (inner: string) =>
  open.repeat(depth) + inner + close.repeat(depth);
const dayQuery = (depth: number) =>
  `{ viewer { day(date: "2026-11-20") { ${nested('next { ', '}', depth)('date')} } } }`;

describe('an operation', () => {
  it.each([
    ['fields that do not exist', `{ ${nested('a { ', '}', 15_000)('b')} }`],
    ['fields that exist', dayQuery(8_000)],
    ['fragments', `{ viewer { ${nested('... { ', '}', 10_000)('polarUserId')} } }`],
    ['lists', `{ node(id: ${nested('[', ']', 40_000)('')}) { id } }`],
    ['objects', `{ node(id: ${nested('{ a: ', '}', 10_000)('1')}) { id } }`],
    ['types of a variable', `query Q($a: ${nested('[', ']', 40_000)('Int')}) { __typename }`],
  ])('that nests %s too deep is bad input and no unexpected failure', async (_, query) => {
    expect(query.length).toBeLessThan(100_000);
    const { errors, data } = await gateway.ask(query);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(data).toBeUndefined();
    const headers = { accept: 'application/graphql-response+json' };
    expect((await gateway.ask(query, { headers })).status).toBe(400);
    expect(gateway.reports).toEqual([]);
  });

  it.each([200, 600, 1_000, 1_500, 2_500])('of %i nested days is answered, or is bad input', async (depth) => {
    const { errors = [] } = await gateway.ask(dayQuery(depth));
    for (const { extensions } of errors) expect(extensions.code).toBe('BAD_USER_INPUT');
    expect(gateway.reports).toEqual([]);
  });
});
