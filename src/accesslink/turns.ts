// How many requests are sent at a time: the others wait for their turn, first come, first served.

/** To be called once, when a request no longer needs its connection. */
export type Release = () => void;

export interface Turns {
  /** Resolves when a connection is free. */
  take(): Promise<Release>;
}

/** At most `count` turns at a time. */
export function createTurns(count: number): Turns {
  let free = count;
  const waiting: (() => void)[] = [];
  const release = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    take: async () => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => void waiting.push(resolve));
      return release;
    },
  };
}
