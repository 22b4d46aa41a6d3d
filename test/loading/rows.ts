// A store as ours, in memory: an older record replaces no newer one, unless that one is from the future.
import type { StoreTier } from '../../src/loading/cache/store-tier.ts';
import type { StoredRecord } from '../../src/store/contract/records.ts';

/** An empty store. `now` decides what is from the future. */
export function createRows(now: () => number): StoreTier {
  const rows = new Map<string, StoredRecord>();
  return {
    read: async (resource, keys) =>
      [...rows.values()].filter((row) => row.resource === resource && keys.includes(row.key)),
    metadata: async (resource, from, to) =>
      [...rows.values()]
        .filter((row) => row.resource === resource && row.key >= from && row.key <= to)
        .map(({ value, ...row }) => ({ ...row, isNothing: Array.isArray(value) && value.length === 0 })),
    put: (row) => {
      const id = JSON.stringify([row.resource, row.key, row.flags]);
      const known = rows.get(id);
      if (!known || row.fetchedAt >= known.fetchedAt || known.fetchedAt > now()) rows.set(id, row);
    },
    isBlind: () => false,
  };
}
