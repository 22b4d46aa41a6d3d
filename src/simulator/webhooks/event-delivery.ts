// Delivery of events to the client's webhook.
import { dateOfInstant } from '../../calendar.ts';
import type { Accounts } from '../accounts.ts';
import type { DataChanges } from '../data-changes.ts';
import type { Dialect } from '../dialects/spelling.ts';
import { type SentEvent, eventJson, eventTypesOf } from './payloads.ts';
import type { DeliveryOptions, Webhooks } from './webhooks.ts';

/** Delivers events. */
export interface EventDelivery {
  /** The status of the last response, 0 without one, null when nothing is sent since there is no subscription to the event. */
  deliver(event: SentEvent, options?: DeliveryOptions): Promise<number | null>;
  /** Adds a session, synchronises today, and delivers the events of both. */
  deliverNewData(userId: string): Promise<readonly { event: SentEvent; status: number | null }[]>;
}

/** What delivery needs. */
export interface EventDeliveryServices {
  readonly accounts: Accounts;
  readonly dataChanges: DataChanges;
  readonly webhooks: Webhooks;
  readonly now: () => number;
  readonly dialect: () => Dialect;
}

/** Delivery through these services. */
export function createEventDelivery(services: EventDeliveryServices): EventDelivery {
  const deliver: EventDelivery['deliver'] = async (event, options = {}) => {
    if (!eventTypesOf(services.dialect()).includes(event.type)) return null;
    const now = services.now();
    const today = services.accounts.personOf(event.userId)?.zone.dateOf(now) ?? dateOfInstant(now);
    return services.webhooks.deliver(event.type, eventJson(event, today, now), options);
  };
  return {
    deliver,
    deliverNewData: async (userId) => {
      const { exerciseId } = services.dataChanges.addExercise(userId);
      const { date } = services.dataChanges.syncDay(userId);
      const events: readonly SentEvent[] = [
        { type: 'EXERCISE', userId, entityId: exerciseId },
        { type: 'ACTIVITY_SUMMARY', userId, date },
        { type: 'CONTINUOUS_HEART_RATE', userId, date },
      ];
      return Promise.all(events.map(async (event) => ({ event, status: await deliver(event) })));
    },
  };
}
