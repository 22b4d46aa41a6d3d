// Connections that are slow, refused, kept alive, or just closed by the server.
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createTransport } from '../../src/accesslink/transport.ts';
import type { Clock } from '../../src/clock.ts';
import { createSecret } from '../../src/secret.ts';
import { systemClock } from '../../src/system-clock.ts';
import { failureOf, SHORT, tcpUpstream, until, upstream } from './upstream.ts';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]';

/** Longer than a test may take. */
const NEVER = 600_000;

/** Gives undici time to see that a connection is free again; else it opens another one. */
const idle = () => new Promise((resolve) => setTimeout(resolve, 10));

/** Starts a body that never ends. */
function drip(response: ServerResponse, status: number): void {
  response.writeHead(status);
  const dripping = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(dripping));
}

describe('a slow server', () => {
  test('that sends no header times out, and its connection is closed', async () => {
    const { send, connections } = await upstream(() => {}, { timeouts: { ...SHORT, total: NEVER } });
    expect(await failureOf(send())).toMatchObject({ code: 'timeout', status: null });
    await until(() => connections().open === 0);
    expect(connections().made).toBe(1);
  });

  test('that drips its body times out, and its connection is closed', async () => {
    const { send, connections } = await upstream((response) => drip(response, 200), {
      timeouts: { ...SHORT, headers: NEVER },
    });
    const start = performance.now();
    expect(await failureOf(send())).toMatchObject({ code: 'timeout' });
    expect(performance.now() - start).toBeGreaterThan(SHORT.total - 50);
    await until(() => connections().open === 0);
  });

  test('that drips the body of an error holds its connection no longer than the total time limit', async () => {
    const timeouts = { ...SHORT, headers: NEVER, total: 3000 };
    const { send, connections } = await upstream((response) => drip(response, 503), { timeouts });
    expect(await failureOf(send())).toMatchObject({ code: 'unavailable', status: 503 });
    expect(connections().open).toBe(1);
    await until(() => connections().open === 0);
  });

  test('may take longer for its body than for its headers', async () => {
    const timeouts = { ...SHORT, headers: 1500, total: NEVER };
    const { send } = await upstream(
      (response) => {
        response.write('[');
        setTimeout(() => response.end(']'), 2000);
      },
      { timeouts },
    );
    expect(await send()).toMatchObject({ status: 200, body: [] });
  });
});

describe('the time limits of a request', () => {
  /** The system's clock, and how many of its timers are running. */
  function countingClock() {
    const running = new Set<object>();
    const after: Clock['after'] = (milliseconds, task) => {
      const timer = {};
      running.add(timer);
      const cancel = systemClock.after(milliseconds, task);
      return () => {
        running.delete(timer);
        cancel();
      };
    };
    return { clock: { ...systemClock, after }, running };
  }

  test.each([200, 404, 503])('end with it when its status is %i', async (status) => {
    const { clock, running } = countingClock();
    const { send } = await upstream((response) => response.writeHead(status).end('[]'), { clock });
    await send().catch(() => {});
    await until(() => running.size === 0);
    expect(running.size).toBe(0);
  });

  test('end with it when the connection breaks', async () => {
    const { clock, running } = countingClock();
    const { send } = await tcpUpstream((socket) => void socket.destroy(), { clock });
    await failureOf(send());
    expect(running.size).toBe(0);
  });
});

describe('a server that accepts no connection', () => {
  test('is unavailable', async () => {
    const other = await upstream(() => {});
    const transport = createTransport({ origin: 'http://127.0.0.1:1', clock: systemClock, timeouts: SHORT });
    const failure = await failureOf(transport.send({ path: '/v3/exercises', authorization: createSecret('t') }));
    expect(failure).toMatchObject({ code: 'unavailable', status: null, cause: { code: 'ECONNREFUSED' } });
    await transport.close();
    expect(other.seen).toEqual([]);
  });
});

describe('a connection', () => {
  test('is kept for the next request', async () => {
    const { send, connections } = await upstream((response) => response.end('[]'));
    for (let request = 0; request < 5; request += 1) await send().then(idle);
    expect(connections().made).toBe(1);
  });

  test('is kept after a response whose body is discarded', async () => {
    const { send, connections } = await upstream((response) => response.writeHead(404).end('{"message":"none"}'));
    for (let request = 0; request < 5; request += 1) await send().then(idle);
    expect(connections().made).toBe(1);
  });

  test('is closed when the discarded body is larger than the limit', async () => {
    const { send, connections } = await upstream((response) => response.writeHead(401).end('x'.repeat(2_000_000)));
    expect(await failureOf(send())).toMatchObject({ code: 'unauthorized' });
    await until(() => connections().open === 0);
  });

  test('is one of 32 at most', async () => {
    const { send, connections } = await upstream((response) => setTimeout(() => response.end('[]'), 10));
    await Promise.all(Array.from({ length: 60 }, () => send()));
    expect(connections().made).toBe(32);
  });
});

/** Answers the first request on a connection; meets the second one, on the first connection only, with `close`. */
function closingSecond(close: (socket: Socket) => void) {
  let isFirst = true;
  return (socket: Socket, nth: number): void => {
    if (nth === 2 && isFirst) {
      isFirst = false;
      close(socket);
    } else {
      socket.write(ANSWER);
    }
  };
}

describe('an idle connection that the server has just closed', () => {
  test.each([
    ['with FIN', (socket: Socket) => socket.end()],
    ['with RST', (socket: Socket) => socket.resetAndDestroy()],
  ])('%s is replaced, and the request sent again', async (_, close) => {
    const { send, connections } = await tcpUpstream(closingSecond((socket) => void close(socket)));
    await send().then(idle);
    expect(await send()).toMatchObject({ status: 200 });
    expect(connections().made).toBe(2);
  });

  test('is not replaced when a part of the response was received', async () => {
    const { send, connections } = await tcpUpstream(closingSecond((socket) => socket.end('HTTP/1.1 2')));
    await send().then(idle);
    expect(await failureOf(send())).toMatchObject({ code: 'unavailable' });
    expect(connections().made).toBe(1);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('is not replaced for a %s', async (method) => {
    const { send, connections } = await tcpUpstream(closingSecond((socket) => socket.end()));
    await send().then(idle);
    expect(await failureOf(send('/v3/users', method))).toMatchObject({ code: 'unavailable' });
    expect(connections().made).toBe(1);
  });

  test('is replaced only once', async () => {
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
    ['before a response', (socket: Socket) => socket.end()],
    ['within the headers', (socket: Socket) => socket.end('HTTP/1.1 200 O')],
  ])('%s is a failure at once', async (_, close) => {
    const { send, connections } = await tcpUpstream((socket) => void close(socket));
    expect(await failureOf(send())).toMatchObject({ code: 'unavailable' });
    expect(connections().made).toBe(1);
  });
});
