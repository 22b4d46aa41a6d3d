// The cost of an operation as the extensions of its result state it.
import { expect, it } from 'vitest';
import { isoDate } from '../../../src/calendar.ts';
import { type RecordName, shapes } from '../../../src/generated/accesslink.ts';
import { fields } from '../../../src/generated/fields.ts';
import { createOperationStats, warn } from '../../../src/loading/stats.ts';
import { costOf } from '../../../src/server/graphql/cost.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { createTimeSlices } from '../../../src/server/graphql/time-slices.ts';
import { NO_BUDGET } from '../../../src/server/viewer-budget.ts';
import type { OperationState } from '../../../src/server/graphql/operation.ts';

const UNKNOWN = { short: null, long: null };
const call = { method: 'GET', path: '/v3/exercises', status: 200, milliseconds: 1.5 } as const;

/** An operation with one call; cost does not read its context. */
function operation(more: Partial<OperationState>): OperationState {
  return {
    context: {} as OperationState['context'],
    stats: createOperationStats(),
    calls: [call],
    slices: createTimeSlices({ clock: systemClock }).forOperation('person'),
    isPlan: false,
    gate: { rejection: () => null, end: async () => {} },
    price: null,
    caller: null,
    person: null,
    rateLimit: () => NO_BUDGET,
    isAuthentic: () => true,
    ...more,
  };
}

it('the cost has no warnings without a reason', () => {
  expect(costOf(operation({}), UNKNOWN, false)).not.toHaveProperty('warnings');
});

it('a warning names resource, day and property in the words of the graph, and no value', () => {
  const stats = createOperationStats();
  const date = isoDate('2026-11-22');
  warn(stats, { resource: 'sleep', date, property: 'Sleep.sleep_score', reason: 'value', count: 2 });
  warn(stats, { resource: 'ECG', date: null, property: null, reason: 'record', count: 1 });
  warn(stats, { resource: 'ECG', date, property: 'EcgTestResult.newer', reason: 'value', count: 1 });
  const { warnings } = costOf(operation({ stats }), UNKNOWN, false) as { warnings: object[] };
  expect(warnings).toEqual([
    { resource: 'SLEEP', date, property: 'Night.sleepScore', count: 2, message: expect.stringContaining('2 value(s)') },
    { resource: 'ECG', date: null, property: null, count: 1, message: expect.stringContaining('1 record(s)') },
    { resource: 'ECG', date, property: 'EcgTestResult.newer', count: 1, message: expect.any(String) },
  ]);
});

it('every property that AccessLink documents for a person has a field to be named by', () => {
  const records = Object.keys(shapes).filter((name) => name !== 'TransactionLocation') as RecordName[];
  const nameless = records.flatMap((name) =>
    Object.keys(shapes[name]).flatMap((property) => (fields[`${name}.${property}`] ? [] : [`${name}.${property}`])),
  );
  expect(nameless).toEqual([]);
});

it('the cost has a trace when the request asks for it, or a plan, and never both', () => {
  expect(costOf(operation({}), UNKNOWN, false)).not.toHaveProperty('trace');
  expect(costOf(operation({}), UNKNOWN, true)).toHaveProperty('trace', [call]);
  const plan = costOf(operation({ isPlan: true }), UNKNOWN, true);
  expect(plan).toHaveProperty('plan', [{ method: 'GET', path: '/v3/exercises' }]);
  expect(plan).not.toHaveProperty('trace');
});

it('the cost of a request without an operation is zero', () => {
  expect(costOf(undefined, UNKNOWN, true)).toMatchObject({ calls: 0, stale: 0, trace: [], rateLimit: UNKNOWN });
});

it('the end of a rate window is an instant, or null when it is out of range', () => {
  const short = { used: 1, limit: 2, resetsAt: Date.UTC(2026, 10, 22) };
  const long = { used: 1, limit: 2, resetsAt: Number.MAX_SAFE_INTEGER };
  expect(costOf(undefined, { short, long }, false)).toMatchObject({
    rateLimit: { short: { used: 1, limit: 2, resetsAt: '2026-11-22T00:00:00.000Z' }, long: { resetsAt: null } },
  });
});
