import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, NOW, startGateway } from '../support/gateway.ts';
import { dated, takePaths } from './dated-queries.ts';

interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}
interface Connection {
  edges: { cursor: string; node: { id: string } }[];
  nodes: { id: string }[];
  pageInfo: PageInfo;
}

let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const RANGE = 'range: { lastDays: 28 }';

async function page(field: string, args: string): Promise<Connection> {
  const query = `{ viewer { page: ${field}(${RANGE} ${args}) { edges { cursor node { id } } nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
  const { data, errors } = await gateway.ask<{ viewer: { page: Connection } }>(query);
  expect(errors).toBeUndefined();
  return data.viewer.page;
}

describe.each(['days', 'nights', 'exercises'])('%s', (field) => {
  it('page forward and backward over the same items in the same order', async () => {
    const all = await page(field, '');
    expect(all.nodes.length).toBeGreaterThan(8);
    expect(all.edges.map(({ node }) => node.id)).toEqual(all.nodes.map(({ id }) => id));
    expect(all.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect([...all.edges].map(({ cursor }) => cursor).sort()).toEqual(all.edges.map(({ cursor }) => cursor));

    const forward: string[] = [];
    for (let args = 'first: 5'; ; ) {
      const { nodes, pageInfo } = await page(field, args);
      forward.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      args = `first: 5, after: "${pageInfo.endCursor}"`;
    }
    expect(forward).toEqual(all.nodes.map(({ id }) => id));

    const backward: string[] = [];
    for (let args = 'last: 5'; ; ) {
      const { nodes, pageInfo } = await page(field, args);
      backward.unshift(...nodes.map(({ id }) => id));
      if (!pageInfo.hasPreviousPage) break;
      args = `last: 5, before: "${pageInfo.startCursor}"`;
    }
    expect(backward).toEqual(all.nodes.map(({ id }) => id));
  });

  it.each(['first: -1', 'last: -1', 'first: 1, last: 1'])('have an error for %s', async (args) => {
    const { errors } = await gateway.ask(`{ viewer { ${field}(${args}) { nodes { id } } } }`);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('a range', () => {
  it.each([
    ['on', '{ on: "2026-11-02" }', ['2026-11-02', '2026-11-02']],
    ['between', '{ between: { from: "2026-10-30", to: "2026-11-02" } }', ['2026-10-30', '2026-11-02']],
    ['month', '{ month: "2024-02" }', ['2024-02-01', '2024-02-29']],
    ['lastDays', '{ lastDays: 3 }', ['2026-11-20', '2026-11-22']],
  ])('of the kind %s includes its first and its last day', async (_, range, ends) => {
    const { data } = await gateway.ask<{ viewer: { days: { nodes: { date: string }[] } } }>(
      `{ viewer { days(range: ${range}) { nodes { date } } } }`,
    );
    const dates = data.viewer.days.nodes.map(({ date }) => date);
    expect([dates[0], dates.at(-1)]).toEqual(ends);
  });

  it.each([
    ['{ lastDays: 0 }', 'BAD_USER_INPUT'],
    ['{ between: { from: "2026-11-03", to: "2026-11-02" } }', 'BAD_USER_INPUT'],
    ['{ on: "2026-02-30" }', 'BAD_USER_INPUT'],
    ['{ on: "2026-02-03", lastDays: 3 }', 'BAD_USER_INPUT'],
    ['{ month: "2026-13" }', 'BAD_USER_INPUT'],
    ['{ lastDays: 401 }', 'COST_EXCEEDED'],
  ])('of %s has the error %s', async (range, code) => {
    const { errors } = await gateway.ask(`{ viewer { days(range: ${range}) { nodes { date } } } }`);
    expect(errors?.[0]?.extensions.code).toBe(code);
  });

  it('of decades is paged without a request', async () => {
    takePaths(gateway.simulator);
    const between = '{ between: { from: "1990-01-01", to: "2020-12-31" } }';
    const { data } = await gateway.ask(
      `{ viewer { days(range: ${between}, last: 2) { nodes { date } pageInfo { hasPreviousPage } } } }`,
    );
    expect(data).toMatchObject({
      viewer: {
        days: { nodes: [{ date: '2020-12-30' }, { date: '2020-12-31' }], pageInfo: { hasPreviousPage: true } },
      },
    });
    expect(takePaths(gateway.simulator)).toEqual([]);
  });

  it('of the last days follows the time zone of the request', async () => {
    const query = '{ viewer { days(range: { lastDays: 1 }) { nodes { date } } } }';
    const { data } = await gateway.ask(query, { headers: { 'accesslink-time-zone': 'Pacific/Kiritimati' } });
    expect(data).toEqual({ viewer: { days: { nodes: [{ date: dated('$-0', NOW + 86_400_000) }] } } });
  });
});
