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

/** The URL of a request, or why there is none that everybody would read in the same way. */
export function requestTarget({ url: target = '', headersDistinct }: IncomingMessage): URL | RejectedRequest {
  const [host = '', ...others] = headersDistinct['host'] ?? [];
  const [, name = ''] = HOST.exec(host) ?? [];
  const base = `http://${host}`;
  if (others.length > 0 || name === '' || !URL.canParse(base) || !isSameHost(name, new URL(base))) {
    return { status: 400, reason: 'send one Host header: the host of the URL, with its port where it has one' };
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

const ODD_TARGET: RejectedRequest = {
  status: 400,
  reason: 'its target is no plain path and query: without host, fragment, empty or dot segments and encoded slashes',
};

/** The parser reads names that look like numbers as addresses. */
function isSameHost(name: string, { hostname }: URL): boolean {
  return name.startsWith('[') || hostname === name.toLowerCase();
}
