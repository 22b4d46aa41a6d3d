// Whom a token belongs to: the user id that comes with it is a claim, which AccessLink's answers to the token prove or refute.
import { namedUser } from '../../accesslink/named-user.ts';
import type { Transport } from '../../accesslink/upstream.ts';
import { badUserInput, type DomainError } from '../errors.ts';

export interface TokenProofOptions {
  /** The user id that the caller claims; null: they claim none. */
  readonly claimedId: string | null;
  /** Whom the token has proved to belong to; null: nobody yet. */
  readonly find: () => string | null;
  readonly put: (polarUserId: string) => void;
}

/**
 * Wraps a transport: what responses say of the token's user is recorded before they are passed on. A response about another
 * user than the caller claims to be is not passed on: the request fails with a bad-user-input error that names the claim.
 */
export function proveUser({ claimedId, find, put }: TokenProofOptions): (send: Transport) => Transport {
  return (send) => async (request) => {
    const reply = await send(request);
    const named = find() ?? namedUser(request, reply);
    if (named === null) return reply;
    put(named);
    if (claimedId !== null && claimedId !== named) throw contradiction(claimedId);
    return reply;
  };
}

/** The claim is wrong. Whose the token is instead is left to its holder. */
export function contradiction(claimedId: string): DomainError {
  return badUserInput(
    `Cannot read for the user ${claimedId}: AccessLink's answers to this token are about another user; send the ` +
      'Polar-User-Id of the user of the token, or leave it out',
  );
}
