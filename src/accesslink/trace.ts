// A transport that reports every request, and one that sends nothing.
import { AccessLinkError } from './errors.ts';
import type { FileTransport, Method, Transport, UpstreamRequest } from './upstream.ts';

/** A request as sent, without its token and body. `status` is null when there was no response. */
export interface UpstreamCall {
  readonly method: Method;
  readonly path: string;
  readonly status: number | null;
  readonly milliseconds: number;
}

/** A transport that calls `record` when a request is over. `elapsed` is that of a Clock, in milliseconds. */
export function traced(send: Transport, record: (call: UpstreamCall) => void, elapsed: () => number): Transport {
  return withTracing({ record, elapsed, statusOf: ({ status }) => status }, send);
}

/** The same for files: their time ends with the headers; the status of a missing file is 204. */
export function tracedFiles(
  openFile: FileTransport,
  record: (call: UpstreamCall) => void,
  elapsed: () => number,
): FileTransport {
  return withTracing({ record, elapsed, statusOf: (file) => (file === null ? 204 : 200) }, openFile);
}

interface Tracing<Reply> {
  readonly record: (call: UpstreamCall) => void;
  readonly elapsed: () => number;
  readonly statusOf: (reply: Reply) => number;
}

function withTracing<Reply>(
  { record, elapsed, statusOf }: Tracing<Reply>,
  send: (request: UpstreamRequest) => Promise<Reply>,
): (request: UpstreamRequest) => Promise<Reply> {
  return async (request) => {
    const start = elapsed();
    let status: number | null = null;
    try {
      const reply = await send(request);
      status = statusOf(reply);
      return reply;
    } catch (failure) {
      if (failure instanceof AccessLinkError) status = failure.status;
      throw failure;
    } finally {
      record({
        method: request.method ?? 'GET',
        path: request.path,
        status,
        milliseconds: Math.round((elapsed() - start) * 10) / 10,
      });
    }
  };
}

/** A transport that sends nothing and resolves with "nothing", as after a 204. */
export const emptyTransport: Transport = async () => ({ status: 204, body: undefined, bytes: 0 });
