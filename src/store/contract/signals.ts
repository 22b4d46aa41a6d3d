// The contract of the messages between all processes on one database.

/** Messages between all processes on one database, for invalidation and subscriptions. Nothing secret is in them. */
export type Signal =
  | { readonly type: 'event'; readonly polarUserId: string; readonly id: string }
  | ({ readonly type: 'invalidate' } & InvalidationSignal)
  | { readonly type: 'erase'; readonly polarUserId: string }
  /** Sessions of the user have ended. */
  | { readonly type: 'sessions'; readonly polarUserId: string }
  /** What was read with a token of the caller's own was erased. */
  | { readonly type: 'erase-token'; readonly tokenHash: string }
  /** The request budget in the store has changed in a way that all must know before their next call. */
  | { readonly type: 'budget' };

/** Records of a resource: those under the keys, or all of them. */
export interface InvalidatedRecords {
  readonly resource: string;
  readonly keys: readonly string[] | null;
}

/** Records of a user that were invalidated together. */
export interface InvalidationSignal {
  readonly polarUserId: string;
  readonly records: readonly InvalidatedRecords[];
  /** Whoever sent it, so that they know their own. */
  readonly sender: string;
}

/** What a listener receives. `missed`: signals were lost with the connection; drop what depends on them. */
export type ReceivedSignal = Signal | { readonly type: 'missed' };

/** Carries signals between the processes of one machine that have one SQLite database. */
export interface SignalBus {
  /** To all other processes. */
  send(signal: Signal): void;
  /** Calls `listener` for each signal of another process until the returned function is called. */
  listen(listener: (signal: ReceivedSignal) => void): () => void;
}

export interface Signals {
  /**
   * Sends to every listener in every process, this one too. Lists of keys that are too long for one message arrive as null:
   * everything of the resource.
   */
  send(signal: Signal): Promise<void>;
  /**
   * Calls `listener` for each signal until the returned function is called. At most once each and never repeated: whoever
   * reads events calls `events.after` at the start, at each `event` and at `missed`, and so misses none.
   */
  listen(listener: (signal: ReceivedSignal) => void): () => void;
}
