// A transport that reports every request that is sent, and one that sends nothing.
import { AccessLinkError } from './errors.ts';
import type { FileTransport, Method, Transport, UpstreamRequest } from './upstream.ts';

/** A request as sent, without its token and body. `status` is null when there was no response. */
export interface UpstreamCall {
  readonly method: Method;
  readonly path: string;
  readonly status: number | null;
  readonly milliseconds: number;
}

/** A transport that calls `record` when a request is over, each time that it was sent. `elapsed` is that of a Clock, in milliseconds. */
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
    const { method = 'GET', path } = request;
    let start = elapsed();
    const recordEnd = (status: number | null) =>
      record({ method, path, status, milliseconds: Math.round((elapsed() - start) * 10) / 10 });
    const onResend = (failure: AccessLinkError) => {
      recordEnd(failure.status);
      start = elapsed();
    };
    try {
      const reply = await send({ ...request, onResend });
      recordEnd(statusOf(reply));
      return reply;
    } catch (failure) {
      if (!(failure instanceof AccessLinkError)) recordEnd(null);
      else if (failure.isSent) recordEnd(failure.status);
      throw failure;
    }
  };
}

/** A transport that sends nothing and resolves with "nothing", as after a 204. */
export const emptyTransport: Transport = async () => ({ status: 204, body: undefined });
