// Which reply of a case fits a request, and what it says: a status and a body.
import { addDays, dateOfInstant, isIsoDate } from '../../../src/calendar.ts';
import { joined, type Reply } from './case.ts';

/** A request to AccessLink. */
export interface ScriptedRequest {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
}

export interface ReplyContent {
  readonly status: number;
  readonly body: Buffer;
  readonly isJson: boolean;
}

/** Whether a reply is for a request. */
export function fits({ at, query }: Reply, request: ScriptedRequest): boolean {
  const isAt = new RegExp(`^(?:${at})$`).test(`${request.method} ${request.path}`);
  return isAt && (query === undefined || new RegExp(query).test(request.query));
}

/** What a reply says to a request; `now` decides what is too old for it. */
export function contentOf(reply: Reply, request: ScriptedRequest, now: number): ReplyContent {
  const { status = 200, json, text, base64, byDay } = reply;
  if (byDay) return contentByDay(reply, request, now);
  if (json !== undefined) return jsonContent(status, json);
  if (base64 !== undefined) return { status, body: Buffer.from(base64, 'base64'), isJson: false };
  return { status, body: Buffer.from(joined(text ?? '')), isJson: text !== undefined };
}

function contentByDay(reply: Reply, { path, query }: ScriptedRequest, now: number): ReplyContent {
  const { byDay = {}, status = 200, none = 404 } = reply;
  const day = path.split('/').at(-1) ?? '';
  const { from = null, to = null } = Object.fromEntries(new URLSearchParams(query));
  const asked = isIsoDate(day) ? { from: day, to: day } : { from, to };
  if (isOutside(reply, asked, now)) return jsonContent(400, TOO_OLD);
  if (isIsoDate(day)) return Object.hasOwn(byDay, day) ? jsonContent(status, byDay[day]) : NOTHING(none);
  const records = Object.entries(byDay).filter(([date]) => date >= (from ?? date) && date <= (to ?? date));
  return jsonContent(status, wrapped(reply, records.map(([, record]) => record).flat()));
}

interface Asked {
  readonly from: string | null;
  readonly to: string | null;
}

function isOutside({ oldest, newest }: Reply, { from, to }: Asked, now: number): boolean {
  const today = dateOfInstant(now);
  const isTooOld = oldest !== undefined && from !== null && from < addDays(today, oldest);
  return isTooOld || (newest !== undefined && to !== null && to > addDays(today, newest));
}

function wrapped({ wrap }: Reply, records: readonly unknown[]): unknown {
  return wrap === undefined ? records : { [wrap]: records };
}

function jsonContent(status: number, json: unknown): ReplyContent {
  return { status, body: Buffer.from(JSON.stringify(json)), isJson: true };
}

const NOTHING = (status: number): ReplyContent => ({ status, body: Buffer.alloc(0), isJson: false });

const TOO_OLD = { status: 400, errorType: 'BadRequestException', message: 'Requested range is not available' };
