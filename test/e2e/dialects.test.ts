import { describe, expect, it } from 'vitest';
import { type Asked, headersOf, startGateway } from '../support/gateway.ts';
import { isLong } from '../support/long.ts';
import { everythingOf } from './full-selection.ts';

/** In a week there is something of every kind. */
const DAYS = isLong ? 14 : 7;

const QUERY = `{ viewer {
  firstName lastName birthdate gender weightKg heightCm memberId registeredAt extraInfo { index name value }
  physicalInfo ${everythingOf('PhysicalInfo')}
  days(range: { lastDays: ${DAYS} }) { nodes ${everythingOf('Day')} }
} }`;

/** Those without a consent, and some with. */
const PEOPLE = isLong ? [0, 1, 2, 3, 4, 5, 6, 7] : [0, 2, 5, 6];

/** Megabytes are read in one process here; how long that takes is no concern of this test. */
const TIMEOUTS = { connect: 60_000, headers: 60_000, total: 60_000 };

/** People whose consent is missing: for everything, and for sleep. */
const DENIED = [5, 6];

describe('the documented and the live dialect', () => {
  it.each(PEOPLE)('give equal responses to a query for everything of person %i', async (person) => {
    const documented = await askIn('documented', person);
    const live = await askIn('live', person);
    expect(live.errors).toEqual(documented.errors);
    expect(documented.errors === undefined).toBe(!DENIED.includes(person));
    expect(firstDifference(documented.data, live.data)).toBeNull();
  });
});

async function askIn(dialect: 'documented' | 'live', person: number): Promise<Asked> {
  const gateway = await startGateway({ simulator: { dialect }, app: { timeouts: TIMEOUTS } });
  const answer = await gateway.ask(QUERY, { headers: headersOf(gateway.simulator, person) });
  await gateway.close();
  return answer;
}

/** Where two responses differ first, with both values; the test runner's own comparison takes minutes for megabytes. */
function firstDifference(a: unknown, b: unknown, path = 'data'): string | null {
  if (Object.is(a, b)) return null;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return `${path}: ${String(a)} ≠ ${String(b)}`;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = firstDifference(left[key], right[key], `${path}.${key}`);
    if (found) return found;
  }
  return null;
}
