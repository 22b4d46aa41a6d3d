// Notices that AccessLink refuses a signed-in person's token: from then on nothing is asked with it.
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { Transport } from '../../accesslink/upstream.ts';
import type { StoredUser, UserStore } from '../../store/contract/store.ts';

/** Wraps a transport: before a 401 is passed on, the link is marked as broken. */
export function detectTokenRevocation(users: UserStore, user: StoredUser): (send: Transport) => Transport {
  const breakLink = async () => {
    const known = await users.find(user.polarUserId);
    // Whoever signed in again meanwhile has another token, which was not refused.
    if (known?.token.reveal() === user.token.reveal()) await users.mark(user.polarUserId, 'reauthentication-required');
  };
  return (send) => async (request) => {
    try {
      return await send(request);
    } catch (failure) {
      if (failure instanceof AccessLinkError && failure.code === 'unauthorized') await breakLink();
      throw failure;
    }
  };
}
