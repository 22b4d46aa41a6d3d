// The news of one person as they come: read from the store whenever there may be more, never held for whoever is slow.
import type { EventStore, StoredEvent } from '../../store/contract/deliveries.ts';
import type { ReceivedSignal, Signals } from '../../store/contract/signals.ts';
import type { Clock } from '../../clock.ts';
import type { EventRoot } from '../../domain/context.ts';
import { type WakeUp, createWakeUp } from '../../jobs/wake-up.ts';

export interface EventFeedOptions {
  readonly events: Pick<EventStore, 'after' | 'latest'>;
  readonly signals: Pick<Signals, 'listen'>;
  readonly polarUserId: string;
  /** News behind this id; null: only those that come from now on. */
  readonly after: string | null;
  /** Whether news of a type are told. */
  readonly isWanted: (type: string) => boolean;
  /** Whether the person may still be told. Asked before anything is, and every few seconds. */
  readonly mayFollow: () => Promise<boolean>;
  /** Called once when it is over, for whatever reason. */
  readonly onEnd?: () => void;
  readonly checkMs?: number;
  readonly clock: Pick<Clock, 'after'>;
}

/** How long a session that is over may stay connected without being told anything. */
const CHECK_MS = 15_000;
const AT_ONCE = 20;

/** Follows the news of a person until nobody wants them any more, or the person may not be told. */
export async function openEventFeed(options: EventFeedOptions): Promise<AsyncIterableIterator<EventRoot>> {
  // Listening begins before the newest id is read: nothing falls between.
  const feed = new Feed(options);
  try {
    return feed.from(options.after ?? (await options.events.latest(options.polarUserId)));
  } catch (failure) {
    await feed.return();
    throw failure;
  }
}

/** An iterator by hand: a generator that waits cannot be ended. */
class Feed implements AsyncIterableIterator<EventRoot> {
  readonly #options: EventFeedOptions;
  readonly #bell: WakeUp;
  readonly #stopListening: () => void;
  #last: string | null = null;
  #waiting: readonly StoredEvent[] = [];
  #isOver = false;

  constructor(options: EventFeedOptions) {
    this.#options = options;
    this.#bell = createWakeUp(options.clock);
    this.#stopListening = options.signals.listen((heard) => {
      if (concerns(heard, options.polarUserId)) this.#bell.notify();
    });
  }

  from(id: string | null): this {
    this.#last = id;
    return this;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<EventRoot>> {
    try {
      while (!this.#isOver) {
        this.#bell.reset();
        const hasMore = this.#waiting.length > 0 || (await this.#read());
        if (!(await this.#options.mayFollow())) this.#end();
        else if (!hasMore) await this.#bell.wait(this.#options.checkMs ?? CHECK_MS);
        else if (!this.#isOver && this.#waiting[0]) return { done: false, value: this.#take(this.#waiting[0]) };
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

  /** Whether anything came, wanted or not. */
  async #read(): Promise<boolean> {
    const { events, polarUserId, isWanted } = this.#options;
    const found = await events.after(polarUserId, this.#last, AT_ONCE);
    this.#last = found.at(-1)?.id ?? this.#last;
    this.#waiting = found.filter(({ type }) => isWanted(type));
    return found.length > 0;
  }

  #take(event: StoredEvent): EventRoot {
    this.#waiting = this.#waiting.slice(1);
    return { dataAvailable: event };
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopListening();
    this.#bell.notify();
    this.#options.onEnd?.();
  }
}

function concerns(heard: ReceivedSignal, polarUserId: string): boolean {
  if (heard.type === 'missed') return true;
  return heard.type !== 'invalidate' && heard.polarUserId === polarUserId;
}
