// Wraps a transport so that every request is noted, or only noted and not sent.
import { AccessLinkError } from './errors.ts';
import type { FileTransport, Method, Transport, UpstreamRequest } from './upstream.ts';

/** A request as sent: no token, no body. `status` is null when no answer came. */
export interface UpstreamCall {
  readonly method: Method;
  readonly path: string;
  readonly status: number | null;
  readonly milliseconds: number;
}

/** A transport that tells `note` of each request when it is over. `now` is a clock in milliseconds. */
export function traced(
  send: Transport,
  note: (call: UpstreamCall) => void,
  now: () => number = () => performance.now(),
): Transport {
  return tracedBy({ note, now, statusOf: ({ status }) => status }, send);
}

/** The same for files: their time ends with the headers, and one that is not there has the status 204. */
export function tracedFiles(openFile: FileTransport, note: (call: UpstreamCall) => void): FileTransport {
  const now = () => performance.now();
  return tracedBy({ note, now, statusOf: (file) => (file === null ? 204 : 200) }, openFile);
}

interface Tracing<Reply> {
  readonly note: (call: UpstreamCall) => void;
  readonly now: () => number;
  readonly statusOf: (reply: Reply) => number;
}

function tracedBy<Reply>(
  { note, now, statusOf }: Tracing<Reply>,
  send: (request: UpstreamRequest) => Promise<Reply>,
): (request: UpstreamRequest) => Promise<Reply> {
  return async (request) => {
    const start = now();
    let status: number | null = null;
    try {
      const reply = await send(request);
      status = statusOf(reply);
      return reply;
    } catch (failure) {
      if (failure instanceof AccessLinkError) status = failure.status;
      throw failure;
    } finally {
      note({
        method: request.method ?? 'GET',
        path: request.path,
        status,
        milliseconds: Math.round((now() - start) * 10) / 10,
      });
    }
  };
}

/** A transport that sends nothing and finds nothing. */
export const emptyTransport: Transport = async () => ({ status: 204, body: undefined, bytes: 0 });
