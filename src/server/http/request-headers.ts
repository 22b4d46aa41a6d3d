// The headers of a request as this server reads them: one at a time, by a name in lower case.
import type { IncomingHttpHeaders } from 'node:http';

/** Headers of the Fetch API, or what reads those of Node as they are. */
export type RequestHeaders = Pick<Headers, 'get'>;

/** Reads the headers of a request of Node, which has joined or dropped repeated ones. */
export function requestHeaders(headers: IncomingHttpHeaders): RequestHeaders {
  return {
    get: (name) => {
      const value = headers[name];
      return typeof value === 'string' ? value : (value?.join(', ') ?? null);
    },
  };
}
