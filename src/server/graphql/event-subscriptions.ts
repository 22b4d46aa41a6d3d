// Subscriptions to events: of users who signed in here, to their own events, for as long as the session lasts.
import { isEventType } from '../../accesslink/webhook-event.ts';
import type { Clock } from '../../clock.ts';
import type { Context } from '../../domain/context.ts';
import { DomainError } from '../../domain/errors.ts';
import { isEventId } from '../../store/contract/events.ts';
import type { Store } from '../../store/contract/store.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import type { Identify, Identity } from '../auth/identity.ts';
import type { RequestHeaders } from '../http/request-headers.ts';
import { type EventFeed, FIRST_ID, openEventFeed } from './event-feed.ts';

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
  /** The id after which a user misses no event from now on. */
  readonly latestId: (polarUserId: string) => Promise<string>;
  /** Ends all subscriptions, and new ones as soon as they are open. */
  readonly end: () => void;
}

/** Tabs and devices of one user at once. */
const MAX_PER_USER = 20;

/** `Last-Event-ID` takes precedence over the id in the query: a client that reconnects repeats the query unchanged. */
export function createEventSubscriptions(options: EventSubscriptionsOptions): EventSubscriptions {
  const { store, identify, clock, maxPerUser = MAX_PER_USER, checkMs } = options;
  const open = createOpenFeeds();
  const subscribeFor: EventSubscriptions['subscribeFor'] = (request) => async (filter) => {
    const identity = await identify(request);
    const polarUserId = userIdOf(identity);
    if (!store || polarUserId === null) {
      // Credentials that are not valid throw what is wrong with them.
      identity.caller();
      throw NOT_SIGNED_IN;
    }
    const slot = open.acquire(polarUserId, maxPerUser);
    const feed = await openEventFeed({
      events: store.events,
      signals: store.signals,
      clock,
      polarUserId,
      after: lastEventId(request.headers) ?? filter.after,
      isWanted: (type) => filter.types === null || (isEventType(type) && filter.types.includes(type)),
      isAllowed: async () => userIdOf(await identify(request)) === polarUserId,
      onEnd: slot.release,
      checkMs,
    });
    slot.opened(feed);
    return feed;
  };
  const latestId = async (polarUserId: string) => (await store?.events.latest(polarUserId)) ?? FIRST_ID;
  return { subscribeFor, latestId, end: open.end };
}

function userIdOf({ signedIn }: Identity): string | null {
  return signedIn && signedIn.user.polarUserId;
}

/** The open feeds by user, at most so many of each; a slot is acquired before its feed is open. */
function createOpenFeeds() {
  const byUser = new Map<string, Set<{ feed: EventFeed | null }>>();
  let isClosing = false;
  const acquire = (polarUserId: string, max: number) => {
    const ofUser = byUser.get(polarUserId) ?? new Set();
    if (ofUser.size >= max) throw tooMany(max);
    const slot: { feed: EventFeed | null } = { feed: null };
    byUser.set(polarUserId, ofUser.add(slot));
    const release = () => {
      ofUser.delete(slot);
      if (ofUser.size === 0) byUser.delete(polarUserId);
    };
    const opened = (feed: EventFeed) => {
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

function lastEventId(headers: RequestHeaders): string | null {
  const id = headers.get('last-event-id');
  return id !== null && isEventId(id) ? id : null;
}

const NOT_SIGNED_IN = new DomainError(
  'unauthenticated',
  'Cannot subscribe to events: Polar sends them for users who signed in here; sign in at /auth/login',
);

function tooMany(max: number): DomainError {
  return new DomainError(
    'cost-exceeded',
    `Cannot subscribe to events: ${max} subscriptions of this user are open already; end one of them`,
  );
}
