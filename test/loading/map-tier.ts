// A store tier in a map: what was put last is there.
import type { StoreTier } from '../../src/loading/cache/store-tier.ts';
import type { StoredRecord } from '../../src/store/contract/records.ts';

/** A store tier in a map, and what was read from it. */
export function createMapTier() {
  const rows = new Map<string, StoredRecord>();
  const reads: string[][] = [];
  const of = (resource: string) => [...rows.values()].filter((row) => row.resource === resource);
  const storeTier: StoreTier = {
    metadata: async (resource, from, to) =>
      of(resource)
        .filter(({ key }) => key >= from && key <= to)
        .map((row) => ({ ...row, isNothing: Array.isArray(row.value) && row.value.length === 0 })),
    read: async (resource, keys) => {
      reads.push([...keys]);
      return of(resource).filter(({ key }) => keys.includes(key));
    },
    put: (row) => void rows.set(JSON.stringify([row.resource, row.key, row.flags]), row),
    isBlind: () => false,
  };
  return { storeTier, rows, reads };
}
