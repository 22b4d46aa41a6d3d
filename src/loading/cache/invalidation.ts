// Invalidating records in the store and in every process, and receiving the invalidations of the others.
import { randomUUID } from 'node:crypto';
import type { InvalidatedRecords } from '../../store/contract/signals.ts';
import type { Store } from '../../store/contract/store.ts';
import type { InvalidationClock } from './invalidation-clock.ts';

/** Invalidations of this process, made in all processes; and those of the others, made in this one. */
export interface Invalidation {
  /** Invalidates records of a user, of one resource or several, in one transaction and with one signal. */
  invalidate(polarUserId: string, records: readonly InvalidatedRecords[]): Promise<void>;
  close(): void;
}

export interface InvalidationOptions {
  readonly store: Pick<Store, 'records' | 'signals'>;
  readonly clock: InvalidationClock;
  /** Resolves when the records read so far are in the store: they are written after their responses. */
  readonly flushed: () => Promise<void>;
}

/** Listens until it is closed. */
export function createInvalidation({ store, clock, flushed }: InvalidationOptions): Invalidation {
  // A signal of our own may come back when what it invalidated has been read again: it is ignored.
  const sender = randomUUID();
  const close = store.signals.listen((signal) => {
    if (signal.type === 'missed') clock.invalidateAll();
    if (signal.type === 'invalidate' && signal.sender !== sender) clock.invalidate(signal.polarUserId, signal.records);
  });
  return {
    close,
    invalidate: async (polarUserId, records) => {
      // What is written after the invalidation would be fresh again.
      await flushed();
      // The store first: what is read from it after the memory was invalidated must not be fresh.
      await store.records.invalidate({ polarUserId, records, sender });
      clock.invalidate(polarUserId, records);
    },
  };
}
