// Keeps the store clean: deletes what has expired, and encrypts tokens with the newest key.
import type { Store } from '../store/contract/store.ts';
import { STARTUP_BACKOFF } from './backoff.ts';
import type { Scheduler } from './scheduler.ts';

export interface CleanupOptions {
  readonly store: Pick<Store, 'sessions' | 'oneTimeTokens' | 'users' | 'erasure'>;
  readonly scheduler: Pick<Scheduler, 'every' | 'retry'>;
  readonly now: () => number;
  /** Days without use after which what was read with tokens of callers' own is deleted. */
  readonly unusedRecordsDays: number;
}

const INTERVAL_MS = 600_000;
const DAY_MS = 86_400_000;

/**
 * Deletes expired sessions, one-time tokens, traces of erasures and unused records now and every ten minutes. Rotates keys,
 * and removes the bytes that an erasure of an earlier process may have left, now, until that succeeds.
 */
export function startCleanup({ store, scheduler, now, unusedRecordsDays }: CleanupOptions): void {
  scheduler.every({ name: 'cleanup', firstMs: 0, intervalMs: INTERVAL_MS }, async () => {
    await store.sessions.deleteExpired(now());
    await store.oneTimeTokens.deleteExpired(now());
    await store.users.deleteExpiredErasures();
    await store.erasure.unused(now() - unusedRecordsDays * DAY_MS);
  });
  scheduler.retry(
    async () => {
      await store.erasure.purge();
      return true;
    },
    { name: 'purge', ...STARTUP_BACKOFF },
  );
  scheduler.retry(
    async () => {
      await store.users.rotateKeys();
      return true;
    },
    { name: 'key-rotation', ...STARTUP_BACKOFF },
  );
}
