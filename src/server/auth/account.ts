// The account of a signed-in user, for the resolvers of one operation.
import { deleteUser } from '../../accesslink/endpoints/registration.ts';
import type { Transport } from '../../accesslink/upstream.ts';
import type { Account } from '../../domain/context.ts';
import type { SignedIn } from './identity.ts';

export interface AccountOptions {
  readonly send: Transport;
  /** Nothing changes: the first request is recorded, not sent. */
  readonly isPlan: boolean;
}

/** The account as the resolvers see it. */
export function accountFor({ user, sessions, deleteAccount }: SignedIn, { send, isPlan }: AccountOptions): Account {
  const { polarUserId } = user;
  return {
    polarUserId,
    sessions: isPlan ? { ...sessions, end: async () => false, endAll: async () => 0 } : sessions,
    disconnect: async () => {
      if (!isPlan) return deleteAccount(send);
      await deleteUser(send, user);
      return { isConfirmed: false, erasure: null };
    },
  };
}
