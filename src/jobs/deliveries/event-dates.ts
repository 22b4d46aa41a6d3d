// The dates in a webhook event, as far as a calendar knows them.
import type { WebhookEvent } from '../../accesslink/webhook-event.ts';
import { addDays, dateOfInstant, type IsoDate, isIsoDate, laterDate } from '../../calendar.ts';

/** The last date of an event; null when it has none. */
export function lastDateOf({ to }: Pick<WebhookEvent, 'to'>): IsoDate | null {
  return to !== null && isIsoDate(to) ? to : null;
}

/** The user's today in UTC: tomorrow when the event is about tomorrow, which has begun where the user is. */
export function todayFor(event: Pick<WebhookEvent, 'to'>, now: number): IsoDate {
  const utc = dateOfInstant(now);
  const date = lastDateOf(event);
  return date !== null && date <= addDays(utc, 1) ? laterDate(utc, date) : utc;
}
