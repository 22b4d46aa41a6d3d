// What a link that does not lead to a file is answered with: a status and a short text.
import type { AccessLinkError, AccessLinkErrorCode } from '../../accesslink/errors.ts';

interface Refusal {
  readonly status: number;
  readonly text: string;
}

const HEADERS = {
  'cache-control': 'no-store',
  'content-type': 'text/plain; charset=utf-8',
  'x-content-type-options': 'nosniff',
};

const UNREADABLE = { status: 502, text: 'AccessLink sent a file that cannot be read' };

const TABLE = {
  unauthorized: { status: 401, text: 'AccessLink does not accept the token any more: sign in at Polar again' },
  forbidden: { status: 403, text: 'AccessLink refuses this file: accept the mandatory consents at account.polar.com' },
  'rate-limited': { status: 429, text: 'The request budget of this AccessLink client is used up: try again later' },
  unavailable: { status: 502, text: 'AccessLink is not available: try again later' },
  timeout: { status: 504, text: 'AccessLink did not answer in time: try again later' },
  conflict: UNREADABLE,
  refused: UNREADABLE,
  invalid: UNREADABLE,
} satisfies Record<AccessLinkErrorCode, Refusal>;

const BUSY: Refusal = { status: 503, text: 'Too many files are under way: try again in a moment' };
const BUSY_SECONDS = 5;

/** The same for every link that leads nowhere, so that none tells more than another. */
export function notFound(): Response {
  return new Response('There is no such file, or the link has expired: ask for a new one\n', {
    status: 404,
    headers: HEADERS,
  });
}

/** For a link that is good, while the file cannot be had. */
export function fileErrorResponse(failure: AccessLinkError | 'busy'): Response {
  const { status, text } = failure === 'busy' ? BUSY : TABLE[failure.code];
  const seconds = failure === 'busy' ? BUSY_SECONDS : failure.retryAfterSeconds;
  const wait = seconds === null ? {} : { 'retry-after': String(seconds) };
  return new Response(`${text}\n`, { status, headers: { ...HEADERS, ...wait } });
}
