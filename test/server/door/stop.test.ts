// The end of the server: no request that was received is lost, and no client holds it up.
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { startProgram } from '../process.ts';
import { headOf, open, received, statusOf } from './raw.ts';
import { serveStub, textAnswer } from './stub-app.ts';

const KEPT = headOf('GET /x', { Connection: 'keep-alive' });
const nextData = async (socket: ReturnType<typeof open>) => String((await once(socket, 'data'))[0]);

describe('a server that ends', () => {
  it('answers what comes on connections that are open already, and says that they are closed', async () => {
    const server = await serveStub({ fetch: async () => textAnswer('{}'), idleMs: 60_000, deadlineMs: 60_000 });
    const kept = Array.from({ length: 21 }, () => open(server.url, KEPT));
    const before = await Promise.all(kept.map(nextData));
    expect(before.filter((answer) => /^connection: close/im.test(answer))).toEqual([]);
    const closed = server.close();
    const answers = Promise.all(kept.map((socket) => received(socket)));
    for (const socket of kept) socket.write(KEPT);
    expect((await answers).map(statusOf)).toEqual(Array(21).fill(200));
    expect((await answers).every((answer) => /^connection: close/im.test(answer))).toBe(true);
    // No connection is left: nothing is waited for.
    await closed;
  });

  it('says so on answers that it owes, accepts no new connection, and closes the silent ones after a pause', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const server = await serveStub({
      fetch: async () => {
        await promise;
        return textAnswer('{}');
      },
      idleMs: 100,
      deadlineMs: 60_000,
    });
    const [owed, silent] = [open(server.url, KEPT), open(server.url)];
    await once(silent, 'connect');
    const closed = server.close();
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    const answer = received(owed);
    await received(silent);
    resolve();
    expect(await answer).toMatch(/^HTTP\/1\.1 200 [^]*connection: close/i);
    await closed;
  });

  it('cuts off at its deadline whoever holds it up', async () => {
    const server = await serveStub({ fetch: () => new Promise(() => {}), idleMs: 60_000, deadlineMs: 100 });
    const waiting = open(server.url, KEPT);
    await once(waiting, 'connect');
    await server.close();
    expect(await received(waiting)).toBe('');
  });
});

it('The program ends within ten seconds of SIGTERM whatever its clients do, with the code 0', async () => {
  const program = startProgram({ PORT: '0' });
  onTestFinished(() => void program.child.kill('SIGKILL'));
  const url = await program.url;
  const JSON_TYPE = { 'Content-Type': 'application/json', Connection: 'keep-alive' };
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(socket, 'open');
  // Mute: it answers no close frame, and no ping.
  socket.pause();
  const slowBody = open(url, `${headOf('POST /graphql', { ...JSON_TYPE, 'Content-Length': '100' })}{`);
  const page = open(url, headOf('GET /graphql', { Accept: 'text/html', Connection: 'keep-alive' }));
  const idle = open(url, KEPT);
  await Promise.all([once(slowBody, 'connect'), once(page, 'readable'), once(idle, 'readable')]);
  const began = performance.now();
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
});
