// Deletes accounts on request: AccessLink is asked until it confirms, then everything stored here is erased.
import { deleteUser } from '../accesslink/endpoints/registration.ts';
import { AccessLinkError } from '../accesslink/errors.ts';
import type { Transport } from '../accesslink/upstream.ts';
import type { Store } from '../store/contract/store.ts';
import type { StoredUser } from '../store/contract/users.ts';
import type { DeletionResult } from '../domain/context.ts';
import type { Backoff } from './backoff.ts';
import type { Scheduler } from './scheduler.ts';

/** The deletion of accounts; one that is pending outlives the process. */
export interface AccountDeletion {
  /** Signs a person out everywhere and asks AccessLink once, through `send`; what fails is retried in the background. */
  deleteAccount(user: StoredUser, send: Transport): Promise<DeletionResult>;
  /** Continues the deletions that were pending when the last process ended, one after the other. */
  resume(stopping: AbortSignal): Promise<void>;
}

export interface AccountDeletionOptions {
  readonly store: Pick<Store, 'users' | 'sessions' | 'signals'>;
  readonly send: Transport;
  /** Drops the cached records of a person in this process, before AccessLink has confirmed. */
  readonly forget: (polarUserId: string) => void;
  readonly scheduler: Pick<Scheduler, 'retry'>;
  /** Receives failures that are not AccessLink's. */
  readonly report: (failure: unknown) => void;
}

const BACKOFF: Backoff = { firstMs: 2_000, maxMs: 3_600_000, jitter: 0.5 };

/** Nothing is deleted before `deleteAccount` or `resume`. */
export function createAccountDeletion(options: AccountDeletionOptions): AccountDeletion {
  const { store, forget } = options;
  const attempt = async (user: StoredUser, send: Transport) => {
    const isDone = await requestDeletion(user, send, options);
    const retried = () => requestDeletion(user, options.send, options);
    if (!isDone) options.scheduler.retry(retried, { name: 'account-deletion', ...BACKOFF, failures: 1 });
    return isDone;
  };
  return {
    deleteAccount: async (user, send) => {
      await store.users.mark(user.polarUserId, 'deletion-pending');
      await store.sessions.deleteOfUser(user.polarUserId);
      forget(user.polarUserId);
      return { isConfirmed: await attempt(user, send) };
    },
    resume: async (stopping) => {
      for (const user of await store.users.list('deletion-pending'))
        if (!stopping.aborted) await attempt(user, options.send);
    },
  };
}

/** Whether there is nothing left to do: the person is erased, or has signed in again and stays. Never rejects. */
async function requestDeletion(user: StoredUser, send: Transport, options: AccountDeletionOptions): Promise<boolean> {
  try {
    if (!(await isDeletionPending(user, options))) return true;
    await deleteUser(send, user);
    if (await isDeletionPending(user, options)) await erase(user.polarUserId, options);
    return true;
  } catch (failure) {
    if (!(failure instanceof AccessLinkError)) options.report(failure);
    return false;
  }
}

async function isDeletionPending(user: StoredUser, { store }: AccountDeletionOptions): Promise<boolean> {
  const stored = await store.users.find(user.polarUserId);
  return stored?.state === 'deletion-pending' && stored.token.reveal() === user.token.reveal();
}

/** Every process that receives the signal drops its cached records, this one too. */
async function erase(polarUserId: string, { store }: AccountDeletionOptions): Promise<void> {
  await store.users.erase(polarUserId);
  await store.signals.send({ type: 'erase', polarUserId });
}
