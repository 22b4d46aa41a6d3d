// The costs of an answer from what is known of an operation; the answers themselves are in answers.test.ts.
import { expect, it } from 'vitest';
import { createOperationStats, countSkipped } from '../../../src/loading/stats.ts';
import { costOf } from '../../../src/server/graphql/cost.ts';
import type { OperationState } from '../../../src/server/graphql/operation.ts';

const UNKNOWN = { short: null, long: null };
const call = { method: 'GET', path: '/v3/exercises', status: 200, milliseconds: 1.5 } as const;

/** The context is for resolvers. */
function operation(more: Partial<OperationState>): OperationState {
  return {
    context: {} as OperationState['context'],
    stats: createOperationStats(),
    calls: [call],
    isPlan: false,
    ...more,
  };
}

it('names the records that were left out, by resource', () => {
  const ledger = createOperationStats();
  countSkipped(ledger, 'sleep', 2);
  countSkipped(ledger, 'ecg', 0);
  const { warnings } = costOf(operation({ stats: ledger }), UNKNOWN, false) as { warnings: object[] };
  expect(warnings).toEqual([
    { resource: 'sleep', leftOut: 2, message: expect.stringContaining('2 record(s) of sleep') },
  ]);
});

it('has a trace when it is wanted, a plan when it is one, and not both', () => {
  expect(costOf(operation({}), UNKNOWN, false)).not.toHaveProperty('trace');
  expect(costOf(operation({}), UNKNOWN, true)).toHaveProperty('trace', [call]);
  const plan = costOf(operation({ isPlan: true }), UNKNOWN, true);
  expect(plan).toHaveProperty('plan', [{ method: 'GET', path: '/v3/exercises' }]);
  expect(plan).not.toHaveProperty('trace');
});

it('is nothing for a request that came to no operation', () => {
  expect(costOf(undefined, UNKNOWN, true)).toMatchObject({ calls: 0, stale: 0, trace: [], rateLimit: UNKNOWN });
});

it('tells when a window ends, and null for a time that no calendar has', () => {
  const short = { used: 1, limit: 2, resetsAt: Date.UTC(2026, 10, 22) };
  const long = { used: 1, limit: 2, resetsAt: Number.MAX_SAFE_INTEGER };
  expect(costOf(undefined, { short, long }, false)).toMatchObject({
    rateLimit: { short: { used: 1, limit: 2, resetsAt: '2026-11-22T00:00:00.000Z' }, long: { resetsAt: null } },
  });
});
