// The bodies of webhook deliveries, as documented.
import type { IsoDate } from '../../calendar.ts';
import { type Dialect, type Json, wholeNumber } from '../dialects/spelling.ts';

const DOCUMENTED_EVENTS = [
  'EXERCISE',
  'SLEEP',
  'CONTINUOUS_HEART_RATE',
  'SLEEP_WISE_CIRCADIAN_BEDTIME',
  'SLEEP_WISE_ALERTNESS',
  'ACTIVITY_SUMMARY',
] as const;

/** PHYSICAL_INFORMATION is newer than the documentation. */
export const EVENT_TYPES = [...DOCUMENTED_EVENTS, 'PHYSICAL_INFORMATION'] as const;

/** A type of event that a webhook can subscribe to. */
export type SentEventType = (typeof EVENT_TYPES)[number];

/** An event. The default date is the person's today; `from` and `to` are that date by default. */
export interface SentEvent {
  type: SentEventType;
  userId: string;
  /** For SLEEP, CONTINUOUS_HEART_RATE and ACTIVITY_SUMMARY. */
  date?: string;
  /** The id of the exercise, required for EXERCISE. */
  entityId?: string;
  /** For both events of SleepWise. */
  from?: string;
  to?: string;
}

const HOST = 'https://www.polaraccesslink.com/v3';

/** The events that a webhook can subscribe to. */
export function eventTypesOf(dialect: Dialect): readonly SentEventType[] {
  return dialect === 'live' ? EVENT_TYPES : DOCUMENTED_EVENTS;
}

/** The body of the PING that is sent before a webhook is created, gets a new url, or is activated. */
export function pingJson(now: number): Json {
  return { timestamp: timestampOf(now), event: 'PING' };
}

/** The body of an event. Throws RangeError for an exercise without an id. */
export function eventJson(event: SentEvent, today: IsoDate, now: number): Json {
  const { url, ...subject } = SUBJECTS[event.type]({ ...event, date: event.date ?? today });
  const sent = { event: event.type, user_id: wholeNumber(event.userId), ...subject };
  return { ...sent, timestamp: timestampOf(now), url: HOST + url };
}

type Subject = { readonly url: string } & Json;
type DatedEvent = SentEvent & { readonly date: string };

/** The url of one event has circadian_bedtime where the resource is circadian-bedtime: it is documented that way. */
const SUBJECTS: Readonly<Record<SentEventType, (event: DatedEvent) => Subject>> = {
  EXERCISE: ({ entityId }) => {
    if (entityId === undefined) throw new RangeError('Cannot deliver the event: entityId is missing');
    return { entity_id: entityId, url: `/exercises/${entityId}` };
  },
  SLEEP: ({ date }) => ({ date, url: `/users/sleep/${date}` }),
  CONTINUOUS_HEART_RATE: ({ date }) => ({ date, url: `/users/continuous-heart-rate/${date}` }),
  ACTIVITY_SUMMARY: ({ date }) => ({ date, url: `/users/activities/${date}` }),
  SLEEP_WISE_CIRCADIAN_BEDTIME: (event) => spanOf(event, 'circadian_bedtime'),
  SLEEP_WISE_ALERTNESS: (event) => spanOf(event, 'alertness'),
  PHYSICAL_INFORMATION: () => ({ url: '/users/physical-info' }),
};

function spanOf({ date, from = date, to = date }: DatedEvent, resource: string): Subject {
  return { from, to, url: `/users/sleepwise/${resource}/date?from=${from}&to=${to}` };
}

function timestampOf(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19)}Z`;
}
