// How many large bodies are in memory at once: the others wait, and AccessLink with them.

export interface LargeBodies {
  /** Resolves when there is space for one more, with what gives it back. */
  admit(): Promise<() => void>;
}

/** Space for so many large bodies at once, from their first bytes until they are decoded. */
export function createLargeBodies(count: number): LargeBodies {
  const waiting: (() => void)[] = [];
  let free = count;
  const giveBack = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    admit: async () => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      let isGivenBack = false;
      return () => {
        if (!isGivenBack) giveBack();
        isGivenBack = true;
      };
    },
  };
}
