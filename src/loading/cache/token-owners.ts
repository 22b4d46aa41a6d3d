// Whom tokens have proved to belong to, and which partitions were used with them: of callers who bring a token of their own.
import { LRUCache } from 'lru-cache';
import { entryLimit } from './entry-limit.ts';
import type { Partition } from './keys.ts';

/** What is known of tokens, each by its digest. A token belongs to one user for as long as it is valid. */
export interface TokenOwners {
  /** The user whom AccessLink's answers to the token have named; null: none has yet. */
  find(tokenHash: string): string | null;
  /** Records whom an answer has named, and for which partition it was. The first user stays. */
  put(tokenHash: string, polarUserId: string, partition: Partition): void;
  /** The partitions of all tokens that have proved to be a user's. */
  partitionsOfUser(polarUserId: string): Partition[];
  partitionsOfToken(tokenHash: string): Partition[];
}

interface TokenOwner {
  readonly polarUserId: string;
  /** One with the user's id as a claim, one without. */
  readonly partitions: Set<Partition>;
}

const MAX_TOKENS = 10_000;

/**
 * Nothing known yet. The least recently used tokens are forgotten, and have to prove their user again: `forget` receives their
 * partitions, which no erasure would find any more. Only tokens that AccessLink has answered, or that the store has records of,
 * are known: made-up ones push out nobody.
 */
export function createTokenOwners(forget: (partition: Partition) => void, maxTokens = MAX_TOKENS): TokenOwners {
  const owners = new LRUCache<string, TokenOwner>({
    ...entryLimit(maxTokens),
    dispose: ({ partitions }, _, reason) => {
      if (reason === 'evict') partitions.forEach(forget);
    },
  });
  return {
    find: (tokenHash) => owners.get(tokenHash)?.polarUserId ?? null,
    put: (tokenHash, polarUserId, partition) => {
      const owner = owners.get(tokenHash) ?? { polarUserId, partitions: new Set() };
      owner.partitions.add(partition);
      owners.set(tokenHash, owner);
    },
    partitionsOfUser: (polarUserId) =>
      Array.from(owners.values()).flatMap((owner) => (owner.polarUserId === polarUserId ? [...owner.partitions] : [])),
    partitionsOfToken: (tokenHash) => [...(owners.peek(tokenHash)?.partitions ?? [])],
  };
}
