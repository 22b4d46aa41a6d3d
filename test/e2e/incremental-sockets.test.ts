// Answers in parts over WebSockets, and what is not executed in parts at all.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AINO, startWebhookGateway, type WebhookGateway } from '../support/delivering.ts';
import { askInParts, IDS, merged, type Payload } from '../support/parts.ts';
import { socketClient } from '../support/subscribing.ts';
import { takePaths } from './dated-queries.ts';

const QUERY = '{ viewer { polarUserId ... @defer(label: "nights") { nights { nodes { date sleepScore } } } } }';

let gateway: WebhookGateway;
let authorization: string;
beforeEach(async () => {
  gateway = await startWebhookGateway();
  authorization = await gateway.signIn();
  takePaths(gateway.simulator);
});
afterEach(() => gateway.close());

describe('a WebSocket', () => {
  it('has a result for each payload of a query in parts, as HTTP has', async () => {
    const client = socketClient(gateway.url, { authorization });
    const payloads: Payload[] = [];
    for await (const payload of client.iterate({ query: QUERY })) payloads.push(payload as Payload);
    await client.dispose();
    expect(payloads[0]).toMatchObject({ data: { viewer: { polarUserId: AINO } }, pending: [{ label: 'nights' }] });
    expect(payloads.at(-1)).toMatchObject({ hasNext: false, extensions: { accesslink: { calls: 1 } } });
    expect(takePaths(gateway.simulator)).toEqual([expect.stringContaining('/v3/users/sleep')]);
    const overHttp = await (await askInParts(gateway.app, QUERY, { headers: { authorization } })).rest();
    expect(merged(payloads)).toEqual(merged(overHttp));
    expect(takePaths(gateway.simulator)).toEqual([]);
  });

  it.each([
    ['a query of which nothing is deferred', '{ viewer { ... @defer(if: false) { polarUserId } } }'],
    ['a mutation', 'mutation { disconnect { disconnected ... @defer { remaining } } }'],
    ['too many parts', '{ viewer { days(range: { lastDays: 300 }) { nodes @stream { date } } } }'],
  ])('does not execute %s', async (_, query) => {
    const client = socketClient(gateway.url, { authorization });
    const failure = await client
      .iterate({ query })
      .next()
      .catch((errors: unknown) => errors);
    expect(failure).toMatchObject([{ extensions: { code: expect.stringMatching(/BAD_USER_INPUT|COST_EXCEEDED/) } }]);
    await client.dispose();
    expect(takePaths(gateway.simulator)).toEqual([]);
  });
});

describe('a directive that stands where it must not', () => {
  it.each([
    ['@defer at the root of a mutation', 'mutation { ... @defer { disconnect { disconnected } } }', /\broot\b/i],
    ['@defer in a subscription', 'subscription { dataAvailable { id ... @defer { type } } }', /subscription/i],
    ['@stream on what is no list', '{ viewer { day(date: "2026-11-20") @stream { date } } }', /non-list/i],
    ['a label that is a variable', 'query($a: String) { viewer { ... @defer(label: $a) { polarUserId } } }', /label/i],
    ['a label that is used twice', `{ viewer { ${'... @defer(label: "a") { polarUserId } '.repeat(2)} } }`, /label/i],
    ['a negative initialCount', '{ viewer { nights { nodes @stream(initialCount: -1) { date } } } }', /initialCount/],
  ])('has an error of the request: %s', async (_, query, message) => {
    for (const accept of [IDS, 'application/json']) {
      const answer = await askInParts(gateway.app, query, { accept, headers: { authorization } });
      const payloads = await answer.rest();
      expect(payloads).toHaveLength(1);
      expect(payloads[0]?.errors?.[0]).toMatchObject({
        message: expect.stringMatching(message),
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    expect(takePaths(gateway.simulator)).toEqual([]);
  });
});
