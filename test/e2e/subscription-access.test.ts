// Access to subscriptions, and what a WebSocket accepts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { AINO, type WebhookGateway, startWebhookGateway } from '../support/delivering.ts';
import { headersOf } from '../support/gateway.ts';
import { socketClient, subscribeByEvents } from '../support/subscribing.ts';

const QUERY = 'subscription { dataAvailable(after: "0") { id type } }';

let gateway: WebhookGateway;
let authorization: string;
beforeAll(async () => {
  gateway = await startWebhookGateway();
  authorization = await gateway.signIn();
});
afterAll(() => gateway.close());

describe('a caller who did not sign in', () => {
  it.each([
    ['a token of Polar', () => headersOf(gateway.simulator, 0)],
    ['no credentials', () => ({})],
    ['an unknown session', () => ({ authorization: 'Bearer alg_nothing' })],
  ])('gets an error over an event stream, with %s', async (_, headers) => {
    const subscriber = await subscribeByEvents(gateway.url, { query: QUERY, headers: headers() });
    const result = await subscriber.next();
    expect(result?.errors?.[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    expect(await subscriber.next()).toBeNull();
  });

  it.each([
    ['a token of Polar', () => headersOf(gateway.simulator, 0)],
    ['no credentials', () => ({})],
  ])('cannot open a WebSocket, with %s', async (_, headers) => {
    const { authorization: token } = headers() as { authorization?: string };
    const client = socketClient(gateway.url, { authorization: token });
    const closed = new Promise<{ code: number; reason: string }>((resolve) => {
      client.on('closed', (event) => resolve(event as { code: number; reason: string }));
    });
    client.subscribe({ query: QUERY }, { next: () => {}, error: () => {}, complete: () => {} });
    expect(await closed).toMatchObject({ code: 4403, reason: expect.stringContaining('/auth/login') });
  });

  it('cannot open a WebSocket with a cookie from a page of another origin', async () => {
    const cookie = `accesslink=${authorization.slice('Bearer '.length)}`;
    const open = async (origin: string) => {
      const client = socketClient(gateway.url, {}, { cookie, origin });
      const outcome = new Promise<string>((resolve) => {
        client.on('connected', () => resolve('connected'));
        client.on('closed', (event) => resolve(String((event as { code: number }).code)));
      });
      client.subscribe({ query: QUERY }, { next: () => {}, error: () => {}, complete: () => {} });
      const result = await outcome;
      await client.dispose();
      return result;
    };
    expect(await open(gateway.url)).toBe('connected');
    expect(await open('https://evil.example')).toBe('4403');
    expect(await open('null')).toBe('4403');
  });
});

describe('a WebSocket', () => {
  it('accepts no queries and no mutations', async () => {
    const client = socketClient(gateway.url, { authorization });
    for (const query of [
      '{ viewer { polarUserId } }',
      'mutation { disconnect { disconnected } }',
      '{ nothing }',
      '{',
    ]) {
      const failure = await client
        .iterate({ query })
        .next()
        .catch((errors: unknown) => errors);
      expect(failure).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    await client.dispose();
    expect(await gateway.store.users.find(AINO)).not.toBeNull();
  });

  it.each([
    ['another path', '/other', 404],
    ['the webhook', '/webhooks/polar', 404],
  ])('is not opened at %s', async (_, path, status) => {
    const socket = new WebSocket(gateway.url.replace('http', 'ws') + path, 'graphql-transport-ws');
    const response = await new Promise<{ statusCode?: number | undefined }>((resolve) => {
      socket.on('unexpected-response', (_request, answer) => resolve(answer));
    });
    expect(response.statusCode).toBe(status);
  });

  it('is closed when a message is too long', async () => {
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const code = new Promise((resolve) => socket.on('close', resolve));
    socket.on('open', () => socket.send('x'.repeat(200_000)));
    expect(await code).toBe(1009);
  });
});
