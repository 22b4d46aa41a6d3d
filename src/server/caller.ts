// Who asks, read from the headers of a request.
import { dateIn, dateOfInstant } from '../calendar.ts';
import type { Viewer } from '../domain/context.ts';
import { badUserInput, DomainError } from '../domain/errors.ts';
import { type Scope, scopeOf, scopeOfUser } from '../loading/keys.ts';
import { type Today, todayOf } from '../loading/reach.ts';
import { createSecret, type Secret } from '../secret.ts';

/** A person and the token with which AccessLink is asked for their data. */
export interface Caller {
  readonly viewer: Viewer;
  readonly token: Secret;
  readonly scope: Scope;
}

/** Somebody to answer for when a request carries no credential: the demo user. */
export interface Credential {
  readonly polarUserId: string;
  readonly token: string;
}

/** RFC 6750, section 2.1. */
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/**
 * The caller of a request: `Authorization: Bearer …` and `Polar-User-Id: …`, else the fallback. Throws unauthenticated
 * when there is neither, bad-user-input when one of them is malformed.
 */
export function callerOf(headers: Headers, fallback: Credential | null): Caller {
  const authorization = headers.get('authorization');
  if (authorization === null) return fallback ? provenCaller(fallback) : refuse('the request carries no credential');
  const token = BEARER.exec(authorization)?.[1];
  if (!token) return refuse('the Authorization header is no bearer token');
  return callerWith({ token, polarUserId: polarUserIdIn(headers) });
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

/** Somebody of whom this server itself knows which user they are: their records outlive the token. */
function provenCaller({ polarUserId, token }: Credential): Caller {
  const viewer = { polarUserId, owner: polarUserId };
  return { viewer, token: createSecret(token), scope: scopeOfUser(polarUserId) };
}

/** Somebody who says so: the token decides what is read, and the records are kept apart by it. */
function callerWith({ polarUserId, token }: { polarUserId: string | null; token: string }): Caller {
  const secret = createSecret(token);
  const scope = scopeOf(polarUserId, secret);
  return { viewer: { polarUserId, owner: polarUserId ?? `token:${scope}` }, token: secret, scope };
}

function polarUserIdIn(headers: Headers): string | null {
  const id = headers.get('polar-user-id');
  if (id === null || /^[1-9]\d{0,18}$/.test(id)) return id;
  // Not quoted: what is mistaken for an id may be a token.
  throw badUserInput('Cannot tell the user: Polar-User-Id is no number of 1 to 19 digits; send it as Polar gave it');
}

function refuse(why: string): never {
  const remedy = 'send "Authorization: Bearer <Polar access token>" and, where known, "Polar-User-Id: <id>"';
  throw new DomainError('unauthenticated', `Cannot tell who asks: ${why}; ${remedy}`);
}
