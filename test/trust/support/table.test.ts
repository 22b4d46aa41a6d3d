// The table of the bars says yes only where a bar was measured, and its control was seen failing.
import { describe, expect, it } from 'vitest';
import { type BarOutcome, tableOf } from './table.ts';

const measured: BarOutcome = { id: 'single-flight', role: 'bar', figure: '1 call', hasPassed: true };
const broken: BarOutcome = { id: 'single-flight', role: 'control', figure: '2 calls', hasPassed: true };

/** The last cell of the one row of a table. */
function heldIn(outcomes: readonly BarOutcome[]): string {
  const cells = tableOf(outcomes).split('\n')[2]?.split(' | ') ?? [];
  return cells[2] ?? '';
}

describe('a row of the table', () => {
  it('says yes for a bar that was measured, and whose control was seen failing', () => {
    expect(heldIn([measured, broken])).toMatch(/^yes; seen failing: .* \(2 calls\) \|$/);
  });

  it.each([
    ['was broken', [{ ...measured, hasPassed: false }, broken]],
    ['was not measured', [broken]],
    ['has a control that was held too', [measured, { ...broken, hasPassed: false }]],
    ['has no control', [measured]],
  ])('says no for a bar that %s', (_, outcomes) => {
    expect(heldIn(outcomes)).toMatch(/^no; /);
  });

  it('is one line, whatever its figure is', () => {
    expect(tableOf([{ ...measured, figure: 'one | two\nthree' }, broken]).split('\n')).toHaveLength(3);
  });
});
