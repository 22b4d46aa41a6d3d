// Which user a response is about, by its own words: the only proof of whom a token belongs to.
import { isJsonObject } from './json.ts';
import type { UpstreamReply, UpstreamRequest } from './upstream.ts';
import { isUserId } from './user-id.ts';

/** The end of a link to a user. Hosts differ from endpoint to endpoint, and some do not exist. */
const USER_LINK = /\/users\/([1-9]\d{0,18})$/;
/** The record of a user, which AccessLink sends to nobody else. */
const USER_PATH = /^\/v3\/users\/([1-9]\d{0,18})$/;
/** A link stands in a record, in a list, or in an object around either. */
const MOST_LEVELS = 3;

/**
 * The Polar user id that a response names: of the user whose record it is, or that its first record links to. Null when it
 * names none: not every resource does.
 */
export function namedUser(
  { method = 'GET', path }: Pick<UpstreamRequest, 'method' | 'path'>,
  { body }: Pick<UpstreamReply, 'body'>,
): string | null {
  if (method !== 'GET' || body === undefined) return null;
  const ownId = USER_PATH.exec(path)?.[1];
  if (ownId !== undefined) return isJsonObject(body) ? ownId : null;
  return linkedUser(body, MOST_LEVELS);
}

function linkedUser(value: unknown, levels: number): string | null {
  if (Array.isArray(value)) return linkedUser(value[0], levels);
  if (!isJsonObject(value) || levels === 0) return null;
  for (const [name, property] of Object.entries(value)) {
    const id =
      /^polar[-_]?user$/i.test(name) && typeof property === 'string' ? USER_LINK.exec(property)?.[1] : undefined;
    if (id !== undefined && isUserId(id)) return id;
  }
  for (const property of Object.values(value)) {
    const id = typeof property === 'object' ? linkedUser(property, levels - 1) : null;
    if (id !== null) return id;
  }
  return null;
}
