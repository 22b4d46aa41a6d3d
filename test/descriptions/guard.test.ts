// No description claims anything about values without a check: each of its claims is held generally or by a row of a table.
import { describe, expect, it } from 'vitest';
import { absences } from './absence.ts';
import { boundsIn, type Described, described, hasOrder, isListed, speaksOfNull } from './claims.ts';
import { conditions } from './conditions.ts';

const SCALARS = new Set(['Boolean', 'Float', 'ID', 'Int', 'String']);
const all = described.filter(({ coordinate }) => !SCALARS.has(coordinate));
const ofConditions = new Set(conditions.flatMap(({ of }) => of));
const absent = new Set(absences.map(({ coordinate }) => coordinate));

interface Claim {
  readonly of: string;
  readonly isMade: (one: Described) => boolean;
  /** Held for all values, by values.test.ts and absence.test.ts. */
  readonly isHeld: (one: Described) => boolean;
}

const claims: readonly Claim[] = [
  {
    of: 'when it is null',
    isMade: ({ text }) => speaksOfNull(text),
    isHeld: ({ coordinate }) => absent.has(coordinate),
  },
  { of: 'the order', isMade: ({ text }) => hasOrder(text), isHeld: isListed },
  { of: 'bounds', isMade: ({ text }) => boundsIn(text) !== null, isHeld: ({ isNumeric }) => isNumeric },
  {
    of: 'what is included',
    isMade: ({ text }) => /\b(inclusive|includ\w+|exclud\w+|every|with(out)? the basal)\b/i.test(text),
    isHeld: () => false,
  },
  { of: 'emptiness', isMade: ({ text }) => /\bempty\b/.test(text), isHeld: () => false },
  {
    of: 'a default',
    isMade: ({ text }) => /when omitted|by default|is given|are given/.test(text),
    isHeld: () => false,
  },
];

describe.each(claims.map((claim) => [claim.of, claim] as const))('what descriptions say of %s', (_, claim) => {
  const made = all.filter(claim.isMade);

  it('is checked for each of them', () => {
    const unheld = made.filter((one) => !claim.isHeld(one) && !ofConditions.has(one.coordinate));
    expect(unheld.map(({ coordinate, text }) => `${coordinate}: ${text}`)).toEqual([]);
  });

  it('is said somewhere', () => expect(made.length).toBeGreaterThan(4));
});

it('conditions are of descriptions that there are', () => {
  const known = new Set(all.map(({ coordinate }) => coordinate));
  const stale = [...ofConditions].filter((coordinate) => !known.has(coordinate));
  expect(stale).toEqual([]);
});
