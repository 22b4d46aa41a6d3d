// Reading again the records that an event is about, and what may go wrong with it.
import type { WebhookEvent } from '../../accesslink/webhook-event.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { IsoDate } from '../../calendar.ts';
import { causeOf } from '../../loading/errors.ts';
import type { CachedValue } from '../../loading/context.ts';
import type { Loaders } from '../../domain/loaders.ts';
import type { InvalidatedRecords } from '../../store/contract/signals.ts';

/** What an event is about, as far as it names it. */
export type EventSubject = Pick<WebhookEvent, 'entityId' | 'from' | 'to'>;

/** Means to refresh the records of one user. */
export interface RefreshTools {
  readonly loaders: Loaders;
  /** The user's today may be a day later than UTC's. */
  readonly today: IsoDate;
  /** Invalidates records in every process. */
  readonly invalidate: (records: readonly InvalidatedRecords[]) => Promise<void>;
}

/** Thrown when AccessLink did not give what an event is about: old records came in its place. */
class NotYetReadError extends Error {
  override readonly name = 'NotYetReadError';
}

/**
 * What was read. Throws when something could not be read now that may be read later, or not with this token. A denial of
 * one resource is final and harms no other: a consent is missing, or a day is too old.
 */
export function checkRead<T extends CachedValue<unknown>>(outcomes: readonly PromiseSettledResult<T>[]): T[] {
  const failed = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const worst = failed.find(isUnauthorized) ?? failed.find((failure) => !isFinal(failure));
  if (worst !== undefined) throw worst;
  const read = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (read.some(({ stale }) => stale))
    throw new NotYetReadError('Cannot read the records of an event: AccessLink failed');
  return read;
}

/** Whether the token is not accepted any more. */
export function isUnauthorized(failure: unknown): boolean {
  const cause = causeOf(failure);
  return cause instanceof AccessLinkError && cause.code === 'unauthorized';
}

function isFinal(failure: unknown): boolean {
  const cause = causeOf(failure);
  return cause instanceof AccessLinkError && ['forbidden', 'unregistered', 'refused', 'conflict'].includes(cause.code);
}
