// Sends the planned requests of a dated resource, finds the edge of AccessLink's window where one is refused, and caches
// what came.
import { AccessLinkError } from '../../accesslink/errors.ts';
import { isAboutFuture } from '../../accesslink/reason-words.ts';
import { datesBetween, daysBetween, type IsoDate } from '../../calendar.ts';
import type { RecordName } from '../../generated/accesslink.ts';
import type { InFlightRequest } from '../cache/in-flight.ts';
import { dateKey } from '../cache/keys.ts';
import type { CachedRecords } from '../cache/record-cache.ts';
import type { RangeWidthCache } from '../cache/range-widths.ts';
import type { WindowEdgeCache } from '../cache/window-edges.ts';
import type { Availability } from '../plan/limits.ts';
import type { PlannedRequest } from '../plan/plan.ts';
import type { Correction } from '../plan/resource.ts';
import { createSettleRequest, isRefused, type Settled } from './dated-request.ts';
import { type DatedCache, isDoubtfulEnd, putDays } from './put-days.ts';
import type { FetchReply, RequestResult, SharedRequests } from './shared-request.ts';
import { searchWindow } from './window-search.ts';

/** A date that AccessLink does not serve: it is too old, or has not come yet. Not a failure. */
export type Unserved = Exclude<Availability, 'available'>;

/** A request in flight for days. */
export type DatedInFlight<R extends RecordName> = InFlightRequest<RequestResult<R, Unserved>>;

/** What the requests of an operation for one resource share. */
export interface DatedRequests<R extends RecordName> extends DatedCache<R> {
  readonly requests: SharedRequests<R, Unserved>;
  readonly edges: WindowEdgeCache;
  readonly widths: RangeWidthCache;
  readonly readOther: Correction['read'];
}

/** How a request ended at its oldest day: served, refused as too old, or refused for another reason. */
type OldestDay = 'served' | 'too-old' | 'failed';

type DayOutcome<R extends RecordName> = CachedRecords<R> | Error | Unserved;

/**
 * Sends requests, the newest first, at once. One that is refused is searched for its edge, unless a newer one has it: then
 * all of it lies behind the edge. `wanted` are the dates that the operation waits for.
 */
export function startRequests<R extends RecordName>(
  dated: DatedRequests<R>,
  plan: readonly PlannedRequest[],
  wanted: ReadonlySet<string>,
): DatedInFlight<R>[] {
  let newer: Promise<OldestDay> = Promise.resolve('served');
  return plan.map((request) => {
    const [ofNewer, own] = [newer, Promise.withResolvers<OldestDay>()];
    newer = own.promise;
    return dated.requests.start({
      covers: (key) => isWithin(request, key) && (wanted.has(key) || !isDoubtfulEnd(request, key)),
      run: async (fetch) => {
        try {
          const settled = await settleParts(dated, request, { fetch, newer: ofNewer, wanted });
          const parts = await Promise.all(settled.map((part) => corrected(dated, part)));
          const days = outcomesOf(dated, request, { parts, newer: await ofNewer });
          own.resolve(oldestDayOf(days.get(request.from)));
          return (key) => days.get(key) ?? new Error(`Cannot read ${key}: it was not requested`);
        } finally {
          own.resolve('served');
        }
      },
    });
  });
}

interface Settling<R extends RecordName> {
  readonly fetch: FetchReply<R>;
  readonly newer: Promise<OldestDay>;
  readonly wanted: ReadonlySet<string>;
}

/**
 * The parts of a request. What the store holds of the days that nobody waits for is read meanwhile: nothing retained is lost
 * to a reply.
 */
async function settleParts<R extends RecordName>(
  { resource, cache, context, widths }: DatedRequests<R>,
  request: PlannedRequest,
  { fetch, newer, wanted }: Settling<R>,
): Promise<readonly Settled<R>[]> {
  const others = datesBetween(request.from, request.to).filter((date) => !wanted.has(date));
  const loading = cache.load(others.map(dateKey));
  const settle = createSettleRequest(resource, { flags: cache.flags, fetch, widths });
  const settled = await settle(request);
  const [first] = settled;
  await loading;
  if (settled.length !== 1 || !first) return settled;
  if (!isRefused(first.outcome) || (await newer) !== 'served') return settled;
  return searchWindow(first, { settle, hasDate: resource.limits.hasDate, today: context.today });
}

/** A part whose records are mended by those of another resource, where the resource needs that. */
async function corrected<R extends RecordName>(
  { resource, readOther }: DatedRequests<R>,
  part: Settled<R>,
): Promise<Settled<R>> {
  const { request, outcome } = part;
  if (outcome instanceof Error || !resource.correct) return part;
  const correction = { dates: datesBetween(request.from, request.to), read: readOther };
  return { request, outcome: { ...outcome, records: await resource.correct(outcome.records, correction) } };
}

/**
 * What is served for each day, cached. A refused day before today is too old, a later one has not come yet, and the edge
 * is learnt. Where today itself is refused and no other day is served, the rejection is about something else: a failure, unless
 * it says that today is ahead.
 */
function outcomesOf<R extends RecordName>(
  dated: DatedRequests<R>,
  request: PlannedRequest,
  { parts, newer }: { readonly parts: readonly Settled<R>[]; readonly newer: OldestDay },
): Map<string, DayOutcome<R>> {
  const { utc } = dated.context.today;
  const days = new Map<string, DayOutcome<R>>();
  const refused: IsoDate[] = [];
  for (const { request: part, outcome } of parts) {
    if (!(outcome instanceof Error)) {
      for (const [date, records] of putDays(dated, part, outcome)) days.set(date, records);
      if (part.form === 'date' || part.form === 'range') dated.edges.served(daysBetween(part.from, utc));
    } else if (isRefused(outcome)) refused.push(...datesBetween(part.from, part.to));
  }
  const isTodayInDoubt = days.size === 0 && isWithin(request, utc) && !isTodayAhead(dated, request, parts);
  const isAboutDates = newer !== 'failed' && !isTodayInDoubt;
  for (const { request: part, outcome } of parts) {
    if (!(outcome instanceof Error)) continue;
    for (const date of datesBetween(part.from, part.to)) {
      if (days.has(date)) continue;
      days.set(date, isRefused(outcome) && isAboutDates ? unservedOn(date, utc) : outcome);
    }
  }
  const unserved = refused.filter((date) => typeof days.get(date) === 'string');
  const rejections = unserved.length === 1 && newer !== 'too-old' ? 'one' : 'several';
  if (isAboutDates) learnEdge(dated, unserved, rejections);
  return days;
}

/** Whether a request from today on was refused since today has not begun by AccessLink's clock. */
function isTodayAhead<R extends RecordName>(
  { context }: Pick<DatedRequests<R>, 'context'>,
  { from }: PlannedRequest,
  parts: readonly Settled<R>[],
): boolean {
  const isRefusedAsAhead = ({ outcome }: Settled<R>) =>
    outcome instanceof AccessLinkError && isAboutFuture(outcome.upstream);
  return from === context.today.utc && parts.every(isRefusedAsAhead);
}

function unservedOn(date: IsoDate, utc: IsoDate): Unserved {
  return date < utc ? 'out-of-window' : 'not-yet';
}

/** The edge lies before the refused days that are nearest to today. */
function learnEdge<R extends RecordName>(
  { edges, context }: DatedRequests<R>,
  refused: readonly IsoDate[],
  rejections: 'one' | 'several',
): void {
  const { utc } = context.today;
  const ages = refused.map((date) => daysBetween(date, utc));
  const [past, ahead] = [ages.filter((age) => age > 0), ages.filter((age) => age <= 0)];
  if (past.length > 0) edges.learn({ maxAgeDays: Math.min(...past) - 1 }, rejections);
  if (ahead.length > 0) edges.learn({ aheadDays: Math.min(...ahead.map((age) => -age)) - 1 }, rejections);
}

function oldestDayOf<R extends RecordName>(outcome: DayOutcome<R> | undefined): OldestDay {
  if (isRefused(outcome)) return 'failed';
  return outcome === 'out-of-window' ? 'too-old' : 'served';
}

/** Whether a request is about a day. */
export function isWithin({ from, to }: PlannedRequest, date: string): boolean {
  return date >= from && date <= to;
}
