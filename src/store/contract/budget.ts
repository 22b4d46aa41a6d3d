// The contract of the request budget: how many calls to AccessLink are used, for all processes and across restarts.
import type { Instant } from './instant.ts';

/** A rate window of AccessLink. */
export interface StoredRateWindow {
  readonly limit: number;
  /** The highest usage that AccessLink has stated; null: none of this window. */
  readonly used: number | null;
  /** Calls that were sent, or are reserved by a process. */
  readonly taken: number;
  readonly resetsAt: Instant;
}

/** Null: nothing is known of it. */
export interface StoredBudget {
  readonly short: StoredRateWindow | null;
  readonly long: StoredRateWindow | null;
  /** AccessLink wants no call before this instant. */
  readonly blockedUntil: Instant | null;
}

export interface BudgetStore {
  /** Reads the budget and replaces it by what `change` returns, with no other process in between. */
  update(change: (stored: StoredBudget) => StoredBudget): Promise<void>;
  /** How many users are stored, in whatever state. */
  countUsers(): Promise<number>;
}
