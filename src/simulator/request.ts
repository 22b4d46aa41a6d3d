// Requests as the handlers see them: authenticated, with their path and query parsed.
import type { IsoDate } from '../calendar.ts';
import type { Dialect } from './dialects/spelling.ts';
import { type Withholdable, isWithheld } from './data/runtime-changes.ts';
import type { PersonProfile } from './data/person-profile.ts';

/** A request that needs no access token. */
export interface ApiRequest {
  /** Whether it carries the client's id and secret. */
  readonly isClient: boolean;
  readonly dialect: Dialect;
  /** Epoch milliseconds by the simulator's clock. */
  readonly now: number;
  /** Values of the placeholders in the path, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: string;
}

/** A request with the access token of a person. */
export interface PersonRequest extends ApiRequest {
  readonly person: PersonProfile;
  /** The date at `now` in the person's time zone. */
  readonly today: IsoDate;
  /** Epoch milliseconds; infinity for a person who is not registered. */
  readonly registeredAt: number;
}

/** Whether the data of a date are served, that is: not withheld. */
export function isAvailable(request: PersonRequest, kind: Withholdable, date: IsoDate): boolean {
  return !isWithheld(request.person.runtimeChanges, kind, date);
}

/** Whether a flag of the query is set; any value other than `true` does not set it. */
export function hasFlag(request: PersonRequest, flag: string): boolean {
  return request.query.get(flag) === 'true';
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
