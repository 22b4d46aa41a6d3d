// Detects the one failure after which a GET may be sent again: the server closed an idle socket while we wrote to it.
import type { Socket } from 'node:net';

/** Watched sockets, and the failures of those that the server had closed while they were idle. */
export interface StaleSockets {
  /** To be called as soon as a socket is connected, before anything reads from it. */
  watch(socket: Socket): void;
  /** Whether a socket failed that had carried a response before, and received no byte since its last request was written. */
  causedBy(failure: unknown): boolean;
}

/** Watches sockets by their own events: undici does not report which socket a failure belongs to. */
export function createStaleSockets(): StaleSockets {
  const failures = new WeakSet<object>();
  return {
    watch(socket) {
      let writtenWhenRead = 0;
      socket.prependListener('readable', () => {
        if (socket.readableLength > 0) writtenWhenRead = socket.bytesWritten;
      });
      socket.prependListener('error', (failure) => {
        const isUnanswered = writtenWhenRead > 0 && socket.bytesWritten > writtenWhenRead;
        if (isUnanswered) failures.add(failure);
      });
    },
    causedBy: (failure) => typeof failure === 'object' && failure !== null && failures.has(failure),
  };
}
