// What a caller has proved about who they are: decides what is filed under whom.
import type { Transport } from '../../accesslink/upstream.ts';
import { proveUser } from '../../domain/account/token-proof.ts';
import { type StoreTierOwner, verifiedOwner } from '../../loading/cache/store-tier.ts';
import type { TokenOwners } from '../../loading/cache/token-owners.ts';
import type { Caller } from './caller.ts';

/** Wraps a transport of the caller's: what AccessLink says of who they are is recorded. */
export function watchProof({ tokenHash, partition }: Caller, owners: TokenOwners): (send: Transport) => Transport {
  if (tokenHash === null) return (send) => send;
  return proveUser({
    find: () => owners.find(tokenHash),
    put: (polarUserId) => owners.put(tokenHash, polarUserId, partition),
  });
}

/** Whose records the caller's are in the store: of whom they have proved to be, of nobody before. */
export function storeTierOwner({ viewer, partition, tokenHash }: Caller, owners: TokenOwners): StoreTierOwner {
  if (tokenHash === null) return verifiedOwner(viewer.polarUserId ?? '');
  return {
    partition,
    tokenHash,
    provenId: () => owners.find(tokenHash),
    prove: (polarUserId) => owners.put(tokenHash, polarUserId, partition),
  };
}

/** `Viewer.owner` of somebody, and the digest of their token where it is one of their own. */
export interface Countable {
  readonly owner: string;
  readonly tokenHash: string | null;
}

/** Whom something is counted for: the user whom they have proved to be, else the token, never a claim. */
export function countedAs({ owner, tokenHash }: Countable, owners: TokenOwners): string {
  if (tokenHash === null) return owner;
  return owners.find(tokenHash) ?? `token:${tokenHash}`;
}
