// Upgrade requests that are rejected before there is a WebSocket.
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createWebSockets } from '../../../src/server/graphql/websocket.ts';
import { createUnsentBytes } from '../../../src/server/http/unsent-bytes.ts';
import { systemClock } from '../../../src/system-clock.ts';

it('an upgrade at another path is rejected', () => {
  const unused = () => {
    throw new Error('Cannot happen: nothing is upgraded');
  };
  const sockets = createWebSockets({
    graphql: { validate: unused },
    identify: unused,
    publicUrl: null,
    report: unused,
    clock: systemClock,
    unsent: createUnsentBytes(),
    headers: {},
    latestId: unused,
  });
  const socket = new PassThrough();
  const url = new URL('http://127.0.0.1/other');
  sockets.upgrade({ request: {} as IncomingMessage, socket, head: Buffer.alloc(0), url });
  expect(String(socket.read())).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
  sockets.close();
});
