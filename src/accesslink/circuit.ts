// The circuit of a breaker: failures in a row, and how long nothing is sent because of them.
import type { Clock } from '../clock.ts';

export interface CircuitOptions {
  readonly clock: Pick<Clock, 'elapsed'>;
  /** A number from 0 to 1: processes do not try at the same instant. */
  readonly random: () => number;
  /** Called when it opens, and when it is closed again. */
  readonly onChange?: (isOpen: boolean) => void;
}

/** So many failures in a row open it. */
export const MAX_FAILURES = 5;
const FIRST_MS = 2_000;
const MAX_MS = 60_000;

export interface Circuit {
  /** Milliseconds until a request may be tried; 0: now. */
  waitMs(): number;
  /** To be called with each request; what it returns, at its end. */
  begin(): () => void;
  succeed(): void;
  /** `mayOpen`: whether the failures say something of all requests of the circuit. */
  fail(mayOpen: boolean): void;
}

/** A circuit that is closed. */
export function createCircuit({ clock, random, onChange = () => {} }: CircuitOptions): Circuit {
  let [failures, openings, openUntil, isTrying, isBroken] = [0, 0, 0, false, false];
  const open = () => {
    const pause = Math.min(MAX_MS, FIRST_MS * 2 ** openings) * (0.75 + random() / 2);
    const isNew = !isBroken;
    [openings, openUntil, isBroken] = [openings + 1, clock.elapsed() + pause, true];
    if (isNew) onChange(true);
  };
  return {
    waitMs: () => {
      if (!isBroken) return 0;
      const left = openUntil - clock.elapsed();
      return left > 0 ? left : Number(isTrying);
    },
    begin: () => {
      if (!isBroken) return () => {};
      isTrying = true;
      return () => {
        isTrying = false;
      };
    },
    succeed: () => {
      const wasBroken = isBroken;
      [failures, openings, isBroken] = [0, 0, false];
      if (wasBroken) onChange(false);
    },
    fail: (mayOpen) => {
      failures += 1;
      const isOver = !isBroken || clock.elapsed() >= openUntil;
      if (isOver && (isBroken || (mayOpen && failures >= MAX_FAILURES))) open();
    },
  };
}
