// How often one cause may have a line: at once the first time, then at most once an interval, with how often it happened.

export interface ThrottleOptions {
  /** Between two lines of one cause, in milliseconds. */
  readonly intervalMs: number;
  /** So many causes are counted apart at a time; further ones share one cause for each group. */
  readonly maxCauses: number;
}

/** Something that happened, and what it is counted with. */
export interface Occurrence<T> {
  /** Of a fixed set: what remains of the cause when there are too many. */
  readonly group: string;
  /** Occurrences with equal causes share lines. */
  readonly cause: string;
  readonly value: T;
}

/** A line that is due. */
export interface ThrottledLine<T> {
  /** The latest of those counted. */
  readonly value: T;
  /** How many occurrences since the last line of this cause; at least one. */
  readonly count: number;
  /** Whether causes are counted together, because there are too many. */
  readonly isMixed: boolean;
}

export interface Throttle<T> {
  /** Counts an occurrence. The line for it, when it is due at once; else it is in a later one. */
  add(occurrence: Occurrence<T>, now: number): ThrottledLine<T> | null;
  /** The lines whose interval is over and that count something. To be called again and again. */
  due(now: number): ThrottledLine<T>[];
  /** A line for everything that has been in none. Forgets all causes. */
  flush(): ThrottledLine<T>[];
  /** How many causes it knows at the moment. */
  size(): number;
}

interface Cause<T> {
  /** Of its last line. */
  lineAt: number;
  value: T;
  /** Since its last line. */
  count: number;
  readonly isMixed: boolean;
}

/** A throttle that has seen nothing. `now`, in milliseconds, is of a clock that never steps back. */
export function createThrottle<T>({ intervalMs, maxCauses }: ThrottleOptions): Throttle<T> {
  const causes = new Map<string, Cause<T>>();
  const causeOf = ({ group, cause, value }: Occurrence<T>): Cause<T> => {
    const own = JSON.stringify([group, cause]);
    const isMixed = causes.size >= maxCauses && !causes.has(own);
    const key = isMixed ? group : own;
    const known = causes.get(key) ?? { lineAt: Number.NEGATIVE_INFINITY, value, count: 0, isMixed };
    causes.set(key, known);
    return known;
  };
  const lineOf = (cause: Cause<T>, now: number): ThrottledLine<T> => {
    const { value, count, isMixed } = cause;
    Object.assign(cause, { lineAt: now, count: 0 });
    return { value, count, isMixed };
  };
  return {
    add: (occurrence, now) => {
      const cause = causeOf(occurrence);
      cause.value = occurrence.value;
      cause.count += 1;
      return now - cause.lineAt >= intervalMs ? lineOf(cause, now) : null;
    },
    due: (now) => {
      const over = [...causes].filter(([, { lineAt }]) => now - lineAt >= intervalMs);
      for (const [key, { count }] of over) if (count === 0) causes.delete(key);
      return over.filter(([, { count }]) => count > 0).map(([, cause]) => lineOf(cause, now));
    },
    flush: () => {
      const counted = [...causes.values()].filter(({ count }) => count > 0);
      causes.clear();
      return counted.map((cause) => lineOf(cause, 0));
    },
    size: () => causes.size,
  };
}
