// The days that an announcement speaks of, as far as a calendar knows them.
import type { WebhookEvent } from '../../accesslink/webhook-event.ts';
import { addDays, dateOfInstant, type IsoDate, isIsoDate, laterDate } from '../../calendar.ts';

/** The last day announced; null when there is none. */
export function lastDayOf({ to }: Pick<WebhookEvent, 'to'>): IsoDate | null {
  return to !== null && isIsoDate(to) ? to : null;
}

/** The user's today, seen from UTC: tomorrow when their data are of tomorrow already. */
export function todayFor(announcement: Pick<WebhookEvent, 'to'>, now: number): IsoDate {
  const utc = dateOfInstant(now);
  const day = lastDayOf(announcement);
  return day !== null && day <= addDays(utc, 1) ? laterDate(utc, day) : utc;
}
