// What one operation cost: counted while it runs, told with its answer.

/** Counts of one operation. Records, not calls, in `fromMemory`, `fromStore` and `stale`. */
export interface OperationStats {
  /** Requests sent to AccessLink by this operation. */
  calls: number;
  fromMemory: number;
  fromStore: number;
  /** Calls of other operations that this one shared. */
  joined: number;
  /** Records older than they should be, served because AccessLink failed. */
  stale: number;
  /** Strange records that were left out, by resource. */
  readonly skipped: Map<string, number>;
  /** The calls that this operation sent or joined: none is counted twice. */
  readonly counted: Set<object>;
  /** Keys of records that this operation has read from the store. */
  readonly stored: Set<string>;
}

/** A ledger with nothing in it. */
export function createOperationStats(): OperationStats {
  return {
    calls: 0,
    fromMemory: 0,
    fromStore: 0,
    joined: 0,
    stale: 0,
    skipped: new Map(),
    counted: new Set(),
    stored: new Set(),
  };
}

/** Notes that records of a resource were left out. */
export function countSkipped({ skipped: leftOut }: OperationStats, resource: string, count: number): void {
  if (count > 0) leftOut.set(resource, (leftOut.get(resource) ?? 0) + count);
}
