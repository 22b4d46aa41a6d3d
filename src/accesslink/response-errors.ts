// What became of a request that brought no records: the failure in our words.
import { unreadable } from './body.ts';
import { AccessLinkError } from './errors.ts';
import { parseJson } from './json.ts';

/** The JSON in a body. No cause: the message of a SyntaxError quotes the body. */
export function jsonIn(body: Buffer, where: string): unknown {
  try {
    return parseJson(body.toString('utf8'));
  } catch {
    throw unreadable(where, 'it is not JSON');
  }
}

/** What a status says that is neither content nor nothing. */
export function errorForStatus(status: number, where: string, retryAfter: number | null): AccessLinkError {
  const codes: Record<number, AccessLinkError['code']> = {
    400: 'refused',
    401: 'unauthorized',
    403: 'forbidden',
    409: 'conflict',
    429: 'rate-limited',
  };
  const code = codes[status] ?? (status >= 500 ? 'unavailable' : 'invalid');
  const wait = retryAfter === null ? {} : { retryAfterSeconds: retryAfter };
  return new AccessLinkError(code, `AccessLink answered ${where} with ${status}`, { status, ...wait });
}

/** The code of a DOMException is a number, that of a system or undici error a text. */
export function errorForFailure(cause: unknown, where: string): AccessLinkError {
  const { name = '', code = '' } = (cause ?? {}) as { name?: string; code?: string | number };
  if (name === 'TimeoutError' || /TIMEOUT/.test(String(code))) {
    return new AccessLinkError('timeout', `AccessLink did not answer ${where} in time`, { cause });
  }
  // No cause: an error of the parser holds the bytes that it could not read.
  if (name === 'HTTPParserError') return new AccessLinkError('invalid', `AccessLink did not answer ${where} with HTTP`);
  return new AccessLinkError('unavailable', `AccessLink could not be reached for ${where}`, { cause });
}
