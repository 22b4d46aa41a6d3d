// One rate window of AccessLink as this process knows it: how many calls are taken, of how many, until when.
import type { RateWindow } from '../rate-limit.ts';

/** The window of 15 minutes and the one of 24 hours. */
export type WindowName = 'short' | 'long';

export const WINDOW_NAMES: readonly WindowName[] = ['short', 'long'];

/** How long the windows last, in milliseconds. */
export const WINDOW_MS: Readonly<Record<WindowName, number>> = { short: 900_000, long: 86_400_000 };

/** A window. Instants are those of the clock that never steps back. States are values: every change makes another. */
export interface WindowState {
  readonly name: WindowName;
  readonly limit: number;
  /** The highest usage that AccessLink has stated; null: none of this window. */
  readonly used: number | null;
  /** Calls that were sent, by us or by others, or are reserved for this process: never fewer than AccessLink counts. */
  readonly taken: number;
  /** Those of `taken` that this process has reserved in the store and not sent yet. */
  readonly ahead: number;
  /** Calls of this process that the store does not know of. */
  readonly unreported: number;
  /** Null: it opens with the next call. */
  readonly resetsAt: number | null;
  /** Counts the windows: another number is another window. */
  readonly generation: number;
}

/** AccessLink states whole seconds, and some time has passed when they are read. */
export const RESET_SLACK_MS = 1_000;
/** How late AccessLink may count a call: a window that it has not stated yet is over by so much later. */
const UNSTATED_SLACK_MS = 15_000;
/** Two resets that are further apart are those of two windows. */
const SAME_WINDOW_MS = 60_000;

/** The documented limits of a client with so many registered users. */
export function documentedLimit(name: WindowName, users: number): number {
  return name === 'short' ? 500 + 20 * users : 5_000 + 100 * users;
}

/** The registered users that a documented limit stands for; at least 1. */
export function usersBehind(name: WindowName, limit: number): number {
  return Math.max(1, name === 'short' ? (limit - 500) / 20 : (limit - 5_000) / 100);
}

/** A window in which nothing was sent yet. */
export function newWindow(name: WindowName, limit: number): WindowState {
  return { name, limit, used: null, taken: 0, ahead: 0, unreported: 0, resetsAt: null, generation: 0 };
}

/** Calls that AccessLink has counted or will count, as far as is known: without those reserved for this process. */
export function usageOf({ taken, ahead }: WindowState): number {
  return taken - ahead;
}

/** Which part of the window has passed, from 0 to 1. */
export function passedPart({ name, resetsAt }: WindowState, now: number): number {
  return resetsAt === null ? 0 : Math.min(1, Math.max(0, 1 - (resetsAt - now) / WINDOW_MS[name]));
}

/** The window at an instant: another one when it is over. Calls in flight may be counted in that. */
export function windowAt(window: WindowState, now: number, inFlight: number): WindowState {
  if (window.resetsAt === null || now < window.resetsAt + RESET_SLACK_MS) return window;
  return {
    ...window,
    used: null,
    taken: inFlight,
    ahead: 0,
    unreported: inFlight,
    resetsAt: inFlight > 0 ? unstatedReset(window.name, now) : null,
    generation: window.generation + 1,
  };
}

/** The window after a call is sent. */
export function withCall(window: WindowState, now: number): WindowState {
  const resetsAt = window.resetsAt ?? unstatedReset(window.name, now);
  if (window.ahead > 0) return { ...window, ahead: window.ahead - 1, resetsAt };
  return { ...window, taken: window.taken + 1, unreported: window.unreported + 1, resetsAt };
}

/** The window without a call that was not sent after all. */
export function withoutCall(window: WindowState): WindowState {
  return { ...window, taken: Math.max(0, window.taken - 1), unreported: Math.max(0, window.unreported - 1) };
}

/** The window as stated with a response, `others` being the calls that are still in flight. */
export function withStated(window: WindowState, stated: RateWindow, others: number): WindowState {
  const order = orderOf(window, stated.resetsAt);
  if (order === 'older') return window;
  const { used, limit } = stated;
  if (order === 'newer') {
    const { name, generation } = window;
    const taken = used + others;
    return { ...stated, name, taken, ahead: 0, unreported: others + 1, generation: generation + 1 };
  }
  const isFirst = window.used === null;
  // Of calls in flight nobody knows whether they are counted already. Our own count has them, unless it begins only now.
  const uncounted = isFirst && window.generation === 0 ? others : 0;
  return {
    ...window,
    limit,
    used: Math.max(window.used ?? 0, used),
    taken: Math.max(window.taken, used + window.ahead + uncounted),
    resetsAt: isFirst ? stated.resetsAt : Math.max(window.resetsAt ?? 0, stated.resetsAt),
  };
}

/** A reset as stated, in the time of the clock that never steps back: not further away than the window lasts. */
export function boundedReset(name: WindowName, resetsAt: number, now: number): number {
  return Math.min(resetsAt, now + WINDOW_MS[name]);
}

/** How a stated window relates to the one that is known. */
export function orderOf({ used, resetsAt }: WindowState, stated: number): 'older' | 'same' | 'newer' {
  if (used === null || resetsAt === null || Math.abs(stated - resetsAt) <= SAME_WINDOW_MS) return 'same';
  return stated > resetsAt ? 'newer' : 'older';
}

/** When a window that opens now is over, as far as we can know without AccessLink. */
export function unstatedReset(name: WindowName, now: number): number {
  return now + WINDOW_MS[name] + UNSTATED_SLACK_MS;
}
