// A cache of computed facts about a person. They follow from the seed: evicting one costs only time.

/** Facts by kind and key. */
export interface FactCache {
  /** The fact of a kind and key (mostly a date), computed when it is not cached. A kind has facts of one type only. */
  readonly getOrCompute: <Fact>(kind: string, key: string, compute: () => Fact) => Fact;
  /** To be called when the data of the person have changed. */
  readonly clear: () => void;
}

/** Caches at most so many facts of each kind, and evicts the oldest first. */
export function createFactCache(maxFacts: Readonly<Record<string, number>>): FactCache {
  const kinds = new Map<string, Map<string, unknown>>();
  return {
    getOrCompute: <Fact>(kind: string, key: string, compute: () => Fact): Fact => {
      const facts = kinds.get(kind) ?? new Map<string, unknown>();
      kinds.set(kind, facts);
      if (facts.has(key)) return facts.get(key) as Fact;
      const fact = compute();
      facts.set(key, fact);
      const [oldest] = facts.size > (maxFacts[kind] ?? 0) ? facts.keys() : [];
      if (oldest !== undefined) facts.delete(oldest);
      return fact;
    },
    clear: () => kinds.clear(),
  };
}
