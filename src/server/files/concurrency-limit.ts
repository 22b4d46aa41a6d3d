// How many downloads may run at once: each occupies a connection to AccessLink for as long as its client reads.

export interface ConcurrencyLimit {
  /** Counts one more download of an owner. Returns the function that ends it, or null when a limit is reached. */
  acquire(owner: string): (() => void) | null;
}

/** Half of the connections to AccessLink. */
const MAX_DOWNLOADS = 8;
const MAX_DOWNLOADS_PER_OWNER = 4;

/** A limit with no download running. */
export function createConcurrencyLimit(): ConcurrencyLimit {
  const running = new Map<string, number>();
  return {
    acquire: (owner) => {
      const all = [...running.values()].reduce((sum, count) => sum + count, 0);
      const own = running.get(owner) ?? 0;
      if (all >= MAX_DOWNLOADS || own >= MAX_DOWNLOADS_PER_OWNER) return null;
      running.set(owner, own + 1);
      let isReleased = false;
      return () => {
        if (isReleased) return;
        isReleased = true;
        const rest = (running.get(owner) ?? 1) - 1;
        if (rest > 0) running.set(owner, rest);
        else running.delete(owner);
      };
    },
  };
}
