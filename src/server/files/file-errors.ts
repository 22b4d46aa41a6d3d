// Responses for links that do not lead to a file: a status and a short text.
import type { AccessLinkError } from '../../accesslink/errors.ts';
import type { RequestedFile } from '../../domain/context.ts';
import { accessLinkFailures, describeFailure } from '../../domain/failures.ts';

const HEADERS = {
  'cache-control': 'no-store',
  'content-type': 'text/plain; charset=utf-8',
  'x-content-type-options': 'nosniff',
};

const BUSY_SECONDS = 5;

/** The same response for every link that is not valid for the sender: it does not reveal which links exist. */
export function fileNotFound(): Response {
  return textResponse(404, 'There is no such file, or the link has expired: request a new link');
}

/** The response for a valid link when there is no such file: a new link would lead nowhere either. */
export function noFile({ source, type }: RequestedFile): Response {
  const owner = source === 'accesslink' ? 'AccessLink has' : 'This server has stored';
  const [format = ''] = type.toUpperCase().split('-');
  const why = format === 'GPX' ? ': most likely it was recorded without a route' : '';
  return textResponse(404, `${owner} no ${format} file of this session${why}`);
}

/** The response when as many downloads are running as may. */
export function tooManyDownloads(): Response {
  return textResponse(503, 'Too many downloads are running: try again in a moment', BUSY_SECONDS);
}

/** The response when AccessLink fails to deliver the file of a valid link. */
export function fileErrorResponse(failure: AccessLinkError): Response {
  return textResponse(accessLinkFailures[failure.code].status, describeFailure(failure), failure.retryAfterSeconds);
}

function textResponse(status: number, text: string, retryAfterSeconds: number | null = null): Response {
  const retryAfter = retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) };
  return new Response(`${text}\n`, { status, headers: { ...HEADERS, ...retryAfter } });
}
