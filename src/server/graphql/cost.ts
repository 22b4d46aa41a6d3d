// `extensions.accesslink` of a result: its cost.
import type { RateLimit, RateWindow } from '../../accesslink/rate-limit.ts';
import { resourceValue } from '../../domain/convert/resource-name.ts';
import type { AbsentDates } from '../../loading/stats.ts';
import type { OperationState } from './operation.ts';
import { warningEntry } from './warnings.ts';

/** `trace` and `plan` are there only when the request asks for them. */
export function costOf(operation: OperationState | undefined, rateLimit: RateLimit, wantsTrace: boolean): object {
  const {
    calls = 0,
    fromMemory = 0,
    fromStore = 0,
    joined = 0,
    stale = 0,
    warnings = new Map(),
    absent = new Map(),
  } = operation?.stats ?? {};
  return {
    calls,
    fromMemory,
    fromStore,
    joined,
    stale,
    rateLimit: rateLimitEntry(rateLimit),
    ...(absent.size > 0 ? { absent: absentEntries(absent) } : {}),
    ...(warnings.size > 0 ? { warnings: [...warnings.values()].map(warningEntry) } : {}),
    ...(wantsTrace && !operation?.isPlan ? { trace: operation?.calls ?? [] } : {}),
    ...(operation?.price ? { cost: operation.price } : {}),
    ...(operation?.isPlan ? { plan: operation.calls.map(({ method, path }) => ({ method, path })) } : {}),
  };
}

/** `rateLimit` in it. */
export function rateLimitEntry({ short, long }: RateLimit): object {
  return { short: windowOf(short), long: windowOf(long) };
}

/** By their names: in which order they were found says nothing. */
function absentEntries(absent: ReadonlyMap<string, AbsentDates>): object[] {
  return [...absent].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, dates]) => absentEntry(dates));
}

/** The days of a resource that AccessLink does not serve, as coverage names both. */
function absentEntry({ resource, from, to, reason }: AbsentDates): object {
  return { resource: resourceValue(resource), from, to, reason: reason === 'not-yet' ? 'NOT_YET' : 'OUT_OF_WINDOW' };
}

function windowOf(window: RateWindow | null): object | null {
  return window && { ...window, resetsAt: instantOf(window.resetsAt) };
}

/** Null where the time is out of the range of a Date: a cost that cannot be shown must not fail a result. */
function instantOf(epochMs: number): string | null {
  return Math.abs(epochMs) <= 8.64e15 ? new Date(epochMs).toISOString() : null;
}
