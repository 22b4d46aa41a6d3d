// What AccessLink allows: the documented windows, and the request budget as last sent.
import type { PersonShare } from '../../accesslink/budget/admission.ts';
import type { RateWindow } from '../../accesslink/rate-limit.ts';
import type * as Graph from '../../generated/graphql.ts';
import type { ViewerBudget } from '../context.ts';
import { resourceValue } from '../convert/resource-name.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { DocumentedWindow } from '../../loading/plan/resource.ts';

/** The documented window of a resource. */
export interface ResourceWindow extends DocumentedWindow {
  readonly resource: string;
}

/** The resolvers, given the windows of all resources. */
export function createLimitResolvers(windows: readonly ResourceWindow[]): Resolvers {
  return {
    Query: {
      rateLimit: (_, __, { rateLimit }) => rateLimitOf(rateLimit()),
      dataWindows: () => windows.map(dataWindowOf),
    },
  };
}

function rateLimitOf({ short, long, share }: ViewerBudget): Graph.RateLimit {
  return { short: windowOf(short), long: windowOf(long), share: share && shareOf(share) };
}

function shareOf({ used, fairShare }: PersonShare): Graph.RateShare {
  return { usedToday: used, availableToday: Math.max(0, fairShare - used) };
}

function windowOf(window: RateWindow | null): Graph.RateWindow | null {
  return window && { ...window, resetsAt: new Date(window.resetsAt).toISOString() };
}

function dataWindowOf(window: ResourceWindow): Graph.DataWindow {
  const basis = window.basis === null ? 'UNKNOWN' : window.basis === 'date' ? 'DATE' : 'UPLOAD';
  return { ...window, resource: resourceValue(window.resource), basis, description: describe(window) };
}

function describe({ maxAgeDays, maxRangeDays, recentDays, basis, afterRegistration }: DocumentedWindow): string {
  const parts = [
    maxAgeDays === null ? 'no age limit documented' : `${maxAgeDays} days back, counted from the ${basis}`,
    maxRangeDays === null ? null : `at most ${maxRangeDays} days a request`,
    recentDays === null ? null : `the last ${recentDays} days without a range`,
    afterRegistration ? 'only what was uploaded after registration' : null,
  ];
  return parts.filter((part) => part !== null).join('; ');
}
