// How many connections there may be, in all and from one address; and which address a client has.
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, networkOf } from '../../../src/server/http/client-address.ts';
import { headOf, open, raw, received, statusOf } from './raw.ts';
import { serveStub, textAnswer } from './stub-app.ts';

const fetch = async () => textAnswer('{}');
const GET = headOf('GET /x', { Connection: 'keep-alive' });

describe('connections', () => {
  it.each([
    ['in all', { maxConnections: 3 }],
    ['from one address', { maxConnectionsPerAddress: 3 }],
  ])('beyond the limit %s are closed, and accepted again when others have ended', async (_, limits) => {
    const { url } = await serveStub({ fetch, ...limits });
    const sockets = [open(url, GET), open(url, GET), open(url, GET)];
    await Promise.all(sockets.map((socket) => once(socket, 'data')));
    expect(await raw(url, headOf('GET /x'))).toBe('');
    sockets[0]?.destroy();
    await expect.poll(async () => statusOf(await raw(url, headOf('GET /x')))).toBe(200);
  });

  it('are not counted by address behind a proxy, whose they all are', async () => {
    const { url } = await serveStub({ fetch, maxConnectionsPerAddress: 1, trustedProxies: 1 });
    const first = open(url, GET);
    await once(first, 'data');
    expect(statusOf(await raw(url, headOf('GET /x')))).toBe(200);
    expect((await received(first.end())).length).toBe(0);
  });
});

describe('the address of a client', () => {
  const addressOf = (forwarded: string | undefined, proxies: number) =>
    clientAddress(
      {
        socket: { remoteAddress: '10.0.0.1' },
        headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      } as unknown as IncomingMessage,
      proxies,
    );

  it('is that of its connection where no proxy is trusted, whatever it says', () => {
    expect(addressOf('203.0.113.7', 0)).toBe('10.0.0.1');
  });

  it('is what the trusted proxies have added, counted from the end', () => {
    expect(addressOf('198.51.100.1, 203.0.113.7', 1)).toBe('203.0.113.7');
    expect(addressOf('6.6.6.6, 198.51.100.1, 203.0.113.7', 2)).toBe('198.51.100.1');
    expect(addressOf('203.0.113.7', 2)).toBe('10.0.0.1');
    expect(addressOf(undefined, 1)).toBe('10.0.0.1');
  });

  it('is of each request behind a proxy, and of the connection without one', () => {
    const socket = { remoteAddress: '10.0.0.1' };
    const addressBehind = (proxies: number, forwarded: string) =>
      clientAddress({ socket, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage, proxies);
    expect(addressBehind(1, '203.0.113.7')).toBe('203.0.113.7');
    expect(addressBehind(0, '203.0.113.7')).toBe('10.0.0.1');
    expect(addressBehind(1, '198.51.100.1')).toBe('198.51.100.1');
    expect(addressBehind(1, '')).toBe('10.0.0.1');
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s: whoever has one address of IPv6 has the whole network', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
