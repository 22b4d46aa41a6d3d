// Listeners in this process. Each receives a signal in a microtask of its own, so that one that throws harms no other.
import type { ReceivedSignal } from '../contract/signals.ts';

export interface Emitter {
  readonly emit: (signal: ReceivedSignal) => void;
  readonly listen: (listener: (signal: ReceivedSignal) => void) => () => void;
}

/** An emitter without listeners. */
export function createEmitter(): Emitter {
  const entries = new Set<{ readonly listener: (signal: ReceivedSignal) => void }>();
  return {
    emit: (signal) => {
      for (const entry of entries) {
        queueMicrotask(() => {
          if (entries.has(entry)) entry.listener(signal);
        });
      }
    },
    listen: (listener) => {
      const entry = { listener };
      entries.add(entry);
      return () => void entries.delete(entry);
    },
  };
}
