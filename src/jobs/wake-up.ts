// Something to wait for that may ring at any time, also before anybody waits.

export interface WakeUp {
  notify(): void;
  /** What has rung until now is forgotten. */
  reset(): void;
  /** Until it rings, or has rung, but not longer than this. Keeps no process alive. */
  wait(milliseconds: number): Promise<void>;
}

/** A bell that has not rung. */
export function createWakeUp(): WakeUp {
  let rung = Promise.withResolvers<void>();
  return {
    notify: () => rung.resolve(),
    reset: () => {
      rung = Promise.withResolvers();
    },
    wait: async (milliseconds) => {
      const elapsed = Promise.withResolvers<void>();
      const timer = setTimeout(elapsed.resolve, milliseconds).unref();
      await Promise.race([rung.promise, elapsed.promise]);
      clearTimeout(timer);
    },
  };
}
