// The simulator's clock, which can be stopped at an instant.

/** The time by which a simulator makes its data. */
export interface SimulatorClock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Stops at an instant; null lets it run again. */
  readonly set: (epochMs: number | null) => void;
}

/** A clock that runs as `running` does until it is stopped. */
export function createClock(running: () => number): SimulatorClock {
  let stoppedAt: number | null = null;
  return {
    now: () => stoppedAt ?? running(),
    set: (epochMs) => {
      stoppedAt = epochMs;
    },
  };
}
