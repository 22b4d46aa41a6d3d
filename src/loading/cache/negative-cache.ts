// What AccessLink refused last, by person and resource: remembered shortly, so that it can be told without asking.
import { LRUCache } from 'lru-cache';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { Partition } from './keys.ts';

/** A refusal that says something about what would happen now. */
export type Denial = 'forbidden' | 'rate-limited';

export interface NegativeCache {
  /** The outcome of a call: an answer, or any other failure, ends what was known. */
  note(scope: Partition, resource: string, failure: unknown): void;
  /** What a call would meet, as far as the last one tells. */
  find(scope: Partition, resource: string): Denial | null;
}

const MOST = 10_000;
const FORBIDDEN_MS = 900_000;
/** When AccessLink does not say how long. */
const RATE_LIMITED_MS = 60_000;

interface Known {
  readonly refusal: Denial;
  readonly until: number;
}

/** None known. */
export function createNegativeCache(now: () => number, maxEntries = MOST): NegativeCache {
  const known = new LRUCache<string, Known>({ max: maxEntries });
  const keyOf = (scope: Partition, resource: string) => JSON.stringify([scope, resource]);
  return {
    note: (scope, resource, failure) => {
      const refusal = refusalIn(failure);
      if (refusal) known.set(keyOf(scope, resource), { refusal: refusal.refusal, until: now() + refusal.forMs });
      else known.delete(keyOf(scope, resource));
    },
    find: (scope, resource) => {
      const found = known.get(keyOf(scope, resource));
      return found && found.until > now() ? found.refusal : null;
    },
  };
}

function refusalIn(failure: unknown): { readonly refusal: Denial; readonly forMs: number } | null {
  if (!(failure instanceof AccessLinkError)) return null;
  if (failure.code === 'forbidden') return { refusal: 'forbidden', forMs: FORBIDDEN_MS };
  if (failure.code !== 'rate-limited') return null;
  const { retryAfterSeconds } = failure;
  return { refusal: 'rate-limited', forMs: retryAfterSeconds === null ? RATE_LIMITED_MS : retryAfterSeconds * 1000 };
}
