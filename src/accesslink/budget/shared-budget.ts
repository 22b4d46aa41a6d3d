// The budget that all processes share: each reserves a few calls of it in the store before it sends them.
import { type BudgetState, budgetAt } from './budget-state.ts';
import {
  boundedReset,
  orderOf,
  RESET_SLACK_MS,
  unstatedReset,
  usageOf,
  WINDOW_NAMES,
  type WindowName,
  type WindowState,
} from './rate-window.ts';

/** A rate window as it is stored. `resetsAt` is in milliseconds since the epoch. */
export interface SharedWindow {
  readonly limit: number;
  /** The highest usage that AccessLink has stated; null: none of this window. */
  readonly used: number | null;
  /** Calls that were sent, or are reserved by a process. */
  readonly taken: number;
  readonly resetsAt: number;
}

/** What is stored of the budget; null: nothing. */
export interface SharedState {
  readonly short: SharedWindow | null;
  readonly long: SharedWindow | null;
  /** Milliseconds since the epoch. */
  readonly blockedUntil: number | null;
}

/** Where the budget outlives the process. */
export interface SharedBudget {
  /** Whether other processes may use it. Then what was reserved is reserved for a second only. */
  readonly isShared: boolean;
  /** Reads and replaces what is stored, with no other process in between. */
  update(change: (stored: SharedState) => SharedState): Promise<void>;
  /** How many users are stored. */
  registeredUsers(): Promise<number>;
  /** Lets all other processes read it before their next call. */
  announce(): Promise<void>;
  /** Calls `listener` when another process announces a change, until the returned function is called. */
  listen(listener: () => void): () => void;
}

/** What a process wants when it updates the budget. */
export interface Exchange {
  /** So many calls in reserve. */
  readonly want: number;
  readonly inFlight: number;
  /** Of the clock that never steps back, and the milliseconds since the epoch at that instant. */
  readonly now: number;
  readonly epochNow: number;
}

/** Both sides after an exchange: everything that one of them knew, and the calls that are reserved. */
export interface Exchanged {
  readonly budget: BudgetState;
  readonly stored: SharedState;
}

/**
 * Gives back what was reserved and not sent, adds what was sent without a reservation, and reserves as many calls as are
 * wanted and left.
 */
export function exchanged(local: BudgetState, stored: SharedState, exchange: Exchange): Exchanged {
  const { now, inFlight, epochNow } = exchange;
  const offset = epochNow - now;
  const current = budgetAt(local, now, inFlight);
  const inOurTime = (instant: number | null) => (instant !== null && instant > epochNow ? instant - offset : 0);
  const blockedUntil = Math.max(current.blockedUntil ?? 0, inOurTime(stored.blockedUntil)) || null;
  const [budget, next] = [{ ...current, blockedUntil }, { ...stored }];
  for (const name of WINDOW_NAMES) {
    const own = withKnownLimit(current[name], stored[name]);
    const window = mergedWindow(own, knownWindow(name, stored[name], exchange), inFlight);
    const reserved = withReserve(window, exchange.want);
    budget[name] = reserved;
    const { limit, used, taken, resetsAt } = reserved;
    next[name] = { limit, used, taken, resetsAt: (resetsAt ?? unstatedReset(name, now)) + offset };
  }
  return { budget, stored: { ...next, blockedUntil: blockedUntil && blockedUntil + offset } };
}

/** A budget whose reserved calls are not reserved any more: the store may have given them to others. */
export function withoutReserve(budget: BudgetState): BudgetState {
  const next = { ...budget };
  for (const name of WINDOW_NAMES) next[name] = { ...budget[name], taken: usageOf(budget[name]), ahead: 0 };
  return next;
}

/** The limit of the last window is nearer to the truth than the formula, also when that window is over. */
function withKnownLimit(local: WindowState, stored: SharedWindow | null): WindowState {
  const isUnstated = local.used === null && local.generation === 0;
  return isUnstated && stored ? { ...local, limit: stored.limit } : local;
}

/** A stored window in the time of this process; null when it is over. */
function knownWindow(
  name: WindowName,
  stored: SharedWindow | null,
  { now, epochNow }: Exchange,
): (SharedWindow & { readonly resetsAt: number }) | null {
  if (!stored) return null;
  const resetsAt = boundedReset(name, stored.resetsAt - epochNow + now, now);
  return now < resetsAt + RESET_SLACK_MS ? { ...stored, resetsAt } : null;
}

/** What both know of a window, with nothing in reserve. */
function mergedWindow(local: WindowState, stored: SharedWindow | null, inFlight: number): WindowState {
  const own = { ...local, taken: usageOf(local), ahead: 0, unreported: 0 };
  if (!stored) return own;
  const order = stored.used === null ? 'same' : orderOf(local, stored.resetsAt);
  if (order === 'older') return own;
  // Calls in flight may be counted in the newer window.
  if (order === 'newer') return { ...own, ...stored, taken: stored.taken + inFlight, generation: local.generation + 1 };
  const isStated = local.used !== null;
  const used = isStated || stored.used !== null ? Math.max(local.used ?? 0, stored.used ?? 0) : null;
  return {
    ...own,
    limit: isStated ? local.limit : stored.limit,
    used,
    // What is given back may have been counted for calls of others, which AccessLink has stated since.
    taken: Math.max(own.taken, stored.taken - local.ahead + local.unreported, used ?? 0),
    resetsAt: latestReset(local, stored),
  };
}

/** What AccessLink has stated counts for more than our own estimate. */
function latestReset(local: WindowState, stored: SharedWindow): number {
  if (local.resetsAt === null || (local.used === null && stored.used !== null)) return stored.resetsAt;
  if (local.used !== null && stored.used === null) return local.resetsAt;
  return Math.max(local.resetsAt, stored.resetsAt);
}

function withReserve(window: WindowState, want: number): WindowState {
  const ahead = Math.max(0, Math.min(want, window.limit - window.taken));
  return { ...window, taken: window.taken + ahead, ahead };
}
