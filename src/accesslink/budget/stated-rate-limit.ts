// The rate windows as AccessLink has stated them: by the clock of the day, and by the one that never steps back.
import type { Clock } from '../../clock.ts';
import type { RateLimit, RateWindow } from '../rate-limit.ts';
import type { BudgetState } from './budget-state.ts';
import type { WindowState } from './rate-window.ts';

/** Null for a window of which AccessLink has stated nothing. Resets are in whole seconds, as AccessLink states them. */
export function statedRateLimit({ short, long }: BudgetState, clock: Pick<Clock, 'now' | 'elapsed'>): RateLimit {
  const offset = clock.now() - clock.elapsed();
  return { short: statedWindow(short, offset), long: statedWindow(long, offset) };
}

/** A rate limit of headers, in the time of the clock that never steps back. */
export function inElapsedTime({ short, long }: RateLimit, clock: Pick<Clock, 'now' | 'elapsed'>): RateLimit {
  const offset = clock.now() - clock.elapsed();
  const moved = (window: RateWindow | null) => window && { ...window, resetsAt: window.resetsAt - offset };
  return { short: moved(short), long: moved(long) };
}

function statedWindow({ used, limit, resetsAt }: WindowState, offset: number): RateWindow | null {
  if (used === null || resetsAt === null) return null;
  return { used, limit, resetsAt: Math.ceil((resetsAt + offset) / 1000) * 1000 };
}
