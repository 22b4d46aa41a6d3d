// The transport, watched: each call is started and ended for whoever watches.
import { AccessLinkError } from '../../accesslink/errors.ts';
import { resourceOf, routeOf } from '../../accesslink/route.ts';
import type { FileTransport, Transport, UpstreamRequest } from '../../accesslink/upstream.ts';
import type { Telemetry, UpstreamCallEnd } from './telemetry.ts';

/** The same transport. */
export function observedTransport(send: Transport, upstreamCall: Telemetry['upstreamCall']): Transport {
  return observed(send, upstreamCall, ({ status, body }) => ({
    status,
    outcome: body === undefined ? 'nothing' : 'ok',
  }));
}

/** The same transport of files; a call ends with the headers. */
export function observedFileTransport(openFile: FileTransport, upstreamCall: Telemetry['upstreamCall']): FileTransport {
  return observed(openFile, upstreamCall, (file) =>
    file === null ? { status: 404, outcome: 'nothing' } : { status: 200, outcome: 'ok' },
  );
}

function observed<Reply>(
  send: (request: UpstreamRequest) => Promise<Reply>,
  upstreamCall: Telemetry['upstreamCall'],
  resultOf: (reply: Reply) => UpstreamCallEnd,
): (request: UpstreamRequest) => Promise<Reply> {
  return async (request) => {
    const { method = 'GET', path } = request;
    const end = upstreamCall({ method, route: routeOf(path), resource: resourceOf(request) });
    try {
      const reply = await send(request);
      end(resultOf(reply));
      return reply;
    } catch (failure) {
      const isTheirs = failure instanceof AccessLinkError;
      end({ status: isTheirs ? failure.status : null, outcome: isTheirs ? failure.code : 'other' });
      throw failure;
    }
  };
}
