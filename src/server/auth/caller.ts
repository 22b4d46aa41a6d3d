// The caller of an operation, and the day it is for them.
import { dateCalendar, dateIn, dateOfInstant } from '../../calendar.ts';
import type { Viewer } from '../../domain/context.ts';
import { badUserInput } from '../../domain/errors.ts';
import { type Partition, partitionOf, partitionOfUser } from '../../loading/cache/keys.ts';
import type { DayOf } from '../../loading/day-clock.ts';
import { type Today, todayOf } from '../../loading/plan/limits.ts';
import type { Secret } from '../../secret.ts';
import type { RequestHeaders } from '../http/request-headers.ts';
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

/** Today in the time zone of `Accesslink-Time-Zone` (an IANA name), else in UTC. Throws bad-user-input. */
export function todayFor(headers: RequestHeaders, now: number): Today {
  const timeZone = headers.get('accesslink-time-zone');
  const utc = dateOfInstant(now);
  if (!timeZone) return todayOf(utc, now);
  try {
    return todayOf(dateIn(timeZone, now), now);
  } catch {
    throw badUserInput(
      `Cannot determine today's date: Accesslink-Time-Zone is "${timeZone}"; send an IANA name such as Europe/Helsinki`,
    );
  }
}

/** The days of the time zone of `Accesslink-Time-Zone`; null where it names none that there is. */
export function namedCalendar(headers: RequestHeaders): DayOf | null {
  const timeZone = headers.get('accesslink-time-zone');
  if (!timeZone) return null;
  try {
    return dateCalendar(timeZone);
  } catch {
    return null;
  }
}
