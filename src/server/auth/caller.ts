// A person and the token with which AccessLink is asked for their data; and what day it is for them.
import { dateIn, dateOfInstant } from '../../calendar.ts';
import type { Viewer } from '../../domain/context.ts';
import { badUserInput } from '../../domain/errors.ts';
import { type Partition, partitionOf, partitionOfUser } from '../../loading/cache/keys.ts';
import { type Today, todayOf } from '../../loading/plan/limits.ts';
import type { Secret } from '../../secret.ts';

/** A person and the token with which AccessLink is asked for their data. */
export interface Caller {
  readonly viewer: Viewer;
  readonly token: Secret;
  readonly partition: Partition;
}

/** Somebody of whom this server itself knows which user they are: their records outlive the token. */
export function authenticatedCaller(polarUserId: string, token: Secret): Caller {
  return { viewer: { polarUserId, owner: polarUserId }, token, partition: partitionOfUser(polarUserId) };
}

/** Somebody who says so: the token decides what is read, and the records are kept apart by it. */
export function claimedCaller(polarUserId: string | null, token: Secret): Caller {
  const scope = partitionOf(polarUserId, token);
  return { viewer: { polarUserId, owner: polarUserId ?? `token:${scope}` }, token, partition: scope };
}

/** What day it is for the caller: in `Accesslink-Time-Zone` (an IANA name) when that is sent, else in UTC. */
export function todayFor(headers: Headers, now: number): Today {
  const timeZone = headers.get('accesslink-time-zone');
  const utc = dateOfInstant(now);
  if (!timeZone) return todayOf(utc, utc);
  try {
    return todayOf(dateIn(timeZone, now), utc);
  } catch {
    throw badUserInput(
      `Cannot tell the date: Accesslink-Time-Zone is "${timeZone}", which is no IANA time zone such as Europe/Helsinki`,
    );
  }
}
