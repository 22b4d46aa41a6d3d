// Reading again what an announcement is about, and what may go wrong with it.
import type { WebhookEvent } from '../../accesslink/webhook-event.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { IsoDate } from '../../calendar.ts';
import { OutOfWindowError } from '../../loading/errors.ts';
import type { CachedValue } from '../../loading/context.ts';
import type { Loaders } from '../../domain/context.ts';

/** What is new, as far as it is named. */
export type EventSubject = Pick<WebhookEvent, 'entityId' | 'from' | 'to'>;

/** Ends the freshness of what is concerned and reads it again; the day that the news are of, where there is one. */
export type Refresh = (arrived: EventSubject, tools: RefreshTools) => Promise<IsoDate | null>;

/** Means to refresh the records of one user. */
export interface RefreshTools {
  readonly loaders: Loaders;
  /** The user's today may be a day later than UTC's. */
  readonly today: IsoDate;
  /** Ends the freshness of records of a resource, in every process. All of the resource when `whats` is null. */
  readonly end: (resource: string, whats: readonly string[] | null) => Promise<void>;
  /** What was read. Throws when something could not be read now that may be read later, or not with this token. */
  readonly check: <T extends CachedValue<unknown> | null>(found: readonly PromiseSettledResult<T>[]) => T[];
}

/** Thrown when AccessLink did not give what it announced: old records came in its place. */
class NotYetReadError extends Error {
  override readonly name = 'NotYetReadError';
}

/** Refusals of one resource are final and harm no other: a consent is missing, or a day is too old. */
export const checkRead: RefreshTools['check'] = (found) => {
  const failed = found.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const worst = failed.find(isUnauthorized) ?? failed.find((failure) => !isFinal(failure));
  if (worst !== undefined) throw worst;
  const read = found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (read.some((held) => held?.stale)) throw new NotYetReadError('Cannot read what was announced: AccessLink failed');
  return read;
};

/** Whether the token is not accepted any more. */
export function isUnauthorized(failure: unknown): boolean {
  return failure instanceof AccessLinkError && failure.code === 'unauthorized';
}

function isFinal(failure: unknown): boolean {
  if (failure instanceof OutOfWindowError) return true;
  return failure instanceof AccessLinkError && ['forbidden', 'refused', 'conflict'].includes(failure.code);
}
