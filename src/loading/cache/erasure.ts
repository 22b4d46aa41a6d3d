// Forgetting erased people in the memory of every process.
import type { Cancel, Clock } from '../../clock.ts';
import type { Signals } from '../../store/contract/signals.ts';
import { partitionOfUser } from './keys.ts';
import type { ErasableMemoryTier } from './memory-tier.ts';

/** No operation lasts longer: what a running one has cached after the first time is forgotten by then. */
const LONGEST_OPERATION_MS = 30_000;

/**
 * Forgets people at the signal of their erasure, everything when signals may have been missed. Returns what ends it.
 */
export function forgetErased(signals: Signals, memory: ErasableMemoryTier, clock: Pick<Clock, 'after'>): Cancel {
  const pending = new Set<Cancel>();
  const stopListening = signals.listen((signal) => {
    if (signal.type === 'missed') memory.clear();
    if (signal.type !== 'erase') return;
    const partition = partitionOfUser(signal.polarUserId);
    memory.forget(partition);
    const cancel = clock.after(LONGEST_OPERATION_MS, () => {
      pending.delete(cancel);
      memory.forget(partition);
    });
    pending.add(cancel);
  });
  return () => {
    stopListening();
    for (const cancel of pending) cancel();
  };
}
