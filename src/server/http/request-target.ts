// The URL that a request on the socket is for, parsed once: guards and routing look at nothing else.
import type { IncomingMessage } from 'node:http';

/** Why a request is rejected before anybody reads it. */
export interface RejectedRequest {
  readonly status: number;
  readonly reason: string;
}

/** RFC 9110, section 7.2: a host of a URI and an optional port, nothing of a path. IPv6 addresses stand in brackets. */
const HOST = /^([a-z0-9._~-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::(\d{1,5}))?$/i;
/** Slashes, backslashes and NUL in disguise: a proxy in front may take them for what they stand for. */
const DISGUISED = /%(?:2f|5c|00)/i;

/** The target of the last request of a connection that could be served: most clients ask for the same again. */
interface LastTarget {
  readonly host: string;
  readonly target: string;
  readonly url: URL;
}

const lastTargets = new WeakMap<IncomingMessage['socket'], LastTarget>();

/** The URL of a request, or why there is none that everybody would read in the same way. */
export function requestTarget({
  socket,
  url: target = '',
  headers,
  rawHeaders,
}: IncomingMessage): URL | RejectedRequest {
  const { host = '' } = headers;
  if (hasSecondHost(rawHeaders)) return ODD_HOST;
  const last = lastTargets.get(socket);
  if (last && last.host === host && last.target === target) return last.url;
  const url = parseTarget(host, target);
  if (!isRejected(url)) lastTargets.set(socket, { host, target, url });
  return url;
}

/** Of names and values in turns, as they were sent. */
function hasSecondHost(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}

function parseTarget(host: string, target: string): URL | RejectedRequest {
  const [, name = ''] = HOST.exec(host) ?? [];
  const base = `http://${host}`;
  if (name === '' || !URL.canParse(base) || !isSameHost(name, new URL(base))) {
    return ODD_HOST;
  }
  const [path = ''] = target.split('?', 1);
  const isPlain = path.startsWith('/') && !path.includes('//') && !DISGUISED.test(path);
  if (!isPlain || !URL.canParse(base + target)) return ODD_TARGET;
  const url = new URL(base + target);
  // What the parser changes (dot segments, backslashes, a fragment) others may leave as it is.
  return url.pathname === path && url.hash === '' && !target.includes('#') ? url : ODD_TARGET;
}

/** Whether a target was rejected. */
export function isRejected(target: URL | RejectedRequest): target is RejectedRequest {
  return !(target instanceof URL);
}

const ODD_HOST: RejectedRequest = {
  status: 400,
  reason: 'send one Host header: the host of the URL, with its port where it has one',
};
const ODD_TARGET: RejectedRequest = {
  status: 400,
  reason: 'its target is no plain path and query: without host, fragment, empty or dot segments and encoded slashes',
};

/** The parser reads names that look like numbers as addresses. */
function isSameHost(name: string, { hostname }: URL): boolean {
  return name.startsWith('[') || hostname === name.toLowerCase();
}
