// Keeps the store clean: deletes what has expired, and encrypts tokens with the newest key.
import type { Store } from '../store/contract/store.ts';
import { STARTUP_BACKOFF } from './backoff.ts';
import type { Scheduler } from './scheduler.ts';

/** Of the start: values whose own key is gone, or secrets for which SECRET_KEY has none. */
export type CleanupWarning = 'values without a key' | 'secrets without a key';

export interface CleanupOptions {
  readonly store: Pick<Store, 'sessions' | 'oneTimeTokens' | 'users' | 'erasure' | 'encryption'>;
  readonly scheduler: Pick<Scheduler, 'every' | 'retry'>;
  readonly now: () => number;
  /** Days without use after which what was read with tokens of callers' own is deleted. */
  readonly unusedRecordsDays: number;
  readonly warn: (warning: CleanupWarning) => void;
}

const INTERVAL_MS = 600_000;
const DAY_MS = 86_400_000;

/**
 * Deletes expired sessions, one-time tokens, traces of erasures and unused records now and every ten minutes. Rotates keys,
 * deletes values whose key is gone, encrypts what was stored in plain, and removes the bytes that this or an erasure of an
 * earlier process may have left, now, until that succeeds.
 */
export function startCleanup({ store, scheduler, now, unusedRecordsDays, warn }: CleanupOptions): void {
  scheduler.every({ name: 'cleanup', firstMs: 0, intervalMs: INTERVAL_MS }, async () => {
    await store.sessions.deleteExpired(now());
    await store.oneTimeTokens.deleteExpired(now());
    await store.users.deleteExpiredErasures();
    await store.erasure.unused(now() - unusedRecordsDays * DAY_MS);
  });
  scheduler.retry(
    async () => {
      if ((await store.encryption.deleteUnreadable()) > 0) warn('values without a key');
      await store.encryption.encryptPlain();
      await store.erasure.purge();
      return true;
    },
    { name: 'encryption', ...STARTUP_BACKOFF },
  );
  scheduler.retry(
    async () => {
      const { undecryptable } = await store.encryption.rotateKeys();
      if (undecryptable > 0) warn('secrets without a key');
      return true;
    },
    { name: 'key-rotation', ...STARTUP_BACKOFF },
  );
}
