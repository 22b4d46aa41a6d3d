// Requests that Node could not parse, or that did not arrive in time: answered with a status, as far as that is possible.
import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { rawResponse } from './security-headers.ts';

const STATUS_LINES: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
};

/** Answers such requests and ends their connections; `responseOn` is the response that a connection waits for. */
export function answerUnreadable(
  server: Server,
  headers: Readonly<Record<string, string>>,
  responseOn: (socket: Duplex) => ServerResponse | undefined,
): void {
  server.on('clientError', (failure: NodeJS.ErrnoException, socket) => {
    // A second status line in the middle of a response would be read as a part of it.
    const isBegun = responseOn(socket)?.headersSent ?? false;
    const statusLine = STATUS_LINES[failure.code ?? ''] ?? '400 Bad Request';
    if (socket.writable && !isBegun && failure.code !== 'ECONNRESET') socket.write(rawResponse(statusLine, headers));
    socket.destroy(failure);
  });
}
