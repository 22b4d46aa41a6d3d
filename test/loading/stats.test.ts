import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../src/calendar.ts';
import { createOperationStats, type DataWarning, warn } from '../../src/loading/stats.ts';

const DAY = isoDate('2026-11-22');
const STEPS: DataWarning = { resource: 'activity', date: DAY, property: 'A.steps', reason: 'value', count: 1 };

function warningsAfter(...given: readonly DataWarning[]): DataWarning[] {
  const stats = createOperationStats();
  for (const warning of given) warn(stats, warning);
  return [...stats.warnings.values()];
}

describe('the stats of an operation', () => {
  it('begin with nothing', () => {
    expect(createOperationStats()).toMatchObject({ calls: 0, fromMemory: 0, fromStore: 0, joined: 0, stale: 0 });
    expect(createOperationStats().warnings.size).toBe(0);
  });

  it('add up warnings about the same property of the same day, and count none with the count 0', () => {
    expect(warningsAfter(STEPS, { ...STEPS, count: 2 }, { ...STEPS, resource: 'sleep', count: 0 })).toEqual([
      { ...STEPS, count: 3 },
    ]);
  });

  it.each([
    ['resource', { resource: 'sleep' }],
    ['day', { date: addDays(DAY, 1) }],
    ['property', { property: 'A.calories' }],
    ['reason', { reason: 'record' }],
  ] as const)('keep warnings apart that differ in the %s', (_, difference) => {
    expect(warningsAfter(STEPS, { ...STEPS, ...difference })).toHaveLength(2);
  });

  it('name at most 50, and count all further ones by resource and reason', () => {
    const many = Array.from({ length: 400 }, (_, days) => ({ ...STEPS, date: addDays(DAY, -days) }));
    const warnings = warningsAfter(...many, ...many, { ...STEPS, resource: 'sleep' });
    expect(warnings.slice(0, 50)).toEqual(many.slice(0, 50).map((warning) => ({ ...warning, count: 2 })));
    expect(warnings.slice(50)).toEqual([
      { ...STEPS, date: null, property: null, count: 700 },
      { ...STEPS, resource: 'sleep', date: null, property: null },
    ]);
  });
});
