// Responses that need no GraphQL, and the guards around those that do.
import { storeFailure } from '../../domain/failures.ts';
import { isStoreUnavailable } from '../../store/contract/errors.ts';
import { unreadableParameter } from './json-parameters.ts';
import { isHangUp } from './hang-up.ts';
import type { Fetch, Handler } from './router.ts';

/** Redirects from `/` to GraphiQL. */
export const redirectHome: Handler = async () => new Response(null, { status: 302, headers: { location: '/graphql' } });

/**
 * Lets only POST requests with a JSON body pass, and every request of another method: any page can post a form without a
 * preflight. Responses are stored in no cache of a browser or a proxy.
 */
export function guardGraphql(handler: Handler): Handler {
  return async (request, url) => {
    const type = request.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
    if (request.method === 'POST' && type !== 'application/json') return mediaTypeRejection(type);
    const unreadable = request.method === 'GET' ? unreadableParameter(url) : null;
    if (unreadable !== null) return parameterRejection(unreadable);
    const response = await handler(request, url);
    response.headers.set('cache-control', 'no-store');
    return response;
  };
}

/**
 * Reports what `fetch` throws, unless the client hung up, and answers 500, or 503 when the store is not available: the socket's
 * adapter would send the stack.
 */
export function withInternalErrors(fetch: Fetch, report: (unexpected: unknown) => void): Fetch {
  return async (request) => {
    try {
      return await fetch(request);
    } catch (failure) {
      if (!isHangUp(failure)) report(failure);
      if (isStoreUnavailable(failure)) return errorResponse(storeFailure.status, storeFailure);
      return errorResponse(500, { code: 'INTERNAL', message: 'Something went wrong in this server' });
    }
  };
}

function mediaTypeRejection(type: string): Response {
  const message = `Cannot read a body of type "${type}": send application/json`;
  const response = errorResponse(415, { code: 'BAD_USER_INPUT', message });
  response.headers.set('accept', 'application/json');
  return response;
}

function parameterRejection(name: string): Response {
  const message = `Cannot read the parameter "${name}": send a JSON object`;
  return errorResponse(400, { code: 'BAD_USER_INPUT', message });
}

function errorResponse(status: number, { code, message }: Readonly<Record<'code' | 'message', string>>): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status });
}
