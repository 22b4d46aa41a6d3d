// What is known of days in the graph's words: how well a day is known, and why there is nothing, or nothing newer.
import { documentedWindows } from '../../accesslink/windows.ts';
import type * as Graph from '../../generated/graphql.ts';
import type { DayFacts, ResourceFacts } from '../../loading/readers/coverage.ts';
import { utcDateTime } from '../convert/times.ts';

/** The days of a resource, and how many of which kind. `registeredAt` as AccessLink sent it. */
export function resourceCoverage(facts: ResourceFacts, registeredAt: string | null): Graph.ResourceCoverage {
  const needsRegistration = documentedWindows.some((window) => {
    return window.resource === facts.resource && window.afterRegistration;
  });
  const registeredOn = needsRegistration ? (utcDateTime(registeredAt)?.slice(0, 10) ?? null) : null;
  const days = facts.days.map((day) => dayCoverage(day, facts, registeredOn));
  const count = (status: Graph.CoverageStatus) => days.filter((day) => day.status === status).length;
  const withData = facts.days.filter(({ known }) => known && !known.isNothing);
  return {
    resource: facts.resource,
    freshDays: count('FRESH'),
    heldDays: count('HELD'),
    missingDays: count('MISSING'),
    oldest: withData[0]?.date ?? null,
    newest: withData.at(-1)?.date ?? null,
    days,
  };
}

function dayCoverage(day: DayFacts, facts: ResourceFacts, registeredOn: string | null): Graph.DayCoverage {
  const { date, known } = day;
  return {
    date,
    status: known ? (known.isFresh ? 'FRESH' : 'HELD') : 'MISSING',
    reason: reasonOf(day, facts, registeredOn),
    fetchedAt: known && new Date(known.fetchedAt).toISOString(),
  };
}

/** Of what is fresh, or is nothing, only whether it is nothing; else what would keep AccessLink from answering now. */
function reasonOf(day: DayFacts, { refusal }: ResourceFacts, registeredOn: string | null): Graph.CoverageReason | null {
  const { known, place, date } = day;
  if (known?.isNothing) return 'NO_DATA';
  if (known?.isFresh) return null;
  if (place === 'not-yet') return 'NOT_YET';
  if (registeredOn !== null && date < registeredOn) return 'BEFORE_REGISTRATION';
  if (place === 'out-of-window') return 'OUT_OF_WINDOW';
  if (refusal === 'forbidden') return 'NO_CONSENT';
  return refusal === 'rate-limited' ? 'RATE_LIMITED' : null;
}
