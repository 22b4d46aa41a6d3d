// Coverage as the graph has it: whether a day is cached, and why there is nothing, or nothing newer.
import { resourceValue } from '../convert/resource-name.ts';
import type * as Graph from '../../generated/graphql.ts';
import type { DayFacts, ResourceFacts } from '../../loading/readers/coverage.ts';

/**
 * The days of a resource, and how many of which kind. `registeredAt`: since when AccessLink has data of the person,
 * where that limits the resource; null where it does not, or when it is not cached.
 */
export function resourceCoverage(facts: ResourceFacts, registeredAt: string | null): Graph.ResourceCoverage {
  const registeredOn = registeredAt?.slice(0, 10) ?? null;
  const days = facts.days.map((day) => dayCoverage(day, facts, registeredOn));
  const count = (status: Graph.CoverageStatus) => days.filter((day) => day.status === status).length;
  const withData = facts.days.filter(({ cached }) => cached && !cached.isNothing);
  return {
    resource: resourceValue(facts.resource),
    freshDays: count('FRESH'),
    staleDays: count('STALE'),
    missingDays: count('MISSING'),
    oldest: withData[0]?.date ?? null,
    newest: withData.at(-1)?.date ?? null,
    days,
  };
}

function dayCoverage(day: DayFacts, facts: ResourceFacts, registeredOn: string | null): Graph.DayCoverage {
  const { date, cached } = day;
  return {
    date,
    status: cached ? (cached.isFresh ? 'FRESH' : 'STALE') : 'MISSING',
    reason: reasonOf(day, facts, registeredOn),
    fetchedAt: cached && new Date(cached.fetchedAt).toISOString(),
  };
}

/** For a fresh or an empty entry only whether it is empty; otherwise what would make a request fail now. */
function reasonOf(day: DayFacts, { denial }: ResourceFacts, registeredOn: string | null): Graph.CoverageReason | null {
  const { cached, availability, date } = day;
  if (cached?.isNothing) return 'NO_DATA';
  if (cached?.isFresh) return null;
  if (availability === 'not-yet') return 'NOT_YET';
  if (registeredOn !== null && date < registeredOn) return 'BEFORE_REGISTRATION';
  if (availability === 'out-of-window') return 'OUT_OF_WINDOW';
  if (denial === 'forbidden') return 'NO_CONSENT';
  if (denial === 'unregistered') return 'BEFORE_REGISTRATION';
  return denial === 'rate-limited' ? 'RATE_LIMITED' : null;
}
