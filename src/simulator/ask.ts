// One request, and the answers it can get.
import { STATUS_CODES } from 'node:http';
import type { IsoDate } from '../calendar.ts';
import type { Dialect } from './dialects/spelling.ts';
import { type Withholdable, isWithheld } from './life/diary.ts';
import type { Resident } from './life/resident.ts';

/** A request that is about no person, or not yet. */
export interface OpenAsk {
  /** Whether it came with the client's id and secret. */
  readonly isClient: boolean;
  readonly dialect: Dialect;
  /** Epoch milliseconds by the simulator's clock. */
  readonly now: number;
  /** Values of the placeholders in the path, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: string;
}

/** A request of a person, by their access token. */
export interface Ask extends OpenAsk {
  readonly resident: Resident;
  /** The person's own day at `now`. */
  readonly today: IsoDate;
  /** Epoch milliseconds; infinity for who is not registered. */
  readonly registeredAt: number;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON. Absent, and without `content`: no body. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly content?: { readonly type: string; readonly bytes: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

export type Answered = Answer | Promise<Answer>;

/** A request that is refused with a status and a sentence why. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function found(body: unknown): Answer {
  return { status: 200, body };
}

/** No data, said with 204 and no body. */
export const NO_CONTENT: Answer = { status: 204 };

/** 200 with the list, or 204 when it is empty. */
export function foundOrNoContent(list: readonly unknown[]): Answer {
  return list.length === 0 ? NO_CONTENT : found(list);
}

/** 200 with the record, or a refusal with 404 when there is none. */
export function foundOrMissing(record: unknown, what: string): Answer {
  if (record === null) throw new Refusal(404, `Cannot find ${what}`);
  return found(record);
}

/** The error body of the API; `corrId` tells one answer from another. */
export function errorBody(status: number, message: string, times: { now: number; serial: number }): object {
  return {
    timestamp: new Date(times.now).toISOString(),
    status,
    errorType: (STATUS_CODES[status] ?? 'error').toLowerCase().replaceAll(' ', '_'),
    message,
    corrId: `simulator-${times.serial}`,
  };
}

/** Whether the data of a date are there yet, or are withheld. */
export function hasArrived(ask: Ask, kind: Withholdable, date: IsoDate): boolean {
  return !isWithheld(ask.resident.diary, kind, date);
}

/** Whether a flag of the query is set; anything but `true` is not. */
export function isAsked(ask: Ask, flag: string): boolean {
  return ask.query.get(flag) === 'true';
}

/** The fields of a JSON object; none for any other body. */
export function fieldsFrom(body: string): Readonly<Record<string, unknown>> {
  try {
    const fields: unknown = JSON.parse(body);
    return typeof fields === 'object' && fields !== null ? { ...fields } : {};
  } catch {
    return {};
  }
}
