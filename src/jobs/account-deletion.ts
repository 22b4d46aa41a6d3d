// Forgetting people who asked for it: AccessLink is told until it confirms, then everything here is erased.
import { deleteUser } from '../accesslink/endpoints/registration.ts';
import { AccessLinkError } from '../accesslink/errors.ts';
import type { Transport } from '../accesslink/upstream.ts';
import type { Store, StoredUser } from '../store/contract/store.ts';
import type { DeletionResult } from '../domain/context.ts';

/** People on their way out. */
export interface AccountDeletion {
  /** Signs a person out everywhere and tells AccessLink once, through `send`; what fails is tried again without them. */
  deleteAccount(user: StoredUser, send: Transport): Promise<DeletionResult>;
  /** Goes on with those who were leaving when the program ended. */
  resume(): Promise<void>;
  /** Tries no more; who has not left is still leaving at the next start. */
  close(): void;
}

export interface AccountDeletionOptions {
  readonly store: Pick<Store, 'users' | 'sessions' | 'signals'>;
  readonly send: Transport;
  /** Drops what this process remembers of a person, before AccessLink has confirmed. */
  readonly forget: (polarUserId: string) => void;
  /** Told of every failure that is not AccessLink's. */
  readonly report: (failure: unknown) => void;
  /** Milliseconds to wait after so many failures. */
  readonly delay?: (failures: number) => number;
}

const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 3_600_000;

/** Nobody is on their way out until `depart` or `resume`. */
export function createAccountDeletion(options: AccountDeletionOptions): AccountDeletion {
  const { store, forget, delay = delayAfter } = options;
  const timers = new Set<NodeJS.Timeout>();
  let isClosed = false;
  const retryLater = (user: StoredUser, failures: number) => {
    if (isClosed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void retry(user, failures);
    }, delay(failures)).unref();
    timers.add(timer);
  };
  const retry = async (user: StoredUser, failures: number) => {
    if (!(await leave(user, options.send, options))) retryLater(user, failures + 1);
  };
  return {
    deleteAccount: async (user, send) => {
      await store.users.mark(user.polarUserId, 'deletion-pending');
      await store.sessions.deleteOfUser(user.polarUserId);
      forget(user.polarUserId);
      const isConfirmed = await leave(user, send, options);
      if (!isConfirmed) retryLater(user, 1);
      return { isConfirmed };
    },
    resume: async () => {
      for (const user of await store.users.list('deletion-pending')) if (!isClosed) await retry(user, 0);
    },
    close: () => {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Whether the matter is settled: the person is erased, or has signed in again and stays. */
async function leave(user: StoredUser, send: Transport, options: AccountDeletionOptions): Promise<boolean> {
  try {
    if (!(await isLeaving(user, options))) return true;
    await deleteUser(send, user);
    if (await isLeaving(user, options)) await erase(user.polarUserId, options);
    return true;
  } catch (failure) {
    if (!(failure instanceof AccessLinkError)) options.report(failure);
    return false;
  }
}

async function isLeaving(user: StoredUser, { store }: AccountDeletionOptions): Promise<boolean> {
  const known = await store.users.find(user.polarUserId);
  return known?.state === 'deletion-pending' && known.token.reveal() === user.token.reveal();
}

/** Every process that hears the signal forgets what it remembers, this one too. */
async function erase(polarUserId: string, { store }: AccountDeletionOptions): Promise<void> {
  await store.users.erase(polarUserId);
  await store.signals.send({ type: 'erase', polarUserId });
}

/** Twice as long after every failure, up to an hour, and not all at the same moment. */
function delayAfter(failures: number): number {
  const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** failures);
  return longest / 2 + (Math.random() * longest) / 2;
}
