// Calls in flight, of all and of each line of the queue.

export interface CallSlots {
  readonly count: number;
  /** Whether another call of anybody may be sent. */
  readonly isFree: boolean;
  /** Whether a line may have another one. */
  mayTake(line: string): boolean;
  take(line: string): void;
  release(line: string): void;
}

/** How many calls are in flight at most, of all and of one line. */
export interface CallSlotLimits {
  readonly all: number;
  readonly each: number;
}

/** No call is in flight. */
export function createCallSlots({ all, each }: CallSlotLimits): CallSlots {
  const byLine = new Map<string, number>();
  let count = 0;
  return {
    get count() {
      return count;
    },
    get isFree() {
      return count < all;
    },
    mayTake: (line) => (byLine.get(line) ?? 0) < each,
    take: (line) => {
      count += 1;
      byLine.set(line, (byLine.get(line) ?? 0) + 1);
    },
    release: (line) => {
      count -= 1;
      const left = (byLine.get(line) ?? 1) - 1;
      if (left > 0) byLine.set(line, left);
      else byLine.delete(line);
    },
  };
}
