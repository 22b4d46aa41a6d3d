// What was found out once, as long as there is space for it: bounded by the weight of all entries together.

export interface WeightedCache<V> {
  readonly get: (key: string) => V | undefined;
  /** Puts what is not there yet. What weighs more than a part of all is not worth what it would push out. */
  readonly put: (key: string, value: V, weight: number) => void;
}

/** One entry weighs at most this part of all: an eighth. */
const LARGEST_PART = 1 / 8;

/** Entries of so much weight together; the one that was used longest ago goes first. */
export function createWeightedCache<V>(maxWeight: number): WeightedCache<V> {
  const entries = new Map<string, { readonly value: V; readonly weight: number }>();
  let total = 0;
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    put: (key, value, weight) => {
      if (weight > maxWeight * LARGEST_PART) return;
      entries.set(key, { value, weight });
      total += weight;
      for (const [oldest, entry] of entries) {
        if (total <= maxWeight) return;
        entries.delete(oldest);
        total -= entry.weight;
      }
    },
  };
}
