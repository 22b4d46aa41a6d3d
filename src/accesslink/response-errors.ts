// From a status, a broken connection or a body that is no JSON to an AccessLinkError.
import { unreadable } from './body.ts';
import { AccessLinkError, type AccessLinkErrorCode } from './errors.ts';
import { parseJson } from './json.ts';

const CODES: Readonly<Record<number, AccessLinkErrorCode>> = {
  400: 'refused',
  401: 'unauthorized',
  403: 'forbidden',
  409: 'conflict',
  429: 'rate-limited',
};

/** The JSON in a body. No cause: the message of a SyntaxError quotes the body. */
export function jsonIn(body: Buffer, label: string): unknown {
  try {
    return parseJson(body.toString('utf8'));
  } catch {
    throw unreadable(label, 'it is not JSON');
  }
}

/** The error for a status that means neither content nor "nothing". `retryAfter` is in seconds. */
export function errorForStatus(status: number, label: string, retryAfter: number | null): AccessLinkError {
  const code = CODES[status] ?? (status >= 500 ? 'unavailable' : 'invalid');
  const wait = retryAfter === null ? {} : { retryAfterSeconds: retryAfter };
  return new AccessLinkError(code, `AccessLink answered ${label} with ${status}`, { status, ...wait });
}

/** The error for a request that got no response, or a part of one. */
export function errorForFailure(cause: unknown, label: string): AccessLinkError {
  // The code of a DOMException is a number, that of a system or undici error a text.
  const { name = '', code = '' } = (cause ?? {}) as { name?: string; code?: string | number };
  if (name === 'TimeoutError' || /TIMEOUT/.test(String(code))) {
    return new AccessLinkError('timeout', `AccessLink did not answer ${label} in time`, { cause });
  }
  // No cause: an error of the parser contains the bytes that it could not parse.
  if (name === 'HTTPParserError') return new AccessLinkError('invalid', `AccessLink did not answer ${label} with HTTP`);
  return new AccessLinkError('unavailable', `AccessLink could not be reached for ${label}`, { cause });
}
