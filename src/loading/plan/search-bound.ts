// The most requests that the search for the edge of a window sends after a rejection: pure, no clock, no network.
import { addDays, daysBetween, laterDate } from '../../calendar.ts';
import type { Today } from './limits.ts';
import { mostProbes } from './narrowing.ts';
import type { PlannedRequest } from './plan.ts';

/** So many days up to today are searched first where a range reaches ahead: in at most four requests, six with those before. */
export const AT_ONCE_DAYS = 14;

/**
 * The most requests that are sent besides planned ones, when AccessLink refuses some of them for their dates. The one that
 * reaches to today may be refused for its other end alone; of the others only the one with the edge in it is searched.
 */
export function mostSearches(plan: readonly PlannedRequest[], today: Today): number {
  const [recent, past] = [plan.filter(({ to }) => to >= today.utc), plan.filter(({ to }) => to < today.utc)];
  const ofRecent = recent.reduce((sum, request) => sum + searchesAfter(request, today), 0);
  return ofRecent + Math.max(0, ...past.map((request) => searchesAfter(request, today)));
}

/** The most requests that are sent after one request was refused. */
function searchesAfter({ form, from, to }: PlannedRequest, { utc }: Today): number {
  const days = daysBetween(from, to) + 1;
  if (days === 1 || form === 'recent') return 0;
  if (form === 'period' || to < utc || from > utc) return mostProbes(days);
  if (to === utc) return searchesWithToday(days);
  const past = laterDate(from, addDays(utc, 1 - AT_ONCE_DAYS));
  const older = daysBetween(from, past);
  return 1 + searchesWithToday(daysBetween(past, utc) + 1) + settling(daysBetween(utc, to)) + settling(older);
}

/** Of days up to today: today and yesterday may be requested alone, and the days before them once more. */
function searchesWithToday(days: number): number {
  return days < 2 ? 0 : mostProbes(days, 2) + 2 + settling(days - 2);
}

/** One request, and the search when it is refused. */
function settling(days: number): number {
  return days < 1 ? 0 : 1 + mostProbes(days);
}
