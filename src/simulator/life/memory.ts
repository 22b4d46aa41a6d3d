// Facts about a person that were worked out once; they follow from the seed, so that forgetting one costs only time.

export interface Memory {
  /** The fact of a kind and key (a date, mostly); worked out when it is asked for the first time, or was forgotten. */
  readonly recall: <Fact>(kind: string, key: string, workOut: () => Fact) => Fact;
  /** To be called when something happened that was not planned. */
  readonly clear: () => void;
}

/** Keeps at most `most` facts of each kind, and forgets the oldest first. */
export function createMemory(most: Readonly<Record<string, number>>): Memory {
  const kinds = new Map<string, Map<string, unknown>>();
  return {
    recall: <Fact>(kind: string, key: string, workOut: () => Fact): Fact => {
      const facts = kinds.get(kind) ?? new Map<string, unknown>();
      kinds.set(kind, facts);
      // Whoever asks for a kind always asks for the same type of fact.
      if (facts.has(key)) return facts.get(key) as Fact;
      const fact = workOut();
      facts.set(key, fact);
      const [oldest] = facts.size > (most[kind] ?? 0) ? facts.keys() : [];
      if (oldest !== undefined) facts.delete(oldest);
      return fact;
    },
    clear: () => kinds.clear(),
  };
}
