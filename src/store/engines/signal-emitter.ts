// Listeners in this process. Each hears a signal in a turn of its own, so that one that throws harms no other.
import type { ReceivedSignal } from '../contract/signals.ts';

export interface Emitter {
  readonly emit: (heard: ReceivedSignal) => void;
  readonly listen: (listener: (heard: ReceivedSignal) => void) => () => void;
}

/** An emitter without listeners. */
export function createEmitter(): Emitter {
  const entries = new Set<{ readonly listener: (heard: ReceivedSignal) => void }>();
  return {
    emit: (heard) => {
      for (const entry of entries) {
        queueMicrotask(() => {
          if (entries.has(entry)) entry.listener(heard);
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
