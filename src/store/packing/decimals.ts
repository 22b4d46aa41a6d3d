// How many decimals a number has.
import { MAX_DECIMALS, POWERS } from './tags.ts';

/** Beyond, a double says it in fewer bytes, and differences would not be exact. */
export const MAX_WHOLE = 2 ** 48;

/** How many decimals give a number back exactly; more than `MAX_DECIMALS` when none do. */
export function decimalsOf(number: number): number {
  for (let decimals = 0; decimals <= MAX_DECIMALS; decimals++) {
    const power = POWERS[decimals] ?? 1;
    const whole = Math.round(number * power);
    if (whole / power === number && whole < MAX_WHOLE && whole > -MAX_WHOLE) return decimals;
  }
  return MAX_DECIMALS + 1;
}
