// Connections that are slow, dead, kept alive, or closed by the server just now.
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createTransport } from '../../src/accesslink/transport.ts';
import { createSecret } from '../../src/secret.ts';
import { failureOf, SHORT, tcpUpstream, until, upstream } from './upstream.ts';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]';

/** Gives undici time to see that a connection is free again; else it opens another one. */
const idle = () => new Promise((resolve) => setTimeout(resolve, 10));

/** Begins an answer that never ends. */
function drip(response: ServerResponse, status: number): void {
  response.writeHead(status);
  const dripping = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(dripping));
}

describe('a slow server', () => {
  test('that sends no header is given up in time, and its connection closed', async () => {
    const { send, connections } = await upstream(() => {}, { timeouts: { ...SHORT, total: 10_000 } });
    const start = performance.now();
    expect(await failureOf(send())).toMatchObject({ code: 'timeout', status: null });
    expect(performance.now() - start).toBeLessThan(5000);
    await until(() => connections().open === 0);
    expect(connections().made).toBe(1);
  });

  test('that drips its body is given up in time, and its connection closed', async () => {
    const { send, connections } = await upstream((response) => drip(response, 200), {
      timeouts: { ...SHORT, headers: 10_000 },
    });
    const start = performance.now();
    expect(await failureOf(send())).toMatchObject({ code: 'timeout' });
    expect(performance.now() - start).toBeGreaterThan(SHORT.total - 50);
    await until(() => connections().open === 0);
  });

  test('that drips the body of a refusal holds its connection no longer than that', async () => {
    const timeouts = { ...SHORT, headers: 10_000, total: 1500 };
    const { send, connections } = await upstream((response) => drip(response, 503), { timeouts });
    expect(await failureOf(send())).toMatchObject({ code: 'unavailable', status: 503 });
    expect(connections().open).toBe(1);
    await until(() => connections().open === 0);
  });

  test('may take longer for its body than for its headers', async () => {
    const timeouts = { ...SHORT, headers: 500, total: 10_000 };
    const { send } = await upstream(
      (response) => {
        response.write('[');
        setTimeout(() => response.end(']'), 700);
      },
      { timeouts },
    );
    expect(await send()).toMatchObject({ status: 200, body: [] });
  });
});

describe('a server that is not there', () => {
  test('is unavailable', async () => {
    const gone = await upstream(() => {});
    const transport = createTransport({ origin: 'http://127.0.0.1:1', timeouts: SHORT });
    const failure = await failureOf(transport.send({ path: '/v3/exercises', authorization: createSecret('t') }));
    expect(failure).toMatchObject({ code: 'unavailable', status: null, cause: { code: 'ECONNREFUSED' } });
    await transport.close();
    expect(gone.seen).toEqual([]);
  });
});

describe('a connection', () => {
  test('is kept for the next request', async () => {
    const { send, connections } = await upstream((response) => response.end('[]'));
    for (let request = 0; request < 5; request += 1) await send().then(idle);
    expect(connections().made).toBe(1);
  });

  test('is kept after an answer whose body nobody wants', async () => {
    const { send, connections } = await upstream((response) => response.writeHead(404).end('{"message":"none"}'));
    for (let request = 0; request < 5; request += 1) await send().then(idle);
    expect(connections().made).toBe(1);
  });

  test('is closed at once when more comes than anybody wants', async () => {
    const { send, connections } = await upstream((response) => response.writeHead(401).end('x'.repeat(2_000_000)));
    expect(await failureOf(send())).toMatchObject({ code: 'unauthorized' });
    await until(() => connections().open === 0);
  });

  test('is one of 16 at most', async () => {
    const { send, connections } = await upstream((response) => setTimeout(() => response.end('[]'), 10));
    await Promise.all(Array.from({ length: 60 }, () => send()));
    expect(connections().made).toBe(16);
  });
});

/** Answers the first request on a connection; meets the second one, on the first connection only, with `fate`. */
function forgetful(fate: (socket: Socket) => void) {
  let isFirst = true;
  return (socket: Socket, nth: number): void => {
    if (nth === 2 && isFirst) {
      isFirst = false;
      fate(socket);
    } else {
      socket.write(ANSWER);
    }
  };
}

describe('a kept connection that the server has just closed', () => {
  test.each([
    ['with a farewell', (socket: Socket) => socket.end()],
    ['without one', (socket: Socket) => socket.resetAndDestroy()],
  ])('%s is replaced, and the request sent again', async (_, close) => {
    const { send, connections } = await tcpUpstream(forgetful((socket) => void close(socket)));
    await send().then(idle);
    expect(await send()).toMatchObject({ status: 200 });
    expect(connections().made).toBe(2);
  });

  test('is no reason to send again when a part of the answer came', async () => {
    const { send, connections } = await tcpUpstream(forgetful((socket) => socket.end('HTTP/1.1 2')));
    await send().then(idle);
    expect(await failureOf(send())).toMatchObject({ code: 'unavailable' });
    expect(connections().made).toBe(1);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('is no reason to %s again', async (method) => {
    const { send, connections } = await tcpUpstream(forgetful((socket) => socket.end()));
    await send().then(idle);
    expect(await failureOf(send('/v3/users', method))).toMatchObject({ code: 'unavailable' });
    expect(connections().made).toBe(1);
  });

  test('is replaced once, not for ever', async () => {
    let requests = 0;
    const { send, connections } = await tcpUpstream((socket, nth) => {
      requests += 1;
      if (requests === 1) socket.write(ANSWER);
      else if (nth > 0) socket.destroy();
    });
    await send().then(idle);
    expect(await failureOf(send())).toMatchObject({ code: 'unavailable' });
    expect([connections().made, requests]).toEqual([2, 3]);
  });
});

describe('a new connection that the server closes', () => {
  test.each([
    ['without a word', (socket: Socket) => socket.end()],
    ['within the headers', (socket: Socket) => socket.end('HTTP/1.1 200 O')],
  ])('%s is a failure at once', async (_, close) => {
    const { send, connections } = await tcpUpstream((socket) => void close(socket));
    expect(await failureOf(send())).toMatchObject({ code: 'unavailable' });
    expect(connections().made).toBe(1);
  });
});
