// What a process knows of the request budget: both rate windows, and until when AccessLink wants no call.
import type { RateLimit } from '../rate-limit.ts';
import {
  boundedReset,
  documentedLimit,
  newWindow,
  WINDOW_NAMES,
  windowAt,
  type WindowName,
  type WindowState,
  withCall,
  withoutCall,
  withStated,
} from './rate-window.ts';

/** The budget. A value: every change makes another. Instants are those of the clock that never steps back. */
export interface BudgetState {
  readonly short: WindowState;
  readonly long: WindowState;
  /** No call before this instant: AccessLink has answered 429. Null: it has not, or that is over. */
  readonly blockedUntil: number | null;
}

/** The budget before anything was sent, by the documented formula for so many registered users. */
export function newBudget(users: number): BudgetState {
  const windowOf = (name: WindowName) => newWindow(name, documentedLimit(name, Math.max(1, users)));
  return { short: windowOf('short'), long: windowOf('long'), blockedUntil: null };
}

/** The budget with the limits of the documented formula for so many users, where AccessLink has stated none yet. */
export function withUsers(budget: BudgetState, users: number): BudgetState {
  const next = { ...budget };
  for (const name of WINDOW_NAMES) {
    const { used, generation } = budget[name];
    if (used !== null || generation > 0) continue;
    next[name] = { ...budget[name], limit: documentedLimit(name, Math.max(1, users)) };
  }
  return next;
}

/** The budget at an instant. */
export function budgetAt(budget: BudgetState, now: number, inFlight: number): BudgetState {
  const short = windowAt(budget.short, now, inFlight);
  const long = windowAt(budget.long, now, inFlight);
  const isOver = budget.blockedUntil !== null && now >= budget.blockedUntil;
  if (short === budget.short && long === budget.long && !isOver) return budget;
  return { short, long, blockedUntil: isOver ? null : budget.blockedUntil };
}

/** After a call is sent. */
export function withSentCall(budget: BudgetState, now: number): BudgetState {
  return { ...budget, short: withCall(budget.short, now), long: withCall(budget.long, now) };
}

/** Without a call that was not sent after all. */
export function withoutUnsentCall(budget: BudgetState): BudgetState {
  return { ...budget, short: withoutCall(budget.short), long: withoutCall(budget.long) };
}

/** After the headers of a response, with so many other calls in flight. */
export function withHeaders(
  budget: BudgetState,
  stated: RateLimit,
  { now, others }: { readonly now: number; readonly others: number },
): BudgetState {
  const next = { ...budget };
  for (const name of WINDOW_NAMES) {
    const window = stated[name];
    if (window === null) continue;
    const resetsAt = boundedReset(name, window.resetsAt, now);
    next[name] = withStated(budget[name], { ...window, resetsAt }, others);
  }
  return next;
}

/** After a 429 that asks for so many seconds: nothing that was asked for before is taken back. */
export function withBlock(budget: BudgetState, now: number, seconds: number): BudgetState {
  return { ...budget, blockedUntil: Math.max(budget.blockedUntil ?? 0, now + seconds * 1000) };
}
