// When each partition was used: noted in the store once a day, so that reading does not write each time.
import { LRUCache } from 'lru-cache';
import { entryLimit } from './entry-limit.ts';

/** Whether a partition is used for the first time today, as far as this process remembers. Says so once. */
export type IsFirstUse = (partition: string) => boolean;

const DAY_MS = 86_400_000;
const MAX_PARTITIONS = 10_000;

/** `now` is in milliseconds since the epoch. */
export function createPartitionUse(now: () => number): IsFirstUse {
  const days = new LRUCache<string, number>(entryLimit(MAX_PARTITIONS));
  return (partition) => {
    const day = Math.floor(now() / DAY_MS);
    if (days.get(partition) === day) return false;
    days.set(partition, day);
    return true;
  };
}
