// Guesses of secrets: after a few failures an address waits, and when many addresses guess at once, so does each that has failed.
import type { Clock } from '../../clock.ts';

export interface GuessLimit {
  /** Seconds that an address has to wait before its next attempt is looked at; null: it may try. */
  readonly waitFor: (address: string) => number | null;
  /** Counts an attempt that failed. */
  readonly failed: (address: string) => void;
}

const WINDOW_MS = 60_000;

/** Failures in a minute. */
export interface GuessLimits {
  readonly perAddress: number;
  readonly inAll: number;
}

/** Of the partner's credentials, which a program sends that has them or not. */
export const PARTNER_GUESSES: GuessLimits = { perAddress: 10, inAll: 100 };
/** Of codes: apps of many people may be behind one address, and some come back too late. */
export const CODE_GUESSES: GuessLimits = { perAddress: 60, inAll: 1_000 };

/** Counts by the minute. Requests that came through no socket have no address, and are not counted. Who has not failed is never refused: guesses of others lock out nobody. */
export function createGuessLimit({ elapsed }: Pick<Clock, 'elapsed'>, limits: GuessLimits): GuessLimit {
  let began = elapsed();
  let inAll = 0;
  const byAddress = new Map<string, number>();
  const restart = () => {
    if (elapsed() - began < WINDOW_MS) return;
    began = elapsed();
    inAll = 0;
    byAddress.clear();
  };
  return {
    waitFor: (address) => {
      restart();
      const own = byAddress.get(address) ?? 0;
      const isOver = own >= limits.perAddress || (own > 0 && inAll >= limits.inAll);
      return isOver ? Math.ceil((began + WINDOW_MS - elapsed()) / 1_000) : null;
    },
    failed: (address) => {
      restart();
      if (address === '') return;
      inAll += 1;
      byAddress.set(address, (byAddress.get(address) ?? 0) + 1);
    },
  };
}
