// The end of a server: no request that was received goes without its response, and no client can hold up the end.
import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { type Clock, wait } from '../../clock.ts';

export interface DrainOptions {
  readonly clock: Pick<Clock, 'after'>;
  /**
   * Milliseconds for which connections without a request stay open: what their clients have sent meanwhile is answered, and
   * its response says that the connection is closed.
   */
  readonly idleMs: number;
  /** Milliseconds after which whatever is still open is ended. */
  readonly deadlineMs: number;
  /** Ends every connection. */
  readonly destroyAll: () => void;
}

export interface Drain {
  /** Called for each response before it is written; says on it whether its connection is closed. */
  readonly add: (response: ServerResponse) => void;
  /** Accepts no more connections; resolves when all are closed, at the latest after the deadline. */
  readonly end: () => Promise<void>;
}

/** Keeps watch over the responses of a server until it ends. */
export function createDrain(server: Server, { clock, idleMs, deadlineMs, destroyAll }: DrainOptions): Drain {
  const pending = new Set<ServerResponse>();
  let isEnding = false;
  let isIdleClosed = false;
  const add = (response: ServerResponse) => {
    pending.add(response);
    if (isEnding) closeAfter(response);
    response.once('close', () => {
      pending.delete(response);
      if (isIdleClosed) server.closeIdleConnections();
    });
  };
  const end = async () => {
    isEnding = true;
    for (const response of pending) closeAfter(response);
    const closed = stopListening(server);
    const over = new AbortController();
    void closed.then(() => over.abort());
    const closeIdle = () => {
      isIdleClosed = true;
      server.closeIdleConnections();
    };
    if (idleMs === 0) closeIdle();
    else void wait(clock, idleMs, over.signal).then(closeIdle);
    const cancelDeadline = clock.after(deadlineMs, destroyAll);
    await closed;
    cancelDeadline();
    // Ends Node's own check for slow requests, too.
    server.close();
  };
  return { add, end };
}

function closeAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

/** The `close` of an HTTP server resets connections on which a request is on its way; that of its base only stops listening. */
function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => NetServer.prototype.close.call(server, () => resolve()));
}
