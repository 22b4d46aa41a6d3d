// Telling the client's webhook what is new.
import { dateOfInstant } from '../../calendar.ts';
import type { Accounts } from '../accounts.ts';
import type { Arrivals } from '../arrivals.ts';
import type { Dialect } from '../dialects/spelling.ts';
import { type WebhookEvent, eventJson, eventTypesOf } from './payloads.ts';
import type { DeliveryOptions, Webhooks } from './webhooks.ts';

export interface Announcing {
  /** The status of the last answer, 0 when none came, null when nothing is sent: nobody has subscribed to it. */
  deliver(event: WebhookEvent, options?: DeliveryOptions): Promise<number | null>;
  /** A new session and a day that grew, and what was delivered about them. */
  announceNewData(userId: string): Promise<readonly { event: WebhookEvent; status: number | null }[]>;
}

export interface News {
  readonly accounts: Accounts;
  readonly arrivals: Arrivals;
  readonly webhooks: Webhooks;
  readonly now: () => number;
  readonly dialect: () => Dialect;
}

export function createAnnouncing(news: News): Announcing {
  const deliver: Announcing['deliver'] = async (event, options = {}) => {
    if (!eventTypesOf(news.dialect()).includes(event.type)) return null;
    const now = news.now();
    const today = news.accounts.residentOf(event.userId)?.zone.dateOf(now) ?? dateOfInstant(now);
    return news.webhooks.deliver(event.type, eventJson(event, today, now), options);
  };
  return {
    deliver,
    announceNewData: async (userId) => {
      const { exerciseId } = news.arrivals.addExercise(userId);
      const { date } = news.arrivals.syncDay(userId);
      const events: readonly WebhookEvent[] = [
        { type: 'EXERCISE', userId, entityId: exerciseId },
        { type: 'ACTIVITY_SUMMARY', userId, date },
        { type: 'CONTINUOUS_HEART_RATE', userId, date },
      ];
      return Promise.all(events.map(async (event) => ({ event, status: await deliver(event) })));
    },
  };
}
