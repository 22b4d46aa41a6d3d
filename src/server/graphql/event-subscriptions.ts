// Subscriptions to events: of users who signed in here, to their own events, for as long as the session lasts.
import { isEventType } from '../../accesslink/webhook-event.ts';
import type { Clock } from '../../clock.ts';
import type { Context, EventRoot } from '../../domain/context.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Store } from '../../store/contract/store.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import type { Identify } from '../auth/identity.ts';
import { openEventFeed } from './event-feed.ts';

export interface EventSubscriptionsOptions {
  /** Null: there are no events. */
  readonly store: Pick<Store, 'events' | 'signals'> | null;
  readonly identify: Identify;
  readonly clock: Pick<Clock, 'after'>;
  readonly maxPerUser?: number;
  /** Milliseconds between two checks whether the session of an idle subscription still lasts. */
  readonly checkMs?: number;
}

export interface EventSubscriptions {
  /** `Context.subscribe` for the sender of a request. */
  readonly subscribeFor: (request: AuthenticationRequest) => Context['subscribe'];
  /** Ends all subscriptions, and rejects new ones. */
  readonly end: () => void;
}

/** Tabs and devices of one user at once. */
const MAX_PER_USER = 20;

/** `Last-Event-ID` takes precedence over the id in the query: a client that reconnects repeats the query unchanged. */
export function createEventSubscriptions(options: EventSubscriptionsOptions): EventSubscriptions {
  const { store, identify, clock, maxPerUser = MAX_PER_USER, checkMs } = options;
  const open = createOpenFeeds();
  const userOf = async (request: AuthenticationRequest) => (await identify(request)).signedIn?.user.polarUserId ?? null;
  const deny = async (request: AuthenticationRequest) => {
    // Credentials that are not valid throw what is wrong with them.
    (await identify(request)).caller();
    throw NOT_SIGNED_IN;
  };
  const subscribeFor: EventSubscriptions['subscribeFor'] = (request) => async (filter) => {
    const polarUserId = await userOf(request);
    if (!store || polarUserId === null) return deny(request);
    const slot = open.acquire(polarUserId, maxPerUser);
    const feed = await openEventFeed({
      events: store.events,
      signals: store.signals,
      clock,
      polarUserId,
      after: lastEventId(request.headers) ?? filter.after,
      isWanted: (type) => filter.types === null || (isEventType(type) && filter.types.includes(type)),
      isAllowed: async () => (await userOf(request)) === polarUserId,
      onEnd: slot.release,
      checkMs,
    });
    slot.opened(feed);
    return feed;
  };
  return { subscribeFor, end: open.end };
}

type Feed = AsyncIterableIterator<EventRoot>;

/** The open feeds by user, at most so many of each; a slot is acquired before its feed is open. */
function createOpenFeeds() {
  const byUser = new Map<string, Set<{ feed: Feed | null }>>();
  let isClosing = false;
  const acquire = (polarUserId: string, max: number) => {
    const ofUser = byUser.get(polarUserId) ?? new Set();
    if (isClosing || ofUser.size >= max) throw isClosing ? CLOSING : tooMany(max);
    const slot: { feed: Feed | null } = { feed: null };
    byUser.set(polarUserId, ofUser.add(slot));
    const release = () => {
      ofUser.delete(slot);
      if (ofUser.size === 0) byUser.delete(polarUserId);
    };
    const opened = (feed: Feed) => {
      slot.feed = feed;
      if (isClosing) void feed.return?.();
    };
    return { release, opened };
  };
  const end = () => {
    isClosing = true;
    for (const { feed } of [...byUser.values()].flatMap((ofUser) => [...ofUser])) void feed?.return?.();
  };
  return { acquire, end };
}

function lastEventId(headers: Headers): string | null {
  const id = headers.get('last-event-id');
  return id !== null && /^\d{1,15}$/.test(id) ? id : null;
}

const NOT_SIGNED_IN = new DomainError(
  'unauthenticated',
  'Cannot subscribe to events: Polar sends them for users who signed in here; sign in at /auth/login',
);

const CLOSING = new DomainError('cost-exceeded', 'Cannot subscribe to events: this server is shutting down; try again');

function tooMany(max: number): DomainError {
  return new DomainError(
    'cost-exceeded',
    `Cannot subscribe to events: ${max} subscriptions of this user are open already; end one of them`,
  );
}
