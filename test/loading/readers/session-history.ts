// An AccessLink whose clock, list and sessions vary, and the sessions of which it has said that they are not there.
import { addDays, dateOfInstant, datesBetween, daysBetween, type IsoDate } from '../../../src/calendar.ts';
import { failure } from '../support.ts';

/** What is wrong with AccessLink for one question; a list that is cut lacks what was uploaded first, or last. */
export type Blip = 'nothing' | 'empty list' | 'cut at its start' | 'cut at its end' | 'failure' | 'none';

/** A session as AccessLink has it. */
export interface Session {
  readonly id: string;
  readonly start_time: string;
  readonly upload_time: string;
}

/** An AccessLink with a session of every day that was not deleted. */
export interface AccessLinkOfSessions {
  /** Its clock, in milliseconds since the epoch. */
  now: number;
  blip: Blip;
  readonly deleted: Set<string>;
  /**
   * How often it said of a session, since it last sent it, that it is not there: by its id, or by a list with earlier and
   * later uploads.
   */
  readonly denied: Map<string, number>;
  readonly answer: (path: string) => unknown;
}

const LIST_DAYS = 30;
const LATE_DAYS = 9;

/** One session a day; each fourth was uploaded late. */
export function sessionOf(date: IsoDate): Session {
  const isLate = daysBetween('2026-01-01' as IsoDate, date) % 4 === 0;
  const uploadedOn = isLate ? addDays(date, LATE_DAYS) : date;
  return { id: `s${date}`, start_time: `${date}T08:00:00`, upload_time: `${uploadedOn}T10:00:00Z` };
}

/** Answers the list and the requests by id, of sessions since a day. */
export function createAccessLinkOfSessions(since: IsoDate): AccessLinkOfSessions {
  const upstream: AccessLinkOfSessions = {
    now: Date.parse(since),
    blip: 'none',
    deleted: new Set(),
    denied: new Map(),
    answer: (path) => {
      const id = /exercises\/([\w-]+)/.exec(path)?.[1];
      if (upstream.blip === 'failure') return failure('invalid');
      return id === undefined ? listOf(upstream, since) : oneOf(upstream, { id, since });
    },
  };
  return upstream;
}

function listOf(upstream: AccessLinkOfSessions, since: IsoDate): unknown {
  const { blip } = upstream;
  if (blip === 'nothing') return undefined;
  if (blip === 'empty list') return [];
  const all = listed(upstream, since);
  const there = all.filter(({ id }) => !upstream.deleted.has(id));
  const middle = Math.ceil(there.length / 2);
  const list =
    blip === 'cut at its start' ? there.slice(middle) : blip === 'cut at its end' ? there.slice(0, middle) : there;
  const [first, last] = [list[0]?.upload_time ?? '', list.at(-1)?.upload_time ?? ''];
  for (const { id, upload_time: uploaded } of all)
    if (!list.some((one) => one.id === id) && uploaded > first && uploaded < last) deny(upstream, id);
  for (const { id } of list) upstream.denied.delete(id);
  return list;
}

function oneOf(upstream: AccessLinkOfSessions, { id, since }: { id: string; since: IsoDate }): unknown {
  const found = listed(upstream, since).find((one) => one.id === id && !upstream.deleted.has(id));
  if (!found || upstream.blip !== 'none') return deny(upstream, id);
  upstream.denied.delete(id);
  return found;
}

/** In order of upload. */
function listed({ now }: AccessLinkOfSessions, since: IsoDate): Session[] {
  const oldest = addDays(dateOfInstant(now), -LIST_DAYS);
  const isListed = ({ upload_time: uploaded }: Session) =>
    uploaded.slice(0, 10) >= oldest && Date.parse(uploaded) <= now;
  const sessions = datesBetween(since, dateOfInstant(now)).map(sessionOf).filter(isListed);
  return sessions.toSorted((a, b) => (a.upload_time < b.upload_time ? -1 : 1));
}

function deny({ denied }: AccessLinkOfSessions, id: string): void {
  denied.set(id, (denied.get(id) ?? 0) + 1);
}
