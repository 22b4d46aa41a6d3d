// The event in the body of a webhook delivery. Its url is never followed: requests are built from its ids and dates.
import { byPlainName, isJsonObject, type JsonObject, jsonOrNothing } from './json.ts';
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

/** The event in a body, in any spelling, alone or within a list or an object; null when there is none. */
export function webhookEventIn(body: string): WebhookEvent | null {
  const named = propertiesIn(body);
  const event = eventNameOf(named?.get('event'));
  if (!named || event === null) return null;
  const date = dateOf(named.get('date'));
  return {
    event,
    polarUserId: textOf(named.get('userid'), USER_ID),
    entityId: textOf(named.get('entityid'), ENTITY_ID),
    from: date ?? dateOf(named.get('from')),
    to: date ?? dateOf(named.get('to')),
    timestamp: textOf(named.get('timestamp'), SHORT),
  };
}

/** The name of an event as it is documented: `SLEEP_WISE_ALERTNESS` for `sleepWiseAlertness` and `sleep-wise-alertness` too. */
export function eventNameOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const parted = value.trim().replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2');
  return textOf(parted.replaceAll(/[-\s]+/g, '_').toUpperCase(), EVENT);
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

/** The properties of an event, by names in lower case and without separators. */
function propertiesIn(body: string): Map<string, unknown> | null {
  const wire = eventObjectIn(jsonOrNothing(body));
  return wire && byPlainName(wire);
}

/** The object itself, or the only part of a list or an object that has an event. */
function eventObjectIn(parsed: unknown): JsonObject | null {
  const isEvent = (part: unknown) => isJsonObject(part) && byPlainName(part).has('event');
  if (isJsonObject(parsed) && isEvent(parsed)) return parsed;
  const parts = typeof parsed === 'object' && parsed !== null ? Object.values(parsed) : [];
  const [only, ...others] = parts.filter(isEvent);
  return others.length === 0 && isJsonObject(only) ? only : null;
}

/** A date, without the time that some libraries add to it. */
function dateOf(value: unknown): string | null {
  return textOf(value, SHORT)?.replace(/^(\d{4}-\d{2}-\d{2})T[\d:.]+(Z|[+-][\d:]+)?$/, '$1') ?? null;
}

function textOf(value: unknown, pattern: RegExp): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && pattern.test(text) ? text : null;
}
