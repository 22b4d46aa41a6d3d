// One request for days: a range whose body is too large is requested again in halves.
import { AccessLinkError } from '../../accesslink/errors.ts';
import { isAboutDates } from '../../accesslink/reason-words.ts';
import { addDays, daysBetween } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import { type PlannedRequest, requestFor } from '../plan/plan.ts';
import { type DatedResource, readOf } from '../plan/resource.ts';
import type { FetchReply, VersionedReply } from './shared-request.ts';

/** What became of a request: its reply, or why it has none. */
export interface Settled<R extends RecordName> {
  readonly request: PlannedRequest;
  readonly outcome: VersionedReply<R> | Error;
}

/** Sends requests of a resource. Never rejects. */
export type SettleRequest<R extends RecordName> = (request: PlannedRequest) => Promise<readonly Settled<R>[]>;

/** How the requests of a resource are sent by an operation. */
export function createSettleRequest<R extends RecordName>(
  resource: DatedResource<R>,
  flags: readonly string[],
  fetch: FetchReply<R>,
): SettleRequest<R> {
  const settle: SettleRequest<R> = async (request) => {
    const outcome = await fetch(readOf(resource, request, flags)).catch((failure: unknown) =>
      errorOf(failure, resource.name),
    );
    if (!isTooLarge(outcome) || request.form !== 'range' || request.from === request.to) return [{ request, outcome }];
    const halves = await Promise.all(halvesOf(request, resource.limits.hasDate).map(settle));
    return halves.flat();
  };
  return settle;
}

/** Whether AccessLink refused a request for its dates. */
export function isRefused(outcome: unknown): outcome is AccessLinkError {
  return outcome instanceof AccessLinkError && outcome.code === 'refused' && isAboutDates(outcome.upstream);
}

function halvesOf({ from, to }: PlannedRequest, hasDate: boolean): PlannedRequest[] {
  const middle = addDays(from, Math.floor(daysBetween(from, to) / 2));
  return [requestFor(hasDate, addDays(middle, 1), to), requestFor(hasDate, from, middle)];
}

function isTooLarge(outcome: unknown): boolean {
  return outcome instanceof AccessLinkError && outcome.problem === 'too-large';
}

function errorOf(failure: unknown, resource: string): Error {
  return failure instanceof Error ? failure : new Error(`Cannot read ${resource}: ${String(failure)}`);
}
