// Operations that nest too deep: they are not run, and no failure of this server.
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
  ])('that nests %s too deep is too dear and no unexpected failure', async (_, query) => {
    expect(query.length).toBeLessThan(100_000);
    const { errors, data } = await gateway.ask(query);
    expect(errors).toMatchObject([{ extensions: { code: 'COST_EXCEEDED' } }]);
    expect(data).toBeUndefined();
    const headers = { accept: 'application/graphql-response+json' };
    expect((await gateway.ask(query, { headers })).status).toBe(400);
    expect(gateway.reports).toEqual([]);
  });

  it.each([23, 150, 250, 1_000, 2_500])('of %i nested days is too dear', async (depth) => {
    const { errors } = await gateway.ask(dayQuery(depth));
    expect(errors).toMatchObject([{ extensions: { code: 'COST_EXCEEDED' } }]);
    expect(gateway.reports).toEqual([]);
  });

  it('of 22 nested days is answered', async () => {
    const { errors, data } = await gateway.ask(dayQuery(22));
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('2026-12-12');
    expect(gateway.simulator.requests).toEqual([]);
  });
});
