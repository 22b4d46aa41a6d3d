// From a response, a broken connection or a body that is no JSON to an AccessLinkError.
import type { Clock } from '../clock.ts';
import { type CleanText, createCleaner, secretsOf } from './clean-text.ts';
import { type FailedResponse, isPage, readErrorText } from './error-body.ts';
import { errorIn, reasonIn } from './error-reason.ts';
import { AccessLinkError, type AccessLinkErrorCode, type AccessLinkProblem } from './errors.ts';
import { type ResponseHeaders, retryAfterSeconds, statedWait } from './rate-limit.ts';
import type { UpstreamRequest } from './upstream.ts';

const CODES: Readonly<Record<number, AccessLinkErrorCode>> = {
  400: 'refused',
  401: 'unauthorized',
  403: 'forbidden',
  408: 'timeout',
  409: 'conflict',
  422: 'refused',
  429: 'rate-limited',
};
const REDIRECTS = [301, 302, 303, 307, 308];

/** A request that failed, with the clock that its waits are measured by. */
export interface FailedRequest {
  readonly request: UpstreamRequest;
  readonly clock: Pick<Clock, 'now' | 'after'>;
}

/** Method and path without query: the only parts of a request that messages name. */
export function labelOf({ method = 'GET', path }: UpstreamRequest): string {
  return `${method} ${path.split('?')[0]}`;
}

/**
 * The error for a response whose status means neither content nor "nothing", with what its body says. Null for a 404 that
 * is "nothing": one whose body is no HTML page.
 */
export async function errorForResponse(
  response: FailedResponse,
  { request, clock }: FailedRequest,
): Promise<AccessLinkError | null> {
  const { statusCode: status, headers } = response;
  const text = await readErrorText(response, clock);
  if (status === 404 && !isPage(text, headers)) return null;
  const authorization = request.authorization.reveal();
  return new AccessLinkError(codeFor(status, authorization), `AccessLink answered ${labelOf(request)} with ${status}`, {
    status,
    label: labelOf(request),
    upstream: reasonIn(text ?? '', response, cleanerFor(request)),
    problem: problemOf(status, isPage(text, headers)),
    redirectHost: REDIRECTS.includes(status) ? hostOf(headers['location']) : null,
    retryAfterSeconds: waitAfter(status, headers, clock.now()),
  });
}

function cleanerFor({ authorization, form }: UpstreamRequest): CleanText {
  return createCleaner(secretsOf(authorization.reveal(), form));
}

/** Whether a status that a body states counts as that of the response. Nobody loses a token over a body. */
const isStatedCode = (status: number) => status !== 401 && (status in CODES || status >= 500);

/**
 * The error for a body that is one although its status is 200, with the code of the status that it states, if any; null for
 * data.
 */
export function errorForBody(
  body: unknown,
  headers: ResponseHeaders,
  { request, clock }: FailedRequest,
): AccessLinkError | null {
  const found = errorIn(body, cleanerFor(request));
  if (found === null) return null;
  const { stated, ...upstream } = found;
  const label = labelOf(request);
  const code = stated !== null && isStatedCode(stated) ? codeFor(stated, request.authorization.reveal()) : 'invalid';
  return new AccessLinkError(code, `AccessLink answered ${label} with an error in the place of data`, {
    status: upstream.status,
    label,
    upstream,
    problem: code === 'invalid' ? 'error-in-body' : null,
    retryAfterSeconds: code === 'rate-limited' ? retryAfterSeconds(headers, clock.now()) : null,
  });
}

/** What is answered to the id and secret of the client is about them, not about a token or a user. */
function codeFor(status: number, authorization: string): AccessLinkErrorCode {
  if (/^basic /i.test(authorization)) {
    if (status === 401) return 'client-rejected';
    if (status === 403) return 'refused';
  }
  return CODES[status] ?? (status >= 500 ? 'unavailable' : 'invalid');
}

/** Of a status that means something the page is no more than the form of its body. */
function problemOf(status: number, isHtml: boolean): AccessLinkProblem | null {
  if (REDIRECTS.includes(status)) return 'redirect';
  if (isHtml && !(status in CODES)) return 'html-page';
  return status in CODES || status >= 500 ? null : 'unexpected-status';
}

function waitAfter(status: number, headers: ResponseHeaders, now: number): number | null {
  if (status === 429) return retryAfterSeconds(headers, now);
  return status === 503 ? statedWait(headers, now) : null;
}

/** Null for an address on the same host. Nothing else of the address is shown: its query may carry anything. */
function hostOf(location: string | string[] | undefined): string | null {
  const address = String(location ?? '').replace(/^\/\//, 'https://');
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && /^[\w.:[\]-]{1,253}$/.test(url.host) ? url.host : null;
}

/** The error for a request that got no response, or a part of one. */
export function errorForFailure(cause: unknown, label: string): AccessLinkError {
  // The code of a DOMException is a number, that of a system or undici error a text.
  const { name = '', code = '' } = (cause ?? {}) as { name?: string; code?: string | number };
  if (name === 'TimeoutError' || /TIMEOUT/.test(String(code))) {
    return new AccessLinkError('timeout', `AccessLink did not answer ${label} in time`, { label, cause });
  }
  // No cause: an error of the parser contains the bytes that it could not parse.
  if (name === 'HTTPParserError')
    return new AccessLinkError('invalid', `AccessLink did not answer ${label} with HTTP`, { label });
  return new AccessLinkError('unavailable', `AccessLink could not be reached for ${label}`, { label, cause });
}
