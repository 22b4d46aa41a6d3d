// Connections that are opened before there is a request: they are used first, and nothing depends on them.
import { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Connect, openAhead } from '../../src/accesslink/opened-connections.ts';
import { openConnections } from '../../src/accesslink/pool.ts';
import { createTransport } from '../../src/accesslink/transport.ts';
import { createSecret } from '../../src/secret.ts';
import { systemClock } from '../../src/system-clock.ts';
import { failureOf, tcpUpstream, until, upstream } from './upstream.ts';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]';

/** A transport with opened connections, whose time ends when the test says so. */
async function opened(origin: string) {
  let expire = () => {};
  const after = (_: number, task: () => void) => {
    expire = task;
    return () => {};
  };
  const connections = openConnections(origin, { after });
  await connections.ready;
  const { send, close } = createTransport({ origin, clock: systemClock, connections });
  onTestFinished(close);
  const request = (method: 'GET' | 'POST' = 'GET') =>
    send({ method, path: '/v3/exercises', authorization: createSecret('t') });
  return { request, close, connections, expire: () => expire() };
}

describe('connections that were opened before there is a request', () => {
  it('carry the first requests; further ones open others', async () => {
    const { origin, connections } = await upstream((response) => response.end('[]'));
    const { request } = await opened(origin);
    await until(() => connections().made === 4);
    await Promise.all(Array.from({ length: 6 }, () => request()));
    expect(connections().made).toBe(6);
  });

  it('are closed when nobody has used them in time, but for those that carry a request', async () => {
    const { origin, connections } = await upstream((response) => response.end('[]'));
    const { request, expire } = await opened(origin);
    await request();
    expire();
    await until(() => connections().open === 1);
    expect(await request()).toMatchObject({ status: 200 });
    expect(connections()).toEqual({ made: 4, open: 1 });
  });

  it('are closed with the transport', async () => {
    const { origin, connections } = await upstream((response) => response.end('[]'));
    const { close } = await opened(origin);
    await until(() => connections().open === 4);
    await close();
    await until(() => connections().open === 0);
    expect(connections().made).toBe(4);
  });

  it('are closed when they are open too late', async () => {
    const { origin, connections: seen } = await upstream((response) => response.end('[]'));
    const connections = openConnections(origin, systemClock);
    connections.close();
    await connections.ready;
    await until(() => seen().made === 4 && seen().open === 0);
    expect(connections.take()).toBeNull();
  });

  it('are not used once they are closed', async () => {
    const sockets: Socket[] = [];
    const connect: Connect = (_, done) => {
      const socket = new Socket();
      sockets.push(socket);
      done(null, socket);
    };
    const { ready, take } = openAhead({ origin: 'http://127.0.0.1:1', clock: systemClock, connect });
    await ready;
    const [closed, ...open] = sockets;
    await new Promise((resolve) => closed?.once('close', resolve).destroy());
    expect([take(), take(), take(), take()]).toEqual([...open, null]);
  });

  it('are replaced for a GET when the server closes one as it is used', async () => {
    let requests = 0;
    const { origin } = await tcpUpstream((socket) => {
      requests += 1;
      if (requests === 1) socket.destroy();
      else socket.write(ANSWER);
    });
    const { request } = await opened(origin);
    expect(await request()).toMatchObject({ status: 200 });
    expect(requests).toBe(2);
  });

  it('are not replaced for a POST', async () => {
    let requests = 0;
    const { origin } = await tcpUpstream((socket) => {
      requests += 1;
      socket.destroy();
    });
    const { request } = await opened(origin);
    expect(await failureOf(request('POST'))).toMatchObject({ code: 'unavailable' });
    expect(requests).toBe(1);
  });

  it('fail nobody but the requests that need one, when the server cannot be reached', async () => {
    const { request, connections } = await opened('http://127.0.0.1:1');
    expect(connections.take()).toBeNull();
    expect(await failureOf(request())).toMatchObject({ code: 'unavailable', cause: { code: 'ECONNREFUSED' } });
  });
});
