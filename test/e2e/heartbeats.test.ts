// What an idle subscription sends, so that no proxy closes it and the gateway notices who is gone.
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import WebSocket from 'ws';
import { startWebhookGateway, type WebhookGateway } from '../support/delivering.ts';
import { blocksOf } from '../support/subscribing.ts';

const QUERY = 'subscription { dataAvailable { id type } }';

let gateway: WebhookGateway;
let authorization: string;
beforeEach(async () => {
  gateway = await startWebhookGateway({ app: { timing: { heartbeatMs: 200 } } });
  authorization = await gateway.signIn();
});
afterEach(() => gateway.close());

it('A heartbeat is sent again and again as a comment of an event stream', async () => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization },
    body: JSON.stringify({ query: QUERY }),
  });
  expect(response.headers.get('cache-control')).toBe('no-store');
  if (!response.body) throw new Error('There is no stream');
  const blocks = blocksOf(response.body);
  const three = [await blocks.next(), await blocks.next(), await blocks.next()];
  expect(three.map(({ value }) => value)).toEqual(['id: 0', ':', ':']);
  await blocks.return(undefined);
});

it('A heartbeat disconnects a WebSocket that has sent no pong since the one before', async () => {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    autoPong: false,
  });
  socket.on('open', () => {
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
  });
  const [code] = await once(socket, 'close');
  expect(code).toBe(1006);
});
