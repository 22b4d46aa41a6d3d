// What was found out once, as long as there is space for it: bounded by the weight of all entries together.

export interface WeightedCache<V> {
  readonly get: (key: string) => V | undefined;
  /** Puts something, in the place of what was there. What weighs more than a part of all is not worth what it would push out. */
  readonly put: (key: string, value: V, weight: number) => void;
  readonly drop: (key: string) => void;
  /** Drops all that are like this. */
  readonly dropAll: (isDropped: (value: V) => boolean) => void;
  /** What all entries weigh together. */
  readonly weight: () => number;
}

/** One entry weighs at most this part of all: an eighth. */
const LARGEST_PART = 1 / 8;

/** Entries of so much weight together; the one that was used longest ago goes first. */
export function createWeightedCache<V>(maxWeight: number): WeightedCache<V> {
  const entries = new Map<string, { readonly value: V; readonly weight: number }>();
  let total = 0;
  const drop = (key: string) => {
    total -= entries.get(key)?.weight ?? 0;
    entries.delete(key);
  };
  return {
    drop,
    dropAll: (isDropped) => {
      for (const [key, { value }] of entries) if (isDropped(value)) drop(key);
    },
    weight: () => total,
    get: (key) => {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    put: (key, value, weight) => {
      drop(key);
      if (weight > maxWeight * LARGEST_PART) return;
      entries.set(key, { value, weight });
      total += weight;
      for (const oldest of entries.keys()) {
        if (total <= maxWeight) return;
        drop(oldest);
      }
    },
  };
}
