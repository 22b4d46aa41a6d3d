// The contract of the messages between all processes on one database.

/** Messages between all processes on one database, for invalidation and subscriptions. Nothing secret is in them. */
export type Signal =
  | { readonly type: 'event'; readonly polarUserId: string; readonly id: string }
  | {
      readonly type: 'expire';
      readonly polarUserId: string;
      readonly resource: string;
      readonly whats: readonly string[] | null;
      /** Whoever sent it, so that they can tell their own. */
      readonly sender?: string;
    }
  | { readonly type: 'erase'; readonly polarUserId: string };

/** What a listener hears. `missed`: the connection was lost for a while and signals with it. Forget what hangs on them. */
export type ReceivedSignal = Signal | { readonly type: 'missed' };

export interface Signals {
  /**
   * Sends to every listener in every process, this one too. A list of `whats` too long for one message arrives as null:
   * everything of the resource.
   */
  send(signal: Signal): Promise<void>;
  /**
   * Calls `listener` for each signal until the returned function is called. At most once each and never repeated: whoever
   * follows events reads `events.after` at the start, at each `event` and at `missed`, and so misses none.
   */
  listen(listener: (heard: ReceivedSignal) => void): () => void;
}
