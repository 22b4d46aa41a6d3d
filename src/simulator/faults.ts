// Faults on request: which of them a request meets.

export const FAULT_KINDS = ['status', 'delay', 'hang', 'cut', 'garbage', 'html', 'redirect', 'oversize'] as const;

export interface Fault {
  /** Part of the path with its query; absent: every path. */
  path?: string;
  /** Whose token it hits; absent: everybody's. */
  userId?: string;
  kind: (typeof FAULT_KINDS)[number];
  /** For `status` (default 503) and `html` (default 401). */
  status?: number;
  /** For `delay`, milliseconds. */
  delayMs?: number;
  /** How many requests it hits; absent: all, until cleared. */
  times?: number;
}

/** What befalls one request: first the wait, then the failure, if any. */
export interface Fate {
  readonly delayMs: number;
  readonly failure: Fault | null;
}

export interface Faults {
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
  /** The fate of a request; uses up one of the `times` of every fault that it meets. */
  readonly meet: (path: string, userId: string | null) => Fate;
}

/** Delays add up; of other kinds the one added first counts, and only that one is used up. */
export function createFaults(): Faults {
  let planted: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      planted.push({ fault: { ...fault }, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => {
      planted = [];
    },
    meet: (path, userId) => {
      const matching = planted.filter(({ fault, left }) => left > 0 && isMet(fault, path, userId));
      const delays = matching.filter(({ fault }) => fault.kind === 'delay');
      const failure = matching.find(({ fault }) => fault.kind !== 'delay');
      for (const met of failure ? [...delays, failure] : delays) met.left -= 1;
      const delayMs = delays.reduce((sum, { fault }) => sum + (fault.delayMs ?? 0), 0);
      return { delayMs, failure: failure?.fault ?? null };
    },
  };
}

function isMet(fault: Fault, path: string, userId: string | null): boolean {
  return path.includes(fault.path ?? '') && (fault.userId === undefined || fault.userId === userId);
}
