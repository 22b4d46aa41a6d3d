// Deletes accounts on request: AccessLink is asked until it confirms, then everything stored here is erased.
import { deleteUser } from '../accesslink/endpoints/registration.ts';
import { AccessLinkError } from '../accesslink/errors.ts';
import type { Transport } from '../accesslink/upstream.ts';
import type { KeyedMutex } from '../keyed-mutex.ts';
import type { Erasure } from '../store/contract/erasure.ts';
import type { Store } from '../store/contract/store.ts';
import type { StoredUser } from '../store/contract/users.ts';
import type { DeletionResult } from '../domain/context.ts';
import type { Backoff } from './backoff.ts';
import type { Scheduler } from './scheduler.ts';

/** Whose data is erased: of a user, or what was read with a token of the caller's own. */
export type DataOwner = { readonly polarUserId: string } | { readonly tokenHash: string };

/** The deletion of accounts; one that is pending outlives the process. */
export interface AccountDeletion {
  /** Erases data, and leaves the account. */
  eraseData(owner: DataOwner): Promise<Erasure>;
  /** Signs a person out everywhere and asks AccessLink once, through `send`; what fails is retried in the background. */
  deleteAccount(user: StoredUser, send: Transport): Promise<DeletionResult>;
  /** Continues the deletions that were pending when the last process ended, one after the other. */
  resume(stopping: AbortSignal): Promise<void>;
}

export interface AccountDeletionOptions {
  readonly store: Pick<Store, 'users' | 'sessions' | 'erasure'>;
  readonly send: Transport;
  /** Drops cached records in this process at once; others hear of an erasure by its signal. */
  readonly forget: (owner: DataOwner) => void;
  readonly scheduler: Pick<Scheduler, 'retry'>;
  /** By user: nobody is deleted while they sign in again, as AccessLink would delete whom it has just registered. */
  readonly accountMutex: KeyedMutex;
  /** Receives failures that are not AccessLink's. */
  readonly report: (failure: unknown) => void;
}

const BACKOFF: Backoff = { firstMs: 2_000, maxMs: 3_600_000, jitter: 0.5 };

/** Nothing is deleted before `deleteAccount` or `resume`. */
export function createAccountDeletion(options: AccountDeletionOptions): AccountDeletion {
  const { store, forget } = options;
  const attempt = async (user: StoredUser, send: Transport) => {
    const request = (by: Transport) => options.accountMutex(user.polarUserId, () => requestDeletion(user, by, options));
    const result = await request(send);
    const retried = async () => (await request(options.send)).isConfirmed;
    if (!result.isConfirmed) options.scheduler.retry(retried, { name: 'account-deletion', ...BACKOFF, failures: 1 });
    return result;
  };
  return {
    eraseData: async (owner) => {
      const { erasure } = store;
      const isToken = 'tokenHash' in owner;
      const done = await (isToken ? erasure.dataOfToken(owner.tokenHash) : erasure.dataOfUser(owner.polarUserId));
      forget(owner);
      if (!done.isPurged) purgeLater(options);
      return done;
    },
    deleteAccount: async (user, send) => {
      await store.users.mark(user.polarUserId, 'deletion-pending');
      await store.sessions.deleteOfUser(user.polarUserId);
      forget({ polarUserId: user.polarUserId });
      return attempt(user, send);
    },
    resume: async (stopping) => {
      for (const { polarUserId } of await store.users.list('deletion-pending')) {
        const user = stopping.aborted ? null : await store.users.find(polarUserId).catch(options.report);
        if (user) await attempt(user, options.send);
      }
    },
  };
}

/** Confirmed: there is nothing left to do, as the person is erased, or has signed in again and stays. Never rejects. */
async function requestDeletion(
  user: StoredUser,
  send: Transport,
  options: AccountDeletionOptions,
): Promise<DeletionResult> {
  try {
    if (!(await isDeletionPending(user, options))) return { isConfirmed: true, erasure: null };
    await deleteUser(send, user);
    // Whoever signs in again until the rows are locked stays.
    const erasure = await options.store.erasure.pendingUser(user);
    if (erasure?.isPurged === false) purgeLater(options);
    return { isConfirmed: true, erasure };
  } catch (failure) {
    if (!(failure instanceof AccessLinkError)) options.report(failure);
    return { isConfirmed: false, erasure: null };
  }
}

/** The rows are gone; their bytes are in a file that somebody else was reading. The cleanup of the next process tries, too. */
function purgeLater({ store, scheduler }: AccountDeletionOptions): void {
  const purge = async () => {
    await store.erasure.purge();
    return true;
  };
  scheduler.retry(purge, { name: 'purge', ...BACKOFF, failures: 1 });
}

async function isDeletionPending(user: StoredUser, { store }: AccountDeletionOptions): Promise<boolean> {
  const stored = await store.users.find(user.polarUserId);
  return stored?.state === 'deletion-pending' && stored.token.reveal() === user.token.reveal();
}
