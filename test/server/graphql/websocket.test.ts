// Upgrade requests that are rejected before there is a WebSocket.
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createWebSockets } from '../../../src/server/graphql/websocket.ts';
import { systemClock } from '../../../src/system-clock.ts';

it('an upgrade at another path is rejected, and a client that resets the connection harms nobody', () => {
  const unused = () => {
    throw new Error('Cannot happen: nothing is upgraded');
  };
  const sockets = createWebSockets({
    graphql: { validate: unused },
    identify: unused,
    publicUrl: null,
    report: unused,
    clock: systemClock,
  });
  const socket = new PassThrough();
  const request = { url: '/other', headersDistinct: { host: ['127.0.0.1'] } } as unknown as IncomingMessage;
  sockets.upgrade(request, socket, Buffer.alloc(0));
  expect(String(socket.read())).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
  // Thrown when nobody listens.
  expect(() => socket.emit('error', new Error('read ECONNRESET'))).not.toThrow();
  sockets.close();
});
