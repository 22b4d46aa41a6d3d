// GraphQL over HTTP by its specification: the audits of graphql-http, over a socket.
import { type AuditResult, auditServer } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listening, listen } from '../../src/server/listen.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

let gateway: Gateway;
let server: Listening;
let results: readonly AuditResult[];
beforeAll(async () => {
  gateway = await startGateway();
  server = await listen(gateway.app, { host: '127.0.0.1', port: 0 });
  results = await auditServer({ url: `${server.url}/graphql` });
});
afterAll(async () => {
  await server.close();
  await gateway.close();
});

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
