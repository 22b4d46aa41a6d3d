// The methods of the store as others call them: each rejects with a StoreError, within its time limit, and what keeps failing
// is not called for a while.
import { type Clock, within } from '../clock.ts';
import { isStoreUnavailable, SkippedCallError, StoreError } from './contract/errors.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import { storeErrorFrom } from './engines/driver-errors.ts';
import type { CallLimit } from './time-limits.ts';

export interface Guard {
  /** The same methods, rejecting with StoreErrors that name the method, and within its time limit. */
  readonly guard: <T extends object>(name: string, methods: T) => T;
  /** Resolves when no call is in progress. */
  readonly settled: () => Promise<void>;
}

export interface GuardOptions {
  readonly clock: Pick<Clock, 'after' | 'elapsed'>;
  /** By `name.method`; methods that are not in it have none. */
  readonly limits: Readonly<Record<string, CallLimit>>;
}

type Call = (...args: unknown[]) => Promise<unknown>;

/** A guard for the methods of one store: it counts the calls in progress, so that closing can wait for them. */
export function createGuard({ clock, limits }: GuardOptions): Guard {
  const pending = new Set<Promise<unknown>>();
  const breakers = new Map<string, Breaker>();
  const breakerOf = (name: string) => {
    const known = breakers.get(name);
    if (known) return known;
    const breaker = createBreaker(clock);
    breakers.set(name, breaker);
    return breaker;
  };
  const converted =
    (method: string, call: Call): Call =>
    (...args) => {
      const result = (async () => call(...args))().catch((error: unknown) => {
        throw storeErrorFrom(error, method);
      });
      pending.add(result);
      const settle = () => pending.delete(result);
      void result.then(settle, settle);
      return result;
    };
  const guardOne = (method: string, call: Call): Call => {
    const limit = limits[method];
    const guarded = converted(method, call);
    if (!limit) return guarded;
    const limited = withLimit(guarded, { clock, milliseconds: limit.milliseconds, failure: () => tooSlow(method) });
    return limit.breaker ? withBreaker(limited, breakerOf(limit.breaker), method) : limited;
  };
  return {
    guard: <T extends object>(name: string, methods: T) =>
      Object.fromEntries(
        Object.entries(methods).map(([method, call]) => [method, guardOne(`${name}.${method}`, call)]),
      ) as T,
    settled: async () => void (await Promise.allSettled(pending)),
  };
}

function withLimit(call: Call, bound: Parameters<typeof within>[0]): Call {
  return (...args) => within(bound, call(...args));
}

function tooSlow(method: string): StoreError {
  return new StoreError('unavailable', `Cannot do ${method}: the database does not answer in time`);
}

/** A failure that is about the call, not about the database, opens no breaker. */
function withBreaker(call: Call, breaker: Breaker, method: string): Call {
  return async (...args) => {
    if (!breaker.mayCall()) throw new SkippedCallError(method);
    try {
      const result = await call(...args);
      breaker.succeeded();
      return result;
    } catch (failure) {
      if (isStoreUnavailable(failure)) breaker.failed();
      else breaker.succeeded();
      throw failure;
    }
  };
}
