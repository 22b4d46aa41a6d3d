// Clients that hang up, on a real socket: no failure of this server, and nothing in its log.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT } from '../support/client.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway({
    hasSocket: true,
    store: {},
    client: CLIENT,
    app: { defaultUser: { polarUserId: '47110001', token: 'simulator-token-aino' } },
  });
});
afterAll(() => gateway.close());

const ways: readonly (readonly [string, (socket: Socket) => void])[] = [
  ['closes its side', (socket) => socket.end()],
  ['closes the connection', (socket) => socket.destroy()],
  ['resets the connection', (socket) => socket.resetAndDestroy()],
];
const GRAPHQL = ['POST /graphql HTTP/1.1', 'Content-Type: application/json'];
const TOKEN = ['POST /auth/token HTTP/1.1', 'Content-Type: application/x-www-form-urlencoded'];
const queryOf = (date: string) =>
  JSON.stringify({ query: `{ viewer { day(date: "${date}") { activity { steps } } } }` });
const QUERY = queryOf('2026-11-20');

async function send(body: string, length: number, head = GRAPHQL): Promise<Socket> {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(`${[...head, 'Host: 127.0.0.1', `Content-Length: ${length}`].join('\r\n')}\r\n\r\n${body}`);
  return socket;
}

/** Resolves when everything that the socket has set off is over: the server answers what is sent later. */
async function settled(socket: Socket): Promise<void> {
  if (!socket.closed) await once(socket.resume(), 'close');
  for (let request = 0; request < 3; request += 1)
    await (await fetch(`${gateway.url}/graphql?query={__typename}`)).text();
}

describe('a client that hangs up', () => {
  it.each(ways)('in the middle of its request is no failure when it %s', async (_, hangUp) => {
    const socket = await send(QUERY.slice(0, 20), QUERY.length);
    hangUp(socket);
    await settled(socket);
    expect(gateway.reports).toEqual([]);
  });

  it.each(ways)('in the middle of its form is no failure when it %s', async (_, hangUp) => {
    const socket = await send('grant_type=', 200, TOKEN);
    hangUp(socket);
    await settled(socket);
    expect(gateway.reports).toEqual([]);
  });

  it.each(ways)('while it waits for the response is no failure when it %s', async (_, hangUp) => {
    gateway.simulator.clearRequests();
    gateway.simulator.addFault({ kind: 'delay', delayMs: 100, times: 1 });
    const query = queryOf(`2026-11-0${ways.findIndex(([, way]) => way === hangUp) + 1}`);
    const socket = await send(query, query.length);
    await expect.poll(() => gateway.simulator.requests.length).toBe(1);
    hangUp(socket);
    await settled(socket);
    await expect.poll(() => gateway.simulator.requests[0]?.status).toBe(200);
    await settled(socket);
    expect([gateway.reports, gateway.upstreamFailures]).toEqual([[], []]);
  });
});
