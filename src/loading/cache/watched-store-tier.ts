// The store tier of an operation, watched: what it reads there may be another thing at the next read.
import type { FreshnessRecord } from '../stats.ts';
import { noStoreTier, type StoreTier } from './store-tier.ts';

/** The same store tier; a read ends the freshness of the result: another process may write what is read next. */
export function watchedStoreTier(tier: StoreTier, { include }: FreshnessRecord): StoreTier {
  if (tier === noStoreTier) return tier;
  return {
    ...tier,
    read: (...lookup) => {
      include(0);
      return tier.read(...lookup);
    },
    metadata: (...range) => {
      include(0);
      return tier.metadata(...range);
    },
  };
}
