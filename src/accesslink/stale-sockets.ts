// Detects the one failure after which a GET may be sent again: the server closed an idle socket while we wrote to it.
import type { Socket } from 'node:net';

/** Watched sockets, and the failures of those that the server had closed while they were idle. */
export interface StaleSockets {
  /** To be called as soon as a socket is connected, before anything reads from it, or while it is idle. */
  watch(socket: Socket, isIdle: boolean): void;
  /** Whether a socket failed that had been idle, and received no byte since its last request was written. */
  causedBy(failure: unknown): boolean;
}

/** Watches sockets by their own events: undici does not report which socket a failure belongs to. */
export function createStaleSockets(): StaleSockets {
  const failures = new WeakSet<object>();
  return {
    watch(socket, isIdle) {
      // Null: it has not been idle yet.
      let writtenWhenIdle = isIdle ? socket.bytesWritten : null;
      socket.prependListener('readable', () => {
        if (socket.readableLength > 0) writtenWhenIdle = socket.bytesWritten;
      });
      socket.prependListener('error', (failure) => {
        const isUnanswered = writtenWhenIdle !== null && socket.bytesWritten > writtenWhenIdle;
        if (isUnanswered) failures.add(failure);
      });
    },
    causedBy: (failure) => typeof failure === 'object' && failure !== null && failures.has(failure),
  };
}
