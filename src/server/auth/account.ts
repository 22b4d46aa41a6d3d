// What a signed-in person may do with their connection, inside one operation.
import { deleteUser } from '../../accesslink/endpoints/registration.ts';
import type { Transport } from '../../accesslink/upstream.ts';
import type { Account } from '../../domain/context.ts';
import type { SignedIn } from './identity.ts';

/** The transport of the operation, and whether it only plans: then nothing changes and the request is written down. */
export interface AccountOptions {
  readonly send: Transport;
  readonly isPlan: boolean;
}

/** The account of a person for the resolvers of an operation. */
export function accountFor({ user, deleteAccount: depart }: SignedIn, { send, isPlan }: AccountOptions): Account {
  const { polarUserId } = user;
  return {
    polarUserId,
    disconnect: async () => {
      if (!isPlan) return depart(send);
      await deleteUser(send, user);
      return { isConfirmed: false };
    },
  };
}
