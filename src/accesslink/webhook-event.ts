// What a delivery of the webhook announces. Its url is never read: requests are built from what it names.
import { parseJson } from './json.ts';

/** The types that are documented. */
export const DOCUMENTED_EVENT_TYPES = [
  'EXERCISE',
  'SLEEP',
  'CONTINUOUS_HEART_RATE',
  'SLEEP_WISE_CIRCADIAN_BEDTIME',
  'SLEEP_WISE_ALERTNESS',
  'ACTIVITY_SUMMARY',
] as const;

/** The types that a webhook can subscribe to; one is newer than the documentation. */
export const EVENT_TYPES = [...DOCUMENTED_EVENT_TYPES, 'PHYSICAL_INFORMATION'] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** Whether this program knows a type. */
export function isEventType(event: string): event is EventType {
  return (EVENT_TYPES as readonly string[]).includes(event);
}

/** A delivery as it says of itself. Nothing in it is believed but that something is new. */
export interface WebhookEvent {
  /** `PING`, one of the documented types, or one that is newer than this program. */
  readonly event: string;
  /** Null when it names nobody. */
  readonly polarUserId: string | null;
  /** Of an exercise. */
  readonly entityId: string | null;
  /** Days as sent; the documentation itself has one that no calendar knows. */
  readonly from: string | null;
  readonly to: string | null;
  readonly timestamp: string | null;
}

/** The announcement in a body; null when there is none. */
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
 * By what a repeated delivery is known, as deliveries carry no id: what it announces, and its timestamp. Data that change
 * again within a day are announced with another timestamp. Of a type that nobody knows the whole body tells.
 */
export function deduplicationKey(
  { event, polarUserId, entityId, from, to, timestamp }: WebhookEvent,
  body: string,
): string {
  const subject = [event, polarUserId, entityId, from, to, timestamp];
  return JSON.stringify(isEventType(event) ? subject : [...subject, body]);
}

const EVENT = /^[A-Z][A-Z0-9_]{0,99}$/;
const USER_ID = /^[1-9]\d{0,18}$/;
const ENTITY_ID = /^[\w-]{1,100}$/;
const SHORT = /^[\x20-\x7e]{1,100}$/;

function objectIn(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed = parseJson(body);
    return typeof parsed === 'object' && !Array.isArray(parsed) ? (parsed as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown, pattern: RegExp): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && pattern.test(text) ? text : null;
}
