// Tells the one failure after which a read may be sent again: the server closed a kept-alive socket as we wrote to it.
import type { Socket } from 'node:net';

export interface StaleSockets {
  /** Follows a socket; to be called as soon as it is connected, before anybody reads from it. */
  watch(socket: Socket): void;
  /** Whether a failure hit a socket that had served before, and no byte came since the last request was written to it. */
  causedBy(failure: unknown): boolean;
}

/** Nothing watched yet. */
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
