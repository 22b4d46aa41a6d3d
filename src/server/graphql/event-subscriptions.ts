// Who may follow whose news: people who signed in here, their own, as long as the session lasts.
import { isEventType } from '../../accesslink/webhook-event.ts';
import { openEventFeed } from './event-feed.ts';
import type { Context, EventRoot } from '../../domain/context.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Store } from '../../store/contract/store.ts';
import type { Identify } from '../auth/identity.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';

export interface EventSubscriptionsOptions {
  /** Null: there are no news. */
  readonly store: Pick<Store, 'events' | 'signals'> | null;
  readonly identify: Identify;
  readonly maxPerUser?: number;
  /** How often it is looked whether a session still lasts on which nothing happens. */
  readonly checkMs?: number;
}

export interface EventSubscriptions {
  /** `Context.follow` for whoever asks. */
  readonly subscribeFor: (asking: AuthenticationRequest) => Context['subscribe'];
  /** Ends all that is followed, and lets nothing new begin. */
  readonly end: () => void;
}

/** Tabs and devices of one person at once. */
const MAX_PER_USER = 20;

/** Follows through a store. An id in `Last-Event-ID` is newer than one in the query, which a client repeats as it was. */
export function createEventSubscriptions(options: EventSubscriptionsOptions): EventSubscriptions {
  const { store, identify, maxPerUser = MAX_PER_USER, checkMs } = options;
  const open = createOpenFeeds();
  const userOf = async (asking: AuthenticationRequest) => (await identify(asking)).signedIn?.user.polarUserId ?? null;
  const refuse = async (asking: AuthenticationRequest) => {
    // Whoever brings a credential that is bad is told what is wrong with it.
    (await identify(asking)).caller();
    throw NOT_SIGNED_IN;
  };
  const followFor: EventSubscriptions['subscribeFor'] = (asking) => async (wanted) => {
    const polarUserId = await userOf(asking);
    if (!store || polarUserId === null) return refuse(asking);
    const place = open.take(polarUserId, maxPerUser);
    const feed = await openEventFeed({
      events: store.events,
      signals: store.signals,
      polarUserId,
      after: lastEventId(asking.headers) ?? wanted.after,
      isWanted: (type) => wanted.types === null || (isEventType(type) && wanted.types.includes(type)),
      mayFollow: async () => (await userOf(asking)) === polarUserId,
      onEnd: place.leave,
      ...(checkMs === undefined ? {} : { checkMs }),
    });
    place.hold(feed);
    return feed;
  };
  return { subscribeFor: followFor, end: open.end };
}

type Feed = AsyncIterableIterator<EventRoot>;

/** What is followed now, by user. */
function createOpenFeeds() {
  const places = new Map<string, Set<{ feed: Feed | null }>>();
  let isClosed = false;
  const take = (polarUserId: string, max: number) => {
    const theirs = places.get(polarUserId) ?? new Set();
    if (isClosed || theirs.size >= max) throw isClosed ? CLOSING : tooMany(max);
    const place: { feed: Feed | null } = { feed: null };
    places.set(polarUserId, theirs.add(place));
    const leave = () => {
      theirs.delete(place);
      if (theirs.size === 0) places.delete(polarUserId);
    };
    const hold = (feed: Feed) => {
      place.feed = feed;
      if (isClosed) void feed.return?.();
    };
    return { leave, hold };
  };
  const end = () => {
    isClosed = true;
    for (const { feed } of [...places.values()].flatMap((theirs) => [...theirs])) void feed?.return?.();
  };
  return { take, end };
}

function lastEventId(headers: Headers): string | null {
  const id = headers.get('last-event-id');
  return id !== null && /^\d{1,15}$/.test(id) ? id : null;
}

const NOT_SIGNED_IN = new DomainError(
  'unauthenticated',
  'Cannot follow the news: Polar tells them of people who signed in here; sign in at /auth/login',
);

const CLOSING = new DomainError('cost-exceeded', 'Cannot follow the news: this server is about to stop; try again');

function tooMany(max: number): DomainError {
  return new DomainError('cost-exceeded', `Cannot follow the news ${max + 1} times at once: end one of the others`);
}
