// What goes on beside requests: people leave, what has expired goes, tokens get the newest key.
import type { Clock } from '../clock.ts';
import type { Transport } from '../accesslink/upstream.ts';
import { createAccountDeletion, type AccountDeletion } from './account-deletion.ts';
import { forgetErased } from '../loading/cache/erasure.ts';
import { partitionOfUser } from '../loading/cache/keys.ts';
import type { ErasableMemoryTier } from '../loading/cache/memory-tier.ts';
import type { Store } from '../store/contract/store.ts';

/** Work beside requests, from `start` to `close`. */
export interface Cleanup {
  readonly deleteAccount: AccountDeletion['deleteAccount'];
  /** Begins; failures are reported and the work is done at the next turn. */
  start(): Promise<void>;
  close(): void;
}

export interface CleanupOptions {
  readonly store: Store;
  readonly memory: ErasableMemoryTier;
  readonly send: Transport;
  readonly report: (failure: unknown) => void;
  readonly clock: Clock;
}

const SWEEP_MS = 600_000;

/** Nothing is done before `start`. */
export function createCleanup({ store, memory, send, report, clock }: CleanupOptions): Cleanup {
  const forget = (polarUserId: string) => memory.forget(partitionOfUser(polarUserId));
  const departures = createAccountDeletion({ store, send, forget, report });
  const stopForgetting = forgetErased(store.signals, memory, clock);
  const sweep = async () => {
    await store.sessions.deleteExpired(clock.now());
    await store.oneTimeTokens.deleteExpired(clock.now());
  };
  const timer = setInterval(() => void sweep().catch(report), SWEEP_MS).unref();
  return {
    deleteAccount: (user, first) => departures.deleteAccount(user, first),
    start: async () => {
      const tasks = [sweep(), store.users.rotateKeys(), departures.resume()];
      for (const task of await Promise.allSettled(tasks)) if (task.status === 'rejected') report(task.reason);
    },
    close: () => {
      clearInterval(timer);
      stopForgetting();
      departures.close();
    },
  };
}
