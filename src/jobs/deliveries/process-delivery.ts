// Works off one delivery: refreshes what is announced, tells the subscriptions, and only then is done with it.
import { type WebhookEvent, webhookEventIn, isEventType, deduplicationKey } from '../../accesslink/webhook-event.ts';
import type { IsoDate } from '../../calendar.ts';
import type { Delivery } from '../../store/contract/deliveries.ts';
import type { Store, StoredUser } from '../../store/contract/store.ts';
import type { Loaders } from '../../domain/loaders.ts';
import { lastDayOf, todayFor } from './event-dates.ts';
import { checkRead, isUnauthorized } from './refresh.ts';
import { refreshRecords } from './refreshes.ts';

/** What is worth a line in the log. Nothing that was delivered is in it. */
export type DeliveryWarning = 'unreadable delivery' | 'unknown event type' | 'delivery given up';

export interface ProcessOptions {
  readonly store: Pick<Store, 'inbox' | 'events' | 'users'>;
  /** Loaders over a user's stored token, which ask for the richest records. */
  readonly loadersFor: (user: StoredUser, today: IsoDate) => Loaders;
  /** Ends the freshness of a user's records in every process. */
  readonly end: (polarUserId: string, resource: string, whats: readonly string[] | null) => Promise<void>;
  readonly now: () => number;
  /** `failure`: what the last try failed with. */
  readonly warn: (trouble: DeliveryWarning, failure?: unknown) => void;
}

/** With the pauses below, a little more than a day. */
export const MAX_ATTEMPTS = 18;
const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 4 * 3_600_000;

/** How long to wait before the next try: twice as long each time. */
export function pauseAfter(attempts: number): number {
  return Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
}

/** Does what a delivery asks for, or gives it back to be tried again. Rejects when the store fails. */
export async function processDelivery(delivery: Delivery, options: ProcessOptions): Promise<void> {
  const { store, now, warn: trouble } = options;
  const isLast = delivery.attempts >= MAX_ATTEMPTS;
  try {
    await tell(delivery, isLast, options);
  } catch (failure) {
    if (!isLast) return await store.inbox.retry(delivery.id, now() + pauseAfter(delivery.attempts));
    trouble('delivery given up', failure);
  }
  await store.inbox.done(delivery.id, now());
}

/** What comes for nobody, or for somebody who leaves, is dropped. */
async function tell({ body }: Delivery, isLast: boolean, options: ProcessOptions): Promise<void> {
  const { store, now, warn: trouble } = options;
  const announcement = webhookEventIn(body);
  if (!announcement) return trouble('unreadable delivery');
  const { polarUserId, event, entityId } = announcement;
  if (!isEventType(event)) trouble('unknown event type');
  const user = polarUserId === null ? null : await store.users.find(polarUserId);
  if (!user || user.state === 'leaving') return;
  const date = await refresh(announcement, user, options).catch((failure: unknown) => {
    if (!isLast && !isUnauthorized(failure)) throw failure;
    if (isLast) trouble('delivery given up', failure);
    // There is something new all the same: whoever asks for it is told why it cannot be read.
    return lastDayOf(announcement);
  });
  const key = deduplicationKey(announcement, body);
  await store.events.append({ key, polarUserId: user.polarUserId, type: event, date, entityId, createdAt: now() });
}

async function refresh(
  announcement: WebhookEvent,
  user: StoredUser,
  { loadersFor, end, now }: ProcessOptions,
): Promise<IsoDate | null> {
  if (!isEventType(announcement.event)) return lastDayOf(announcement);
  const today = todayFor(announcement, now());
  return refreshRecords(announcement.event, announcement, {
    loaders: loadersFor(user, today),
    today,
    invalidate: async (records) => {
      for (const { resource, keys } of records) await end(user.polarUserId, resource, keys);
    },
    check: checkRead,
  });
}
