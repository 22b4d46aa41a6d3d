// Processes one delivery: refreshes the records it is about, publishes its event, and only then marks it as done.
import { type WebhookEvent, webhookEventIn, isEventType, deduplicationKey } from '../../accesslink/webhook-event.ts';
import type { IsoDate } from '../../calendar.ts';
import type { Delivery } from '../../store/contract/inbox.ts';
import type { Store } from '../../store/contract/store.ts';
import type { StoredUser } from '../../store/contract/users.ts';
import type { Loaders } from '../../domain/loaders.ts';
import type { Invalidation } from '../../loading/cache/invalidation.ts';
import { type Backoff, backoffMs } from '../backoff.ts';
import { budgetWait } from '../budget-wait.ts';
import { lastDateOf, todayFor } from './event-dates.ts';
import { isUnauthorized } from './refresh.ts';
import { type Refreshed, refreshRecords } from './refreshes.ts';

/** What whoever runs this server may want to know: a line of the log. Nothing that was delivered is in it. */
export type DeliveryWarning =
  | 'unreadable delivery'
  | 'unknown event type'
  | 'delivery dropped'
  | 'delivery failed'
  | 'delivery given up';

export interface ProcessOptions {
  readonly store: Pick<Store, 'inbox' | 'events' | 'users'>;
  /** Loaders over a user's stored token, which request records with all flags. */
  readonly loadersFor: (user: StoredUser, today: IsoDate) => Loaders;
  /** Invalidates a user's records in every process. */
  readonly invalidate: Invalidation['invalidate'];
  /** Resolves when the records read so far are in the store. */
  readonly flushed: () => Promise<void>;
  readonly now: () => number;
  readonly random: () => number;
  /** `failure`: what the last attempt failed with. */
  readonly warn: (warning: DeliveryWarning, failure?: unknown) => void;
}

/** With the waits between them, a little more than a day. */
export const MAX_ATTEMPTS = 18;
/** So often a record is looked for that AccessLink does not have yet: over about two and a half minutes. */
export const MAX_SEARCHES = 6;
/** The waits before a delivery is attempted again. */
export const DELIVERY_BACKOFF: Backoff = { firstMs: 5_000, maxMs: 4 * 3_600_000, jitter: 0.05 };

/** Processes a delivery; false: it is attempted again later. Rejects when the store fails. */
export async function processDelivery(delivery: Delivery, options: ProcessOptions): Promise<boolean> {
  const { store, now, warn } = options;
  const isLast = delivery.attempts >= MAX_ATTEMPTS;
  try {
    if ((await publish(delivery, isLast, options)) === 'missing') return await retryLater(delivery, options);
  } catch (failure) {
    warn(isLast ? 'delivery given up' : 'delivery failed', failure);
    if (!isLast) return await retryLater(delivery, options, budgetWait(failure)?.inMs);
  }
  await store.inbox.done(delivery.id, now());
  return true;
}

/** `leastMs`: what the request budget says. Waits that are shorter than the pauses would use up the attempts in minutes. */
async function retryLater(
  { id, attempts }: Delivery,
  { store, now, random }: ProcessOptions,
  leastMs = 0,
): Promise<false> {
  await store.inbox.retry(id, now() + Math.max(leastMs, backoffMs(attempts, DELIVERY_BACKOFF, random)));
  return false;
}

/**
 * A delivery that is about nobody known here, or about somebody whose deletion is pending, is dropped. An event whose record
 * AccessLink does not have yet is `missing`, and not published before it has, or was looked for often enough.
 */
async function publish(delivery: Delivery, isLast: boolean, options: ProcessOptions): Promise<'missing' | void> {
  const { store, now, warn } = options;
  const { body, attempts } = delivery;
  const event = webhookEventIn(body);
  if (!event) return warn('unreadable delivery');
  const { polarUserId, event: type, entityId } = event;
  if (!isEventType(type)) warn('unknown event type');
  const user = polarUserId === null ? null : await store.users.find(polarUserId);
  if (!user || user.state === 'deletion-pending') return warn('delivery dropped');
  const { date, isMissing } = await refresh(event, user, options).catch((failure: unknown) => {
    if (!isLast && !isUnauthorized(failure)) throw failure;
    if (isLast) warn('delivery given up', failure);
    // There is something new all the same: whoever asks for it sees why it cannot be read.
    return { date: lastDateOf(event), isMissing: false };
  });
  if (isMissing && attempts < MAX_SEARCHES) return 'missing';
  const key = deduplicationKey(event, body);
  // Whoever hears of the event in another process finds what was read for it.
  await options.flushed();
  await store.events.append({ key, polarUserId: user.polarUserId, type, date, entityId, createdAt: now() });
}

async function refresh(
  event: WebhookEvent,
  user: StoredUser,
  { loadersFor, invalidate, now }: ProcessOptions,
): Promise<Refreshed> {
  if (!isEventType(event.event)) return { date: lastDateOf(event), isMissing: false };
  const today = todayFor(event, now());
  return refreshRecords(event.event, event, {
    loaders: loadersFor(user, today),
    today,
    invalidate: (records) => invalidate(user.polarUserId, records),
  });
}
