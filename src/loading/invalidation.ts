// Ending the freshness of records in the store and in the memory of every process, and hearing of it from the others.
import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';
import type { Expiry } from './expiry.ts';
import type { SharedMemory } from './memory.ts';

/** Keeps the memories of all processes in step. */
export interface Invalidation {
  /** Ends the freshness of a user's records of a resource: those named, or all when `whats` is null. */
  end(polarUserId: string, resource: string, whats: readonly string[] | null): Promise<void>;
  close(): void;
}

export interface InvalidationOptions {
  readonly store: Pick<Store, 'records' | 'signals'>;
  readonly memory: SharedMemory;
  readonly expiry: Expiry;
}

/** What was under way when somebody left may be remembered after they are forgotten: they are forgotten twice. */
const FORGET_AGAIN_MS = 60_000;

/** Listens until it is closed. */
export function createInvalidation({ store, memory, expiry }: InvalidationOptions): Invalidation {
  // A signal of our own comes back when what it ended has been read again: it is not for us.
  const sender = randomUUID();
  const close = store.signals.listen((heard) => {
    if (heard.type === 'missed') expiry.expireAll();
    if (heard.type === 'expire' && heard.sender !== sender) {
      expiry.expire(heard.polarUserId, heard.resource, heard.whats);
    }
    if (heard.type !== 'erase') return;
    memory.forget(heard.polarUserId);
    setTimeout(() => memory.forget(heard.polarUserId), FORGET_AGAIN_MS).unref();
  });
  return {
    close,
    end: async (polarUserId, resource, whats) => {
      // The store first: what is read from it after the end of the memory's must not be fresh.
      await store.records.expire(polarUserId, resource, whats);
      expiry.expire(polarUserId, resource, whats);
      await store.signals.send({ type: 'expire', polarUserId, resource, whats, sender });
    },
  };
}
