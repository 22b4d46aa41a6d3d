// Whether a call may be sent now, by both rate windows, its class and the share of its person; if not, when it may be.
import type { BudgetState } from './budget-state.ts';
import type { CallClass } from '../call-origin.ts';
import type { BudgetCall } from './call.ts';
import {
  passedPart,
  RESET_SLACK_MS,
  usageOf,
  usersBehind,
  WINDOW_MS,
  WINDOW_NAMES,
  type WindowName,
  type WindowState,
} from './rate-window.ts';
import { createShares, type Sharing, type Shares } from './shares.ts';
import { createStrangersShare } from './strangers.ts';

/**
 * Why a call may not be sent now. `blocked`: AccessLink has answered 429. `used-up`: a window is used up, for calls of this
 * class. `share`: its person, or whoever has not proved who they are, has had their share.
 */
export type RejectionReason = 'blocked' | 'used-up' | 'share';

/** Null: it may be sent. */
export type Rejection = { readonly reason: RejectionReason; readonly waitMs: number } | null;

export interface Admission {
  decide(call: BudgetCall, budget: BudgetState, now: number): Rejection;
  /** Counts a call that is sent. */
  count(call: BudgetCall, budget: BudgetState, now: number): void;
  /** Takes back a call that was counted and not sent. */
  discount(call: BudgetCall, budget: BudgetState): void;
  /** Counts a call of whoever had not proved who they are for its person: AccessLink has accepted the credential. */
  accept(call: BudgetCall, budget: BudgetState, now: number): void;
  /** What a person has used of the long window, and may use in any case. */
  shareOf(person: string, budget: BudgetState): PersonShare;
}

export interface PersonShare {
  readonly used: number;
  readonly fairShare: number;
}

/** Of a window nobody but commits and deletions gets the last calls: this part, but at least so many where it has them. */
const RESERVE = { part: 0.02, least: 10, most: 0.1 };
/** Deliveries leave so much to people. */
const DELIVERY_PART = 0.9;
/** The background gets of this part of a window what time has released and nobody has used; of it a little at the beginning. */
const BACKGROUND = { part: 0.5, start: 0.04 };
/**
 * The part of a window that is released at its beginning to those who want more than their share. The rest is released by
 * the square of the time that has passed: little at first, as the others may come later, and all of it in the end. More is
 * released where the window before shows that the others will not want it.
 */
const HEAD_START: Readonly<Record<WindowName, number>> = { short: 0.5, long: 0.02 };
/** Of what people within their shares used in the window before, so much is left for them; and a part for others yet. */
const EXPECTED = { times: 1.25, part: 0.1 };
/** What is spare is shared anew so often in a window. */
const PERIODS: Readonly<Record<WindowName, number>> = { short: 15, long: 96 };

/** Nobody has used anything yet. */
export function createAdmission(): Admission {
  const shares = { short: createShares(), long: createShares() };
  const strangers = createStrangersShare();
  const limitsOf = ({ short, long }: BudgetState, now: number) => ({ short: short.limit, long: long.limit, now });
  const countShare = (call: BudgetCall, budget: BudgetState, now: number) => {
    for (const name of WINDOW_NAMES) shares[name].count(call.person, sharingIn(budget[name], shares[name], now));
  };
  return {
    decide: (call, budget, now) => {
      if (budget.blockedUntil !== null && now < budget.blockedUntil)
        return { reason: 'blocked', waitMs: budget.blockedUntil - now };
      for (const name of WINDOW_NAMES) {
        const rejection = rejectionBy(budget[name], call, { shares: shares[name], now });
        if (rejection) return rejection;
      }
      const waitMs = call.isProven || call.class === 'commit' ? 0 : strangers.wait(limitsOf(budget, now));
      return waitMs > 0 ? { reason: 'share', waitMs } : null;
    },
    count: (call, budget, now) => {
      if (!call.isProven && call.class !== 'commit') return strangers.count(limitsOf(budget, now));
      countShare(call, budget, now);
    },
    accept: (call, budget, now) => {
      if (call.isProven || call.class === 'commit') return;
      strangers.discount();
      countShare(call, budget, now);
    },
    discount: (call, budget) => {
      if (!call.isProven && call.class !== 'commit') return strangers.discount();
      for (const name of WINDOW_NAMES) shares[name].discount(call.person, budget[name].generation);
    },
    shareOf: (person, { long }) => ({
      used: shares.long.usedBy(person, long.generation),
      fairShare: Math.floor(fairShareOf(long, shares.long)),
    }),
  };
}

interface Deciding {
  readonly shares: Shares;
  readonly now: number;
}

function rejectionBy(window: WindowState, call: BudgetCall, { shares, now }: Deciding): Rejection {
  const usage = usageOf(window);
  const untilReset = untilResetOf(window, now);
  if (usage >= capOf(window, call.class)) return { reason: 'used-up', waitMs: untilReset };
  if (call.class === 'commit' || !call.isProven) return null;
  if (call.class === 'background') {
    const most = BACKGROUND.part * window.limit;
    if (usage < most * Math.max(BACKGROUND.start, passedPart(window, now))) return null;
    return { reason: 'used-up', waitMs: untilPart(window, usage / most, now) };
  }
  const decision = shares.decide(call.person, sharingIn(window, shares, now));
  if (decision === 'allowed') return null;
  if (decision === 'share') return { reason: 'share', waitMs: WINDOW_MS[window.name] / PERIODS[window.name] };
  const start = HEAD_START[window.name];
  const square = ((usage + 1) / peopleCap(window) - start) / (1 - start);
  return { reason: 'share', waitMs: untilPart(window, Math.sqrt(Math.max(0, square)), now) };
}

/** The usage from which calls of a class are not sent any more. */
function capOf(window: WindowState, callClass: CallClass): number {
  if (callClass === 'commit') return window.limit;
  return callClass === 'delivery' ? Math.min(peopleCap(window), DELIVERY_PART * window.limit) : peopleCap(window);
}

function peopleCap({ limit }: WindowState): number {
  return limit - Math.floor(Math.min(Math.max(RESERVE.part * limit, RESERVE.least), RESERVE.most * limit));
}

function fairShareOf(window: WindowState, shares: Shares): number {
  const people = Math.max(usersBehind(window.name, window.limit), shares.people(window.generation));
  return Math.max(1, peopleCap(window) / people);
}

function sharingIn(window: WindowState, shares: Shares, now: number): Sharing {
  const { generation, name } = window;
  const passed = passedPart(window, now);
  const period = Math.floor(passed * PERIODS[name]);
  const cap = peopleCap(window);
  const byTime = cap * (HEAD_START[name] + (1 - HEAD_START[name]) * passed ** 2);
  const expected = shares.expectedAfter(period, generation);
  const byUse = expected === null ? 0 : cap * (1 - EXPECTED.part * (1 - passed)) - EXPECTED.times * expected;
  const spare = Math.max(byTime, byUse) - usageOf(window);
  return { generation, fairShare: fairShareOf(window, shares), spare, period };
}

/** Milliseconds until a part of the window has passed, or the window itself. */
function untilPart(window: WindowState, part: number, now: number): number {
  const left = (part - passedPart(window, now)) * WINDOW_MS[window.name];
  return Math.min(untilResetOf(window, now), Math.max(1_000, left));
}

function untilResetOf({ name, resetsAt }: WindowState, now: number): number {
  return resetsAt === null ? WINDOW_MS[name] : Math.max(1_000, resetsAt + RESET_SLACK_MS - now);
}
