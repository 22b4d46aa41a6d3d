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
