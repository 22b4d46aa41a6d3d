// Faults that tests or operators have added, and which of them apply to a request.

export const FAULT_KINDS = ['status', 'delay', 'hang', 'cut', 'garbage', 'html', 'redirect', 'oversize'] as const;

/** A fault, and the requests that it applies to. */
export interface Fault {
  /** Part of the path with its query; absent: every path. */
  path?: string;
  /** GET, POST and so on; absent: every method. */
  method?: string;
  /** Applies to requests with this person's token; absent: to all. */
  userId?: string;
  kind: (typeof FAULT_KINDS)[number];
  /** For `status` (default 503), `html` (default 401) and `redirect` (default 302). */
  status?: number;
  /** For `status`: the JSON in its body, in the place of that of an ordinary error. */
  json?: unknown;
  /** For `status` and `redirect`: further headers. */
  headers?: Readonly<Record<string, string>>;
  /** For `delay`, milliseconds. */
  delayMs?: number;
  /** How many requests it applies to; absent: all, until cleared. */
  times?: number;
}

/** The faults of one request: first the delay, then the failure, if any. */
export interface InjectedFaults {
  readonly delayMs: number;
  readonly failure: Fault | null;
}

/** The faults of a simulator. */
export interface Faults {
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
  /** The faults of a request. Each that applies counts down its `times`. */
  readonly match: (request: FaultyRequest) => InjectedFaults;
}

/** What decides which faults apply to a request. */
export interface FaultyRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly userId: string | null;
}

/** Delays add up; of other kinds only the one added first applies and counts down. */
export function createFaults(): Faults {
  let active: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      active.push({ fault: { ...fault }, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => {
      active = [];
    },
    match: (request) => {
      const matching = active.filter(({ fault, left }) => left > 0 && matches(fault, request));
      const delays = matching.filter(({ fault }) => fault.kind === 'delay');
      const failure = matching.find(({ fault }) => fault.kind !== 'delay');
      for (const matched of failure ? [...delays, failure] : delays) matched.left -= 1;
      const delayMs = delays.reduce((sum, { fault }) => sum + (fault.delayMs ?? 0), 0);
      return { delayMs, failure: failure?.fault ?? null };
    },
  };
}

function matches(fault: Fault, { method, path, userId }: FaultyRequest): boolean {
  const isOfUser = fault.userId === undefined || fault.userId === userId;
  return isOfUser && path.includes(fault.path ?? '') && (fault.method === undefined || fault.method === method);
}
