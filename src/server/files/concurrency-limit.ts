// How many files may be under way at once: each holds a connection to AccessLink as long as its reader likes.

export interface ConcurrencyLimit {
  /** Takes a place for an owner; the way to give it back, once. Null when all are taken. */
  enter(owner: string): (() => void) | null;
}

/** Half of the connections that there are, and not all of them for one person. */
const MOST = 8;
const MOST_OF_ONE = 4;

/** All places free. */
export function createConcurrencyLimit(taken = new Map<string, number>()): ConcurrencyLimit {
  return {
    enter: (owner) => {
      const all = [...taken.values()].reduce((sum, count) => sum + count, 0);
      const own = taken.get(owner) ?? 0;
      if (all >= MOST || own >= MOST_OF_ONE) return null;
      taken.set(owner, own + 1);
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        const left = (taken.get(owner) ?? 1) - 1;
        if (left > 0) taken.set(owner, left);
        else taken.delete(owner);
      };
    },
  };
}
