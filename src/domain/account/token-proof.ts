// Whom a token belongs to: the user id that comes with it is a claim, AccessLink's answers to the token are the proof.
import { namedUser } from '../../accesslink/named-user.ts';
import type { Transport } from '../../accesslink/upstream.ts';

export interface TokenProofOptions {
  /** Whom the token has proved to belong to; null: nobody yet. */
  readonly find: () => string | null;
  readonly put: (polarUserId: string) => void;
}

/**
 * Wraps a transport: what responses say of the token's user is recorded before they are passed on. The token decides what is
 * read, so a response is passed on whatever the caller claims; but nothing is filed under a claim.
 */
export function proveUser({ find, put }: TokenProofOptions): (send: Transport) => Transport {
  return (send) => async (request) => {
    const reply = await send(request);
    const named = find() ?? namedUser(request, reply);
    if (named !== null) put(named);
    return reply;
  };
}
