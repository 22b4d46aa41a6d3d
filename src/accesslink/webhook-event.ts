// The event in the body of a webhook delivery. Its url is never followed: requests are built from its ids and dates.
import { isJsonObject, type JsonObject, parseJson } from './json.ts';
import { USER_ID } from './user-id.ts';

/** The event types that the documentation lists. */
export const DOCUMENTED_EVENT_TYPES = [
  'EXERCISE',
  'SLEEP',
  'CONTINUOUS_HEART_RATE',
  'SLEEP_WISE_CIRCADIAN_BEDTIME',
  'SLEEP_WISE_ALERTNESS',
  'ACTIVITY_SUMMARY',
] as const;

/** The event types that a webhook can subscribe to; PHYSICAL_INFORMATION is newer than the documentation. */
export const EVENT_TYPES = [...DOCUMENTED_EVENT_TYPES, 'PHYSICAL_INFORMATION'] as const;

/** A type that this program knows. */
export type EventType = (typeof EVENT_TYPES)[number];

/** Whether a type is one that this program knows. */
export function isEventType(event: string): event is EventType {
  return (EVENT_TYPES as readonly string[]).includes(event);
}

/** The content of a delivery. Not to be trusted, other than as a hint that there is new data. */
export interface WebhookEvent {
  /** `PING`, an `EventType`, or a type that is newer than this program. */
  readonly event: string;
  /** Null when the delivery names no user. */
  readonly polarUserId: string | null;
  /** The id of an exercise; null in other events. */
  readonly entityId: string | null;
  /** Dates as sent, not validated: an example in the documentation is no date of the calendar. */
  readonly from: string | null;
  readonly to: string | null;
  readonly timestamp: string | null;
}

/** The event in a body; null when there is none. */
export function webhookEventIn(body: string): WebhookEvent | null {
  const wire = objectIn(body);
  const event = textOf(wire?.['event'], EVENT);
  if (!wire || event === null) return null;
  const date = textOf(wire['date'], SHORT);
  return {
    event,
    polarUserId: textOf(wire['user_id'], USER_ID),
    entityId: textOf(wire['entity_id'], ENTITY_ID),
    from: date ?? textOf(wire['from'], SHORT),
    to: date ?? textOf(wire['to'], SHORT),
    timestamp: textOf(wire['timestamp'], SHORT),
  };
}

/** The body of a delivery without a date: what `webhookEventIn` reads the same event from. */
export function webhookBody({
  event,
  polarUserId,
  timestamp,
}: Pick<WebhookEvent, 'event' | 'polarUserId' | 'timestamp'>): string {
  return JSON.stringify({ event, user_id: polarUserId, timestamp });
}

/**
 * Equal for repeated deliveries of one event, which carry no id: made of the event's content with its timestamp, since data
 * that change again within a day are sent with another timestamp. For an unknown type the whole body counts.
 */
export function deduplicationKey(
  { event, polarUserId, entityId, from, to, timestamp }: WebhookEvent,
  body: string,
): string {
  const subject = [event, polarUserId, entityId, from, to, timestamp];
  return JSON.stringify(isEventType(event) ? subject : [...subject, body]);
}

const EVENT = /^[A-Z][A-Z0-9_]{0,99}$/;
const ENTITY_ID = /^[\w-]{1,100}$/;
const SHORT = /^[\x20-\x7e]{1,100}$/;

function objectIn(body: string): JsonObject | null {
  try {
    const parsed = parseJson(body);
    return isJsonObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown, pattern: RegExp): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && pattern.test(text) ? text : null;
}
