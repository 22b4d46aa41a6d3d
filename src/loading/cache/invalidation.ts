// Ending the freshness of records in the store and in every process, and hearing of it from the others.
import { randomUUID } from 'node:crypto';
import type { Store } from '../../store/contract/store.ts';
import type { InvalidationClock } from './invalidation-clock.ts';

/** Keeps what all processes believe in step. */
export interface Invalidation {
  /** Ends the freshness of a user's records of a resource: those named, or all when `whats` is null. */
  invalidate(polarUserId: string, resource: string, whats: readonly string[] | null): Promise<void>;
  close(): void;
}

export interface InvalidationOptions {
  readonly store: Pick<Store, 'records' | 'signals'>;
  readonly expiry: InvalidationClock;
  /** Resolves when the records read so far are in the store: they are written behind their answers. */
  readonly written: () => Promise<void>;
}

/** Listens until it is closed. */
export function createInvalidation({ store, expiry, written }: InvalidationOptions): Invalidation {
  // A signal of our own comes back when what it ended has been read again: it is not for us.
  const sender = randomUUID();
  const close = store.signals.listen((heard) => {
    if (heard.type === 'missed') expiry.invalidateAll();
    if (heard.type === 'expire' && heard.sender !== sender) {
      expiry.invalidate(heard.polarUserId, heard.resource, heard.whats);
    }
  });
  return {
    close,
    invalidate: async (polarUserId, resource, whats) => {
      // What is written after the end would be fresh again.
      await written();
      // The store first: what is read from it after the end of the memory's must not be fresh.
      await store.records.invalidate(polarUserId, resource, whats);
      expiry.invalidate(polarUserId, resource, whats);
      await store.signals.send({ type: 'expire', polarUserId, resource, whats, sender });
    },
  };
}
