// An AccessLink written by hand, and load contexts of several people that share one memory, one clock and the requests in
// flight.
import { AccessLinkError, type AccessLinkErrorCode } from '../../src/accesslink/errors.ts';
import { createSecret } from '../../src/secret.ts';
import type { Transport } from '../../src/accesslink/upstream.ts';
import { addDays, dateOfInstant, datesBetween, type IsoDate, isoDate } from '../../src/calendar.ts';
import { activityResource } from '../../src/domain/activity/loader.ts';
import { createDateReader } from '../../src/loading/readers/date-reader.ts';
import { createInvalidationClock } from '../../src/loading/cache/invalidation-clock.ts';
import { createInFlightRequests } from '../../src/loading/cache/in-flight.ts';
import { partitionOf } from '../../src/loading/cache/keys.ts';
import { type StoreTier, noStoreTier } from '../../src/loading/cache/store-tier.ts';
import { createOperationStats } from '../../src/loading/stats.ts';
import { createMemoryTier, type MemoryTier } from '../../src/loading/cache/memory-tier.ts';
import type { Calendar, DayClock } from '../../src/loading/day-clock.ts';
import { todayOf } from '../../src/loading/plan/limits.ts';
import { createNegativeCache } from '../../src/loading/cache/negative-cache.ts';
import type { CachedValue, LoadContext, ResourceFlags } from '../../src/loading/context.ts';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const TODAY = isoDate('2026-11-22');

/** The JSON that AccessLink answers a path with: undefined for "nothing", an Error for a failure. */
export type Answers = (path: string) => unknown;

export interface ContextOptions {
  readonly user?: string;
  readonly token?: string;
  readonly flags?: ResourceFlags;
  readonly storeTier?: StoreTier;
}

/** A world whose AccessLink answers with `answers`. `paths` are the requests since they were taken last. */
export function createWorld(answers: Answers, memory: MemoryTier = createMemoryTier(100_000_000)) {
  const world = { answers, now: Date.parse('2026-11-22T12:00:00Z'), today: TODAY };
  const negativeCache = createNegativeCache(() => world.now);
  const sent: string[] = [];
  const inFlight = createInFlightRequests();
  const invalidations = createInvalidationClock();
  const send: Transport = async ({ path }) => {
    sent.push(path);
    await Promise.resolve();
    const body = world.answers(path);
    if (body instanceof Error) throw body;
    return {
      status: body === undefined ? 204 : 200,
      body,
    };
  };
  const context = ({
    user = '1',
    token = 'one',
    flags = {},
    storeTier = noStoreTier,
  }: ContextOptions = {}): LoadContext => ({
    partition: partitionOf(user, createSecret(token)),
    polarUserId: user,
    token: createSecret(token),
    send,
    memory,
    storeTier,
    invalidations,
    inFlight,
    negativeCache,
    stats: createOperationStats(),
    now: () => world.now,
    today: todayOf(world.today, world.now),
    clock: clockOf({ dayOf: dateOfInstant, isNamed: true }),
    flags,
  });
  return Object.assign(world, { context, invalidations, negativeCache, paths: () => sent.splice(0) });
}

/** The clock of somebody whose days are known. */
export function clockOf(calendar: Calendar): DayClock {
  const known = async () => calendar;
  return { known, calendar: known, isLearning: async () => false, watch: () => {} };
}

/** A failure as the transport throws it. */
export function failure(code: AccessLinkErrorCode): AccessLinkError {
  return new AccessLinkError(code, `AccessLink answered with ${code}`);
}

export function daysAgo(days: number): IsoDate {
  return addDays(TODAY, -days);
}

/** The last `count` days, oldest first. */
export function lastDays(count: number): IsoDate[] {
  return datesBetween(daysAgo(count - 1), TODAY);
}

/** The days that a request by date or by range is about. */
export function daysIn(path: string): IsoDate[] {
  const [from, to = from] = path.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  return from && to ? datesBetween(isoDate(from), isoDate(to)) : [];
}

/** Activity of every requested day, 100 steps each. */
export function everyActivity(path: string): unknown {
  return daysIn(path).map((date) => activityOf(date));
}

export function activityOf(date: IsoDate | null, steps = 100): unknown {
  return { start_time: date && `${date}T00:00`, steps };
}

/** What was read, without its age; the message of what failed. */
export function valueOf<T>(outcome: CachedValue<T> | Error | undefined): T | string | undefined {
  return outcome instanceof Error ? outcome.message : outcome?.value;
}

/** The steps of each day's records; the failure where there is one. */
export async function stepsOf(dates: readonly IsoDate[], context: LoadContext) {
  const found = await createDateReader(activityResource, context)(dates);
  return found.map((day) => (day instanceof Error ? day : day.value.map((record) => record.steps)));
}
