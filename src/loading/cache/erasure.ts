// Forgetting erased people in the memory of every process.
import type { Cancel, Clock } from '../../clock.ts';
import type { ReceivedSignal, Signals } from '../../store/contract/signals.ts';
import { type Partition, partitionOfUser } from './keys.ts';
import type { ErasableMemoryTier } from './memory-tier.ts';
import type { TokenOwners } from './token-owners.ts';

/** No operation lasts longer: what a running one has cached after the first time is forgotten by then. */
const LONGEST_OPERATION_MS = 30_000;

/**
 * Forgets people at the signal of their erasure, everything when signals may have been missed. Returns what ends it.
 */
export function forgetErased(signals: Signals, caches: ErasableCaches, clock: Pick<Clock, 'after'>): Cancel {
  const { memory, tokenOwners } = caches;
  const pending = new Set<Cancel>();
  const stopListening = signals.listen((signal) => {
    if (signal.type === 'missed') memory.clear();
    const forget = () => {
      for (const partition of erasedPartitions(signal, tokenOwners)) memory.forget(partition);
    };
    if (signal.type !== 'erase' && signal.type !== 'erase-token') return;
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

/** Of a user: their own partition, and those of every token that has proved to be theirs. */
function erasedPartitions(signal: ReceivedSignal, tokenOwners: TokenOwners): Partition[] {
  if (signal.type === 'erase-token') return tokenOwners.partitionsOfToken(signal.tokenHash);
  if (signal.type !== 'erase') return [];
  const { polarUserId } = signal;
  return [partitionOfUser(polarUserId), ...tokenOwners.partitionsOfUser(polarUserId)];
}
