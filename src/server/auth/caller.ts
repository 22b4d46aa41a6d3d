// The caller of an operation, and the day it is for them.
import { dateOfInstant } from '../../calendar.ts';
import type { Viewer } from '../../domain/context.ts';
import { badUserInput } from '../../domain/errors.ts';
import { type Partition, partitionOf, partitionOfUser } from '../../loading/cache/keys.ts';
import type { DayOf } from '../../loading/day-clock.ts';
import { type Today, todayOf } from '../../loading/plan/limits.ts';
import type { Secret } from '../../secret.ts';
import type { RequestHeaders } from '../http/request-headers.ts';
import { type CalendarIn, calendarIn } from './time-zones.ts';
import { tokenHash } from './tokens/random-token.ts';

/** A viewer, the token that is sent to AccessLink for them, and the partition of their cached records. */
export interface Caller {
  readonly viewer: Viewer;
  readonly token: Secret;
  readonly partition: Partition;
  /** The digest of a token of the caller's own, whose user is only claimed; null: this server has verified who they are. */
  readonly tokenHash: string | null;
}

/** A caller whose user id this server has verified: their cached records outlive the token. */
export function authenticatedCaller(polarUserId: string, token: Secret): Caller {
  return {
    viewer: { polarUserId, owner: polarUserId },
    token,
    partition: partitionOfUser(polarUserId),
    tokenHash: null,
  };
}

/** A caller whose user id is only claimed: the token decides what is read, and has a cache partition of its own. */
export function claimedCaller(polarUserId: string | null, token: Secret): Caller {
  const partition = partitionOf(polarUserId, token);
  const viewer = { polarUserId, owner: polarUserId ?? `token:${partition}` };
  return { viewer, token, partition, tokenHash: tokenHash(token.reveal()) };
}

/** The caller with a token of their own and the user id that they claim. */
export type ClaimedCallers = typeof claimedCaller;

const MAX_CLAIMED = 1_000;

/** Remembers the last callers, whose digests take as long as the rest of finding out who asks. */
export function createClaimedCallers(max = MAX_CLAIMED): ClaimedCallers {
  const callers = new Map<string, Caller>();
  return (polarUserId, token) => {
    const key = `${polarUserId ?? ''}\n${token.reveal()}`;
    const caller = callers.get(key) ?? claimedCaller(polarUserId, token);
    callers.delete(key);
    callers.set(key, caller);
    const [oldest] = callers.keys();
    if (callers.size > max && oldest !== undefined) callers.delete(oldest);
    return caller;
  };
}

/** Today in the time zone of `Accesslink-Time-Zone` (an IANA name), else in UTC. Throws bad-user-input. */
export function todayFor(headers: RequestHeaders, now: number, calendarOf: CalendarIn = calendarIn): Today {
  const timeZone = headers.get('accesslink-time-zone');
  if (!timeZone) return todayOf(dateOfInstant(now), now);
  const calendar = calendarOf(timeZone);
  if (calendar) return todayOf(calendar(now), now);
  throw badUserInput(
    `Cannot determine today's date: Accesslink-Time-Zone is "${timeZone}"; send an IANA name such as Europe/Helsinki`,
  );
}

/** The days of the time zone of `Accesslink-Time-Zone`; null where it names none that there is. */
export function namedCalendar(headers: RequestHeaders, calendarOf: CalendarIn = calendarIn): DayOf | null {
  const timeZone = headers.get('accesslink-time-zone');
  return timeZone ? calendarOf(timeZone) : null;
}
