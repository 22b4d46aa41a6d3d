// What one operation cost: counted while it runs, told with its answer.

/** Counts of one operation. Records, not calls, in `fromMemory`, `fromStore` and `stale`. */
export interface Ledger {
  /** Requests sent to AccessLink by this operation. */
  calls: number;
  fromMemory: number;
  fromStore: number;
  /** Calls of other operations that this one shared. */
  joined: number;
  /** Records older than they should be, served because AccessLink failed. */
  stale: number;
  /** Strange records that were left out, by resource. */
  readonly leftOut: Map<string, number>;
}

/** A ledger with nothing in it. */
export function createLedger(): Ledger {
  return { calls: 0, fromMemory: 0, fromStore: 0, joined: 0, stale: 0, leftOut: new Map() };
}

/** Notes that records of a resource were left out. */
export function noteLeftOut(ledger: Ledger, resource: string, count: number): void {
  if (count > 0) ledger.leftOut.set(resource, (ledger.leftOut.get(resource) ?? 0) + count);
}
