// Keeps the store clean: deletes what has expired, and encrypts tokens with the newest key.
import type { Store } from '../store/contract/store.ts';
import { STARTUP_BACKOFF } from './backoff.ts';
import type { Scheduler } from './scheduler.ts';

export interface CleanupOptions {
  readonly store: Pick<Store, 'sessions' | 'oneTimeTokens' | 'users'>;
  readonly scheduler: Pick<Scheduler, 'every' | 'retry'>;
  readonly now: () => number;
}

const INTERVAL_MS = 600_000;

/** Deletes expired sessions, one-time tokens and traces of erasures now and every ten minutes; rotates keys now, until that succeeds. */
export function startCleanup({ store, scheduler, now }: CleanupOptions): void {
  scheduler.every({ name: 'cleanup', firstMs: 0, intervalMs: INTERVAL_MS }, async () => {
    await store.sessions.deleteExpired(now());
    await store.oneTimeTokens.deleteExpired(now());
    await store.users.deleteExpiredErasures();
  });
  scheduler.retry(
    async () => {
      await store.users.rotateKeys();
      return true;
    },
    { name: 'key-rotation', ...STARTUP_BACKOFF },
  );
}
