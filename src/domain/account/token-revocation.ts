// Detects that AccessLink does not accept a signed-in user's token any more: from then on it is not sent.
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { Transport } from '../../accesslink/upstream.ts';
import type { StoredUser, UserStore } from '../../store/contract/users.ts';

/**
 * Wraps a transport: before a 401 is passed on, the user is marked as one who must sign in again. A store that fails then
 * changes nothing of the failure: the next 401 marks the user.
 */
export function detectTokenRevocation(users: UserStore, user: StoredUser): (send: Transport) => Transport {
  const markRevoked = async () => {
    const stored = await users.find(user.polarUserId);
    // A user who signed in again meanwhile has another token, which may still be accepted.
    if (stored?.token.reveal() === user.token.reveal()) await users.mark(user.polarUserId, 'reauthentication-required');
  };
  return (send) => async (request) => {
    try {
      return await send(request);
    } catch (failure) {
      if (failure instanceof AccessLinkError && failure.code === 'unauthorized') await markRevoked().catch(() => {});
      throw failure;
    }
  };
}
