// One request for days: a range whose body is too large is requested again in parts.
import { AccessLinkError } from '../../accesslink/errors.ts';
import { isAboutDates } from '../../accesslink/reason-words.ts';
import { addDays, daysBetween, laterDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import type { RangeWidthCache } from '../cache/range-widths.ts';
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

/** How requests are sent by an operation: with which flags, and what is learnt of ranges that are too wide. */
export interface PartSending<R extends RecordName> {
  readonly flags: readonly string[];
  readonly fetch: FetchReply<R>;
  readonly widths: Pick<RangeWidthCache, 'learn'>;
}

/** How the requests of a resource are sent by an operation. */
export function createSettleRequest<R extends RecordName>(
  resource: DatedResource<R>,
  { flags, fetch, widths }: PartSending<R>,
): SettleRequest<R> {
  const settle: SettleRequest<R> = async (request) => {
    const outcome = await fetch(readOf(resource, request, flags)).catch((failure: unknown) =>
      errorOf(failure, resource.name),
    );
    if (!isTooLarge(outcome) || request.form !== 'range' || request.from === request.to) return [{ request, outcome }];
    const width = widthOf(request, outcome);
    widths.learn(width);
    const parts = await Promise.all(partsOf(request, width, resource.limits.hasDate).map(settle));
    return parts.flat();
  };
  return settle;
}

/** Whether AccessLink refused a request for its dates. */
export function isRefused(outcome: unknown): outcome is AccessLinkError {
  return outcome instanceof AccessLinkError && outcome.code === 'refused' && isAboutDates(outcome.upstream);
}

/** Days differ in size: some space is left for those that are larger than others. */
const SPACE = 0.9;

/** So many days fit in one body, by the size of the one that did not; half of them where that is not known. */
function widthOf({ from, to }: PlannedRequest, { timesTooLarge }: AccessLinkError): number {
  const days = daysBetween(from, to) + 1;
  const fitting = timesTooLarge === null ? Math.ceil(days / 2) : Math.floor((days * SPACE) / timesTooLarge);
  return Math.max(1, Math.min(fitting, days - 1));
}

/** The newest first. */
function partsOf({ from, to }: PlannedRequest, width: number, hasDate: boolean): PlannedRequest[] {
  const parts: PlannedRequest[] = [];
  for (let last = to; last >= from; last = addDays(last, -width)) {
    parts.push(requestFor(hasDate, laterDate(from, addDays(last, 1 - width)), last));
  }
  return parts;
}

function isTooLarge(outcome: unknown): outcome is AccessLinkError {
  return outcome instanceof AccessLinkError && outcome.problem === 'too-large';
}

function errorOf(failure: unknown, resource: string): Error {
  return failure instanceof Error ? failure : new Error(`Cannot read ${resource}: ${String(failure)}`);
}
