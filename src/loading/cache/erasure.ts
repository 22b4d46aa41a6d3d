// Forgetting erased people in the memory of every process.
import type { Cancel, Clock } from '../../clock.ts';
import type { Signals } from '../../store/contract/signals.ts';
import { type Partition, partitionOfUser } from './keys.ts';
import type { ErasableMemoryTier } from './memory-tier.ts';
import type { TokenOwners } from './token-owners.ts';

/** No operation lasts longer: what a running one has cached after the first time is forgotten by then. */
const LONGEST_OPERATION_MS = 30_000;

/**
 * Forgets people at the signal of their erasure, everything when signals may have been missed. Returns what ends it.
 */
export function forgetErased(signals: Signals, caches: ErasableCaches, clock: Pick<Clock, 'after'>): Cancel {
  const { memory } = caches;
  const pending = new Set<Cancel>();
  const stopListening = signals.listen((signal) => {
    if (signal.type === 'missed') memory.clear();
    if (signal.type !== 'erase' && signal.type !== 'erase-token') return;
    const forget = () => forgetRecords(signal, caches);
    forget();
    const cancel = clock.after(LONGEST_OPERATION_MS, () => {
      pending.delete(cancel);
      forget();
    });
    pending.add(cancel);
  });
  return () => {
    stopListening();
    for (const cancel of pending) cancel();
  };
}

/** What can be forgotten of people. */
export interface ErasableCaches {
  readonly memory: ErasableMemoryTier;
  readonly tokenOwners: TokenOwners;
}

/** Drops the cached records of a user, those of every token that has proved to be theirs too, or those of one token. */
export function forgetRecords(
  owner: { readonly polarUserId: string } | { readonly tokenHash: string },
  { memory, tokenOwners }: ErasableCaches,
): void {
  for (const partition of partitionsOf(owner, tokenOwners)) memory.forget(partition);
}

function partitionsOf(owner: Parameters<typeof forgetRecords>[0], tokenOwners: TokenOwners): Partition[] {
  if ('tokenHash' in owner) return tokenOwners.partitionsOfToken(owner.tokenHash);
  return [partitionOfUser(owner.polarUserId), ...tokenOwners.partitionsOfUser(owner.polarUserId)];
}
