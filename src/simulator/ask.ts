// One request for a person's data, and the answers it can get.
import { STATUS_CODES } from 'node:http';
import type { IsoDate } from '../calendar.ts';
import type { Dialect } from './dialects/spelling.ts';
import type { Resident } from './life/resident.ts';

export interface Ask {
  readonly resident: Resident;
  readonly dialect: Dialect;
  /** Epoch milliseconds by the simulator's clock. */
  readonly now: number;
  /** The person's own day at `now`. */
  readonly today: IsoDate;
  /** Values of the placeholders in the path, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

export interface Answer {
  readonly status: number;
  /** Absent: no body. */
  readonly body?: unknown;
}

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

/** Whether a flag of the query is set; anything but `true` is not. */
export function isAsked(ask: Ask, flag: string): boolean {
  return ask.query.get(flag) === 'true';
}
