// What one operation cost: counted while it runs, sent with its response.
import type { ReadError } from './errors.ts';

/** Counts of one operation. Records, not calls, in `fromMemory`, `fromStore` and `stale`. */
export interface OperationStats {
  /** Requests sent to AccessLink by this operation. */
  calls: number;
  fromMemory: number;
  fromStore: number;
  /** Requests of other operations that this one shared. */
  joined: number;
  /** Expired records, served because AccessLink failed. */
  stale: number;
  /** Records that could not be decoded, or parts of them, by resource. */
  readonly skipped: Map<string, number>;
  /** What could not be read, each date of a resource once. */
  readonly failures: ReadError[];
  /** The requests that this operation sent or joined: none is counted twice. */
  readonly counted: Set<object>;
  /** Cache entries that this operation took from the store tier. */
  readonly stored: Set<object>;
}

/** Nothing counted yet. */
export function createOperationStats(): OperationStats {
  return {
    calls: 0,
    fromMemory: 0,
    fromStore: 0,
    joined: 0,
    stale: 0,
    skipped: new Map(),
    failures: [],
    counted: new Set(),
    stored: new Set(),
  };
}

/** Counts records of a resource that were skipped. */
export function countSkipped({ skipped }: OperationStats, resource: string, count: number): void {
  if (count > 0) skipped.set(resource, (skipped.get(resource) ?? 0) + count);
}
