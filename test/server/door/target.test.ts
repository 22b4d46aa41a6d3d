// One parsed request decides guards and routes: whatever stands in Host and target, both read the same URL, or neither.
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRejected, requestTarget } from '../../../src/server/http/request-target.ts';
import { startSignInGateway, type SignInGateway } from '../../support/signing-in.ts';
import { headOf, open, raw, received, statusOf } from './raw.ts';

let gateway: SignInGateway;
beforeAll(async () => {
  gateway = await startSignInGateway({ hasSocket: true });
});
afterAll(() => gateway.close());

const UPGRADE = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol': 'graphql-transport-ws',
};
const HOSTS = [
  'a/graphql?',
  'a/graphql',
  'a?',
  'a#',
  'user@a',
  'a\\b',
  'a b',
  '[',
  '[::1',
  '',
  'a:b',
  'a:70000',
  '%61',
  '0x7f.1',
  'a,b',
];

describe('a Host that is more than a host', () => {
  it.each(HOSTS)('such as "%s" is rejected with 400 on a request', async (host) => {
    expect(statusOf(await raw(gateway.url, headOf('GET /graphql?query={__typename}', { Host: host })))).toBe(400);
  });

  it.each(HOSTS)('such as "%s" is rejected with 400 on an upgrade', async (host) => {
    expect(statusOf(await raw(gateway.url, headOf('GET /graphql', { ...UPGRADE, Host: host })))).toBe(400);
  });

  it('lets no body of another route pass: one of unknown length is not read', async () => {
    const head = headOf('POST /webhooks/polar', { Host: 'a/graphql?', 'Transfer-Encoding': 'chunked' });
    const socket = open(gateway.url, head);
    const answer = received(socket);
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    for (let sent = 0; sent < 64 && !socket.destroyed; sent += 1) socket.write(chunk);
    expect(statusOf(await answer)).toBe(400);
    expect(socket.bytesRead).toBeLessThan(2_000);
  });
});

describe('two Host lines', () => {
  it.each([
    ['a request', 'GET /graphql?query={__typename}', {}],
    ['an upgrade', 'GET /graphql', UPGRADE],
  ])('are rejected with 400 on %s', async (_, line, headers) => {
    const head = headOf(line, headers).replace('\r\n\r\n', '\r\nHost: b\r\n\r\n');
    expect(statusOf(await raw(gateway.url, head))).toBe(400);
  });
});

describe('a target that is no plain path', () => {
  it.each([
    'http://127.0.0.1/graphql?query={__typename}',
    '//127.0.0.1/graphql?query={__typename}',
    '/graphql//?query={__typename}',
    '/\\graphql?query={__typename}',
    '/x/../graphql?query={__typename}',
    '/./graphql?query={__typename}',
    '/x/%2e%2e/graphql?query={__typename}',
    '/x%2f..%2fgraphql?query={__typename}',
    '/graphql%5c?query={__typename}',
    '/graphql%00?query={__typename}',
    '/graphql#?query={__typename}',
    '*',
    'graphql',
  ])('such as %s is rejected with 400', async (target) => {
    expect(statusOf(await raw(gateway.url, headOf(`GET ${target}`)))).toBe(400);
    expect(statusOf(await raw(gateway.url, headOf(`GET ${target}`, UPGRADE)))).toBe(400);
  });

  it('such as that of CONNECT opens no tunnel', async () => {
    expect(await raw(gateway.url, headOf('CONNECT 127.0.0.1:1'))).not.toMatch(/^HTTP\/1\.1 2/);
  });
});

describe('an upgrade', () => {
  it('of a WebSocket at /graphql is accepted', async () => {
    const socket = open(gateway.url, headOf('GET /graphql', UPGRADE));
    const answer = await new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(String(chunk))));
    socket.destroy();
    expect(statusOf(answer)).toBe(101);
  });

  it.each([
    ['with a body', headOf('GET /graphql', { ...UPGRADE, 'Content-Length': '5' }), 413],
    ['with a body of unknown length', headOf('GET /graphql', { ...UPGRADE, 'Transfer-Encoding': 'chunked' }), 411],
    ['at another path', headOf('GET /other', UPGRADE), 404],
  ])('%s is rejected, with the headers of every response', async (_, request, status) => {
    const answer = await raw(gateway.url, request);
    expect(statusOf(answer)).toBe(status);
    expect(answer).toContain('x-content-type-options: nosniff');
    expect(answer).toContain('strict-transport-security: ');
  });

  it('to any other protocol is ignored, and the request served', async () => {
    const headers = { Connection: 'Upgrade, close', Upgrade: 'h2c' };
    expect(statusOf(await raw(gateway.url, headOf('GET /graphql?query={__typename}', headers)))).toBe(200);
  });
});

it('None of these requests asked AccessLink', () => {
  expect(gateway.simulator.requests).toEqual([]);
});

it('What is accepted is read in the same way by everybody who puts Host and target together', () => {
  const part = fc.constantFrom(
    '/',
    'graphql',
    'webhooks',
    'polar',
    '.',
    '..',
    '%2f',
    '%5C',
    '\\',
    '?',
    '#',
    '@',
    ':',
    'a',
    '//',
    '%2e',
  );
  const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
  // Half of the targets are plain, so that many requests are served.
  const target = fc.oneof(text, fc.constantFrom('/graphql', '/webhooks/polar', '/graphql?a=b'));
  const sent = fc.tuple(fc.oneof(fc.constant('a'), text), target);
  // The second request comes on the connection of the first, which may have had the same target.
  const pair = fc.tuple(sent, sent, fc.boolean()).map(([one, other, isSame]) => [one, isSame ? one : other] as const);
  let served = 0;
  fc.assert(
    fc.property(pair, (requests) => {
      const socket = new Socket();
      for (const [host, target] of requests) {
        const url = requestTarget(requestOf({ socket, hosts: [host], target }));
        expect(isRejected(url)).toBe(isRejected(requestTarget(requestOf({ hosts: [host], target }))));
        if (isRejected(url)) continue;
        served += 1;
        // By the words of the request alone, by the parser, and by the parser that ends with the host.
        expect(url.pathname).toBe(target.split('?')[0]);
        expect(url.host).toBe(new URL(`http://${host}`).host);
        expect(new URL(target, `http://${host}`).href).toBe(url.href);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(served).toBeGreaterThan(50);
});

it('A second Host is rejected, whatever was served on the connection before', () => {
  const socket = new Socket();
  const statusesOf = (...requests: readonly string[][]) =>
    requests.map((hosts) => {
      const url = requestTarget(requestOf({ socket, hosts, target: '/graphql' }));
      return isRejected(url) ? url.status : url.host;
    });
  expect(statusesOf(['a'], ['a', 'a'], ['a', 'b'], ['b'], ['a'])).toEqual(['a', 400, 400, 'b', 'a']);
});

interface Sent {
  readonly socket?: Socket;
  readonly hosts: readonly string[];
  readonly target: string;
}

/** As Node makes it of what was sent: of several Hosts it has the first. */
function requestOf({ socket = new Socket(), hosts, target }: Sent): IncomingMessage {
  const request = Object.assign(new IncomingMessage(socket), { url: target });
  request.rawHeaders = hosts.flatMap((host, index) => [index === 0 ? 'Host' : 'hOST', host]);
  request.headers = { host: hosts[0] };
  return request;
}
