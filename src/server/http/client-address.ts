// Where a request comes from: the address of its socket, or what the proxies that are trusted say of it.
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import type { RequestHeaders } from './request-headers.ts';

/**
 * Carries the address inside this server. The socket sets it on every request, so that what a client sends under this name
 * is never read.
 */
export const ADDRESS_HEADER = 'accesslink-client-address';

/** The address of whoever sent a request; empty where it came through no socket. */
export function addressOf(headers: RequestHeaders): string {
  return headers.get(ADDRESS_HEADER) ?? '';
}

/** Hextets of an IPv6 address that belong to one network: whoever has one address has all of its /64. */
const NETWORK_HEXTETS = 4;

/**
 * The address of whoever sends a request. Each of `trustedProxies` proxies has appended the address that it saw to
 * X-Forwarded-For; what stands before those is the client's own word.
 */
export function clientAddress({ socket, headers }: IncomingMessage, trustedProxies: number): string {
  if (trustedProxies === 0) return addressOfSocket(socket);
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const said = forwarded.at(-trustedProxies)?.trim();
  return said ? networkOf(said) : addressOfSocket(socket);
}

const addresses = new WeakMap<IncomingMessage['socket'], string>();

/** Worked out once for each connection. */
function addressOfSocket(socket: IncomingMessage['socket']): string {
  const known = addresses.get(socket);
  if (known !== undefined) return known;
  const address = networkOf(socket.remoteAddress ?? '');
  addresses.set(socket, address);
  return address;
}

/** What counts as one address: an IPv4 address, or the network of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.split('%', 1).join('').toLowerCase().split('::');
  const [before, after] = [hextetsOf(head), hextetsOf(tail ?? '')];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return `${all.slice(0, NETWORK_HEXTETS).map(withoutZeros).join(':')}::/64`;
}

function hextetsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}

function withoutZeros(hextet: string): string {
  return hextet.replace(/^0+(?=.)/, '');
}
