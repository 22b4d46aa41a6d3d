// What an answer cost, told in its extensions.
import type { RateLimit, RateWindow } from '../../accesslink/rate-limit.ts';
import type { OperationState } from './operation.ts';

/** `extensions.accesslink` of an answer. `trace` and `plan` only when the request asks for them. */
export function costOf(operation: OperationState | undefined, rateLimit: RateLimit, wantsTrace: boolean): object {
  const {
    calls = 0,
    fromMemory = 0,
    fromStore = 0,
    joined = 0,
    stale = 0,
    skipped: leftOut = new Map(),
  } = operation?.stats ?? {};
  const warnings = [...leftOut].map(([resource, count]) => ({
    resource,
    leftOut: count,
    message: `${count} strange record(s) of ${resource} were left out`,
  }));
  return {
    calls,
    fromMemory,
    fromStore,
    joined,
    stale,
    rateLimit: { short: windowOf(rateLimit.short), long: windowOf(rateLimit.long) },
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(wantsTrace && !operation?.isPlan ? { trace: operation?.calls ?? [] } : {}),
    ...(operation?.isPlan ? { plan: operation.calls.map(({ method, path }) => ({ method, path })) } : {}),
  };
}

function windowOf(window: RateWindow | null): object | null {
  return window && { ...window, resetsAt: instantOf(window.resetsAt) };
}

/** Null where AccessLink told a time that no calendar has: what is told of costs must not fail an answer. */
function instantOf(epochMs: number): string | null {
  return Math.abs(epochMs) <= 8.64e15 ? new Date(epochMs).toISOString() : null;
}
