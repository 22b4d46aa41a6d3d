// GraphQL over HTTP by its specification: the audits of graphql-http, over a socket.
import { type AuditResult, auditServer } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../support/gateway.ts';

let gateway: Gateway;
let results: readonly AuditResult[];
beforeAll(async () => {
  gateway = await startGateway({ hasSocket: true });
  results = await auditServer({ url: `${gateway.url}/graphql` });
});
afterAll(() => gateway.close());

it.each([
  ['MUST', 13],
  ['SHOULD', 23],
  ['MAY', 25],
])('the server passes every audit of the level %s, all %i', (level, count) => {
  const audits = results.filter(({ name }) => name.startsWith(level));
  const failed = audits.filter(({ status }) => status !== 'ok');
  expect(audits).toHaveLength(count);
  expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
});

it('the server in production passes all of them but the three about queries by GET, which it refuses', async () => {
  const hardened = await startGateway({ hasSocket: true, app: { queriesByGet: false, graphiql: false } });
  const audits = await auditServer({ url: `${hardened.url}/graphql` });
  await hardened.close();
  const failed = audits.filter(({ status }) => status !== 'ok');
  expect(failed.map(({ id }) => id).toSorted()).toEqual(['5A70', '6A70', 'D6D5']);
});
