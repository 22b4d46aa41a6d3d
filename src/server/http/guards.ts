// Responses that need no GraphQL, and the guards around those that do.
import { storeFailure } from '../../domain/failures.ts';
import { isStoreUnavailable } from '../../store/contract/errors.ts';
import { unreadableParameter } from './json-parameters.ts';
import { isHangUp } from './hang-up.ts';
import { mediaTypeOf } from './media-type.ts';
import type { Handler } from './router.ts';

const JSON_TYPE = 'application/json';

/** Redirects from `/` to GraphiQL. */
export const redirectHome: Handler = async () => new Response(null, { status: 302, headers: { location: '/graphql' } });

/**
 * Lets only POST requests with a JSON body pass, since any page can post a form without a preflight; and requests of other
 * methods, those with a query in the URL where they are allowed: URLs stand in the logs of proxies.
 */
export function guardGraphql(handler: Handler, { queriesByGet }: { readonly queriesByGet: boolean }): Handler {
  return async (request, url) => {
    if (['GET', 'HEAD'].includes(request.method) && !queriesByGet && url.searchParams.has('query'))
      return getRejection();
    const unreadable = request.method === 'GET' ? unreadableParameter(url) : null;
    if (unreadable !== null) return parameterRejection(unreadable);
    if (request.method !== 'POST') return handler(request, url);
    const type = mediaTypeOf(request.headers);
    if (type !== JSON_TYPE) return mediaTypeRejection(type);
    // Yoga compares the whole header, and would not know it in capitals or with a space before its parameters.
    request.headers.set('content-type', JSON_TYPE);
    return handler(request, url);
  };
}

/** Reports what a handler throws, unless the client hung up, and answers 500, or 503 when the store is not available. */
export function withInternalErrors(handler: Handler, report: (unexpected: unknown) => void): Handler {
  return async (request, url) => {
    try {
      return await handler(request, url);
    } catch (failure) {
      return internalError(failure, report);
    }
  };
}

/** The response for what a handler threw, which is reported unless the client hung up. */
export function internalError(failure: unknown, report: (unexpected: unknown) => void): Response {
  if (!isHangUp(failure)) report(failure);
  if (isStoreUnavailable(failure)) return errorResponse(storeFailure.status, storeFailure);
  return errorResponse(500, { code: 'INTERNAL', message: 'Something went wrong in this server' });
}

function mediaTypeRejection(type: string): Response {
  const message = `Cannot read a body of type "${type}": send application/json`;
  const response = errorResponse(415, { code: 'BAD_USER_INPUT', message });
  response.headers.set('accept', 'application/json');
  return response;
}

function getRejection(): Response {
  const response = errorResponse(405, {
    code: 'BAD_USER_INPUT',
    message: 'Cannot read a query in a URL: send it by POST',
  });
  response.headers.set('allow', 'POST');
  return response;
}

function parameterRejection(name: string): Response {
  const message = `Cannot read the parameter "${name}": send a JSON object`;
  return errorResponse(400, { code: 'BAD_USER_INPUT', message });
}

function errorResponse(status: number, { code, message }: Readonly<Record<'code' | 'message', string>>): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status });
}
