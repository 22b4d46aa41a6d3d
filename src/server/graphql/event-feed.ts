// The events of one user as an iterator: read from the store when there may be more, never buffered for a slow client.
import type { Clock } from '../../clock.ts';
import { isStoreUnavailable } from '../../store/contract/errors.ts';
import type { EventStore, StoredEvent } from '../../store/contract/events.ts';
import type { ReceivedSignal, Signals } from '../../store/contract/signals.ts';
import type { EventRoot, EventStream } from '../../domain/context.ts';
import { createWakeUp, type WakeUp } from '../../jobs/wake-up.ts';

export interface EventFeedOptions {
  readonly events: Pick<EventStore, 'after' | 'latest'>;
  readonly signals: Pick<Signals, 'listen'>;
  readonly clock: Pick<Clock, 'after'>;
  readonly polarUserId: string;
  /** Events after this id; null: only those that are stored from now on. */
  readonly after: string | null;
  /** Whether events of a type are returned. */
  readonly isWanted: (type: string) => boolean;
  /** Whether the user may still subscribe. Called before each event, and after each `checkMs` without one. */
  readonly isAllowed: () => Promise<boolean>;
  /** Called once when the feed ends, for whatever reason. */
  readonly onEnd?: () => void;
  readonly checkMs?: number | undefined;
}

/** A feed without events ends at most this long after its session. */
const CHECK_MS = 15_000;
const BATCH_SIZE = 20;

export interface EventFeed extends EventStream, AsyncIterableIterator<EventRoot> {
  [Symbol.asyncIterator](): EventFeed;
}

/** Before every id. */
export const FIRST_ID = '0';

/** Opens a feed that ends when the consumer returns it, or when the user may not subscribe any more. */
export async function openEventFeed(options: EventFeedOptions): Promise<EventFeed> {
  // Listening starts before the latest id is read: no event falls in between.
  const feed = new StoredEventFeed(options);
  try {
    return feed.startAfter(options.after ?? (await options.events.latest(options.polarUserId)));
  } catch (failure) {
    await feed.return();
    throw failure;
  }
}

/** Not a generator: `return` of a generator waits for the pending `next`, which may never come. */
class StoredEventFeed implements EventFeed {
  readonly #options: EventFeedOptions;
  readonly #wakeUp: WakeUp;
  readonly #stopListening: () => void;
  #lastId = FIRST_ID;
  #startId = FIRST_ID;
  #batch: readonly StoredEvent[] = [];
  #hasEnded = false;

  constructor(options: EventFeedOptions) {
    this.#options = options;
    this.#wakeUp = createWakeUp(options.clock);
    this.#stopListening = options.signals.listen((signal) => {
      if (mayBringEvents(signal, options.polarUserId)) this.#wakeUp.notify();
    });
  }

  startAfter(id: string | null): this {
    this.#lastId = this.#startId = id ?? FIRST_ID;
    return this;
  }

  get startId(): string {
    return this.#startId;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<EventRoot>> {
    const { isAllowed, checkMs = CHECK_MS } = this.#options;
    try {
      while (!this.#hasEnded) {
        this.#wakeUp.reset();
        const hasMore = this.#batch.length > 0 || (await this.#read());
        if (!(await isAllowed())) this.#end();
        else if (!hasMore) await this.#wakeUp.wait(checkMs);
        else if (!this.#hasEnded && this.#batch[0]) return { done: false, value: this.#take(this.#batch[0]) };
      }
      return { done: true, value: undefined };
    } catch (failure) {
      this.#end();
      throw failure;
    }
  }

  async return(): Promise<IteratorResult<EventRoot>> {
    this.#end();
    return { done: true, value: undefined };
  }

  /** Reads the next batch; whether there was one, wanted or not. A store that is not available is asked again later. */
  async #read(): Promise<boolean> {
    const { events, polarUserId, isWanted } = this.#options;
    const stored = await events.after(polarUserId, this.#lastId, BATCH_SIZE).catch(noneWhileUnavailable);
    this.#lastId = stored.at(-1)?.id ?? this.#lastId;
    this.#batch = stored.filter(({ type }) => isWanted(type));
    return stored.length > 0;
  }

  #take(event: StoredEvent): EventRoot {
    this.#batch = this.#batch.slice(1);
    return { dataAvailable: event };
  }

  #end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#stopListening();
    this.#wakeUp.notify();
    this.#options.onEnd?.();
  }
}

function noneWhileUnavailable(failure: unknown): readonly StoredEvent[] {
  if (isStoreUnavailable(failure)) return [];
  throw failure;
}

function mayBringEvents(signal: ReceivedSignal, polarUserId: string): boolean {
  if (signal.type === 'missed') return true;
  return (
    ['event', 'erase', 'sessions'].includes(signal.type) &&
    'polarUserId' in signal &&
    signal.polarUserId === polarUserId
  );
}
