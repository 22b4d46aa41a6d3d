// Forgetting in memory whoever was erased, in every process.
import type { Signals } from '../../store/contract/signals.ts';
import { partitionOfUser } from './keys.ts';
import type { ErasableMemoryTier } from './memory-tier.ts';

/** No operation lasts longer: what one under way has remembered after the first time is forgotten by then. */
const LAST_OPERATION_MS = 30_000;

/** Forgets people at the signal of their erasure, and everything when signals may have been missed. Returns its end. */
export function forgetErased(signals: Signals, memory: ErasableMemoryTier): () => void {
  const timers = new Set<NodeJS.Timeout>();
  const stopListening = signals.listen((heard) => {
    if (heard.type === 'missed') memory.clear();
    if (heard.type !== 'erase') return;
    const scope = partitionOfUser(heard.polarUserId);
    memory.forget(scope);
    const timer = setTimeout(() => {
      timers.delete(timer);
      memory.forget(scope);
    }, LAST_OPERATION_MS).unref();
    timers.add(timer);
  });
  return () => {
    stopListening();
    for (const timer of timers) clearTimeout(timer);
  };
}
