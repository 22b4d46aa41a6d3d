// One exchange of a process with the row that it shares: what is merged, and that order and repetition change nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BudgetState, newBudget, withHeaders } from '../../../src/accesslink/budget/budget-state.ts';
import { usageOf } from '../../../src/accesslink/budget/rate-window.ts';
import { exchanged, type SharedState } from '../../../src/accesslink/budget/shared-budget.ts';

/** The clock of the day is ahead of the one that never steps back by so much. */
const OFFSET = 1_700_000_000_000;
const LONG = { used: 1, limit: 1e6, resetsAt: 80_000_000 };
const STORED_LONG = { ...LONG, taken: 1, resetsAt: OFFSET + LONG.resetsAt };

describe('an exchange with the row', () => {
  const windows = fc
    .record({
      limit: fc.integer({ min: 1, max: 100 }),
      used: fc.nat(60),
      uncounted: fc.nat(40),
      // Before, in and after the window that the process knows.
      later: fc.constantFrom(-200_000, -30_000, 0, 30_000, 90_000),
    })
    .map(({ limit, used, uncounted, later }) => {
      return { limit, used, taken: used + uncounted, resetsAt: OFFSET + 500_000 + later };
    });
  const rows: fc.Arbitrary<
    SharedState & { readonly short: { readonly used: number; readonly taken: number; readonly resetsAt: number } }
  > = fc
    .record({ short: windows, blockedUntil: fc.option(fc.integer({ min: 1, max: 99_000 }).map((at) => OFFSET + at)) })
    .map((row) => ({ long: STORED_LONG, ...row }));
  const told = (used: number): BudgetState =>
    withHeaders(newBudget(1), { short: { used, limit: 50, resetsAt: 500_000 }, long: LONG }, { now: 1_000, others: 0 });
  const merged = (budget: BudgetState, row: SharedState, want = 0) =>
    exchanged(budget, row, { want, inFlight: 0, now: 1_000, epochNow: OFFSET + 1_000 });

  it('that is repeated changes nothing', () => {
    fc.assert(
      fc.property(rows, fc.nat(50), fc.nat(20), (row, used, want) => {
        const once = merged(told(used), row, want);
        expect(merged(once.budget, once.stored, want)).toEqual(once);
      }),
    );
  });

  it('of two processes ends with the same usage, reset and pause, whoever is first', () => {
    fc.assert(
      fc.property(rows, fc.nat(50), fc.nat(50), (row, one, other) => {
        const after = (...order: number[]) =>
          order.reduce((stored, used) => merged(told(used), stored).stored, row as SharedState);
        const [first, second] = [after(one, other), after(other, one)];
        const meant = ({ short, blockedUntil }: SharedState) => [
          short?.used,
          short?.taken,
          short?.resetsAt,
          blockedUntil,
        ];
        expect(meant(first)).toEqual(meant(second));
      }),
    );
  });

  it('keeps the newer of two windows and nothing of the older one, and the higher counts of one', () => {
    fc.assert(
      fc.property(rows, fc.nat(50), (row, used) => {
        const { budget, stored } = merged(told(used), row);
        const later = row.short.resetsAt - OFFSET - 500_000;
        const own = { used, taken: used };
        const most = { used: Math.max(used, row.short.used), taken: Math.max(used, row.short.taken) };
        const one = later > 60_000 ? { used: row.short.used, taken: row.short.taken } : own;
        expect(stored.short).toMatchObject(Math.abs(later) > 60_000 ? one : most);
        expect(usageOf(budget.short)).toBe(stored.short?.taken);
      }),
    );
  });
});
