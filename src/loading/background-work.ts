// Work that continues after the response.

export interface BackgroundWork {
  /** Follows a promise until it is settled, and resolves then; a failure is reported, never thrown. */
  track(work: Promise<unknown>): Promise<void>;
  /** Resolves when the work that is running now is settled. */
  flushed(): Promise<void>;
  /** Resolves when no work is running. */
  settled(): Promise<void>;
}

/** Follows work and passes failures to `report`. */
export function createBackgroundWork(report: (failure: unknown) => void): BackgroundWork {
  const running = new Set<Promise<void>>();
  return {
    track: (work) => {
      const followed: Promise<void> = work.then(() => {}, report).finally(() => running.delete(followed));
      running.add(followed);
      return followed;
    },
    flushed: async () => {
      // Records that were put in this tick are written at its end.
      await Promise.resolve();
      await Promise.all(running);
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
