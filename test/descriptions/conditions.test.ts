// The conditions that descriptions name are true: each has a check of its own, or is held by another test.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { described } from './claims.ts';
import type { Condition, Outcome } from './condition.ts';
import { conditions } from './conditions.ts';

const textOf = new Map(described.map(({ coordinate, text }) => [coordinate, text]));
const root = new URL('../../', import.meta.url);

/** Of a check that another test makes, whether that test is there. */
async function outcomeOf(check: Condition['check']): Promise<Outcome> {
  if (typeof check === 'function') return check();
  const isThere = readFileSync(new URL(check.file, root), 'utf8').includes(check.title);
  return { got: isThere ? check.title : `no such test in ${check.file}`, expected: check.title };
}

describe.each(
  conditions.map((condition) => [`"${condition.claim}", of ${condition.of.join(', ')}`, condition] as const),
)('%s', (_, { of, claim, check }) => {
  it('is what the descriptions say', () => {
    expect(of.filter((coordinate) => !textOf.get(coordinate)?.includes(claim))).toEqual([]);
  });

  it('is true', async () => {
    const { got, expected } = await outcomeOf(check);
    expect(got).toEqual(expected);
  });
});
