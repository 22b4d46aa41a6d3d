// Records are converted one by one: one that fails is left out and counted, and harms no other.
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src/calendar.ts';
import type { DataWarning } from '../../../src/loading/stats.ts';
import { allRecords, firstRecord, recordsOfDates } from '../../../src/domain/convert/records.ts';

interface Wire {
  readonly value: number;
}

const fail = () => {
  throw new Error('Cannot convert it');
};
const convert = ({ value }: Wire) => (value < 0 ? fail() : { value, double: () => (value > 9 ? fail() : value * 2) });

function cached(...values: readonly number[]) {
  const counts = { failures: 0 };
  const countUnconverted = () => void (counts.failures += 1);
  return { counts, fetchedAt: 0, stale: false, countUnconverted, value: values.map((value) => ({ value })) };
}

describe('records', () => {
  it('have the age of the list that they came in', () => {
    const [model] = allRecords(cached(1), convert);
    expect(model).toMatchObject({ value: 1, fetchedAt: '1970-01-01T00:00:00.000Z', stale: false });
  });

  it('that cannot be converted are left out, and counted', () => {
    const odd = cached(1, -1, 2, -2);
    expect(allRecords(odd, convert).map(({ value }) => value)).toEqual([1, 2]);
    expect(odd.counts.failures).toBe(2);
  });

  it('are null where the first of them cannot be converted', () => {
    const odd = cached(-1, 1);
    expect([firstRecord(odd, convert), odd.counts.failures]).toEqual([null, 1]);
    expect(firstRecord(cached(), convert)).toBeNull();
  });

  it('of many dates lose none to an odd one', async () => {
    const days = { load: async (date: string) => cached(date.endsWith('21') ? -1 : 1) };
    const dates = ['2026-11-20', '2026-11-21', '2026-11-22'].map(isoDate);
    expect(await recordsOfDates(days, dates, (found) => allRecords(found, convert))).toHaveLength(2);
  });
});

describe('a field that is computed when it is selected', () => {
  it('is null where that fails, and the failure is counted', () => {
    const odd = cached(1, 10);
    const warnings: DataWarning[] = [];
    const context = { warn: (warning: DataWarning) => warnings.push(warning) };
    const doubled = allRecords({ ...odd, origin: { resource: 'numbers', date: null } }, convert).map(({ double }) =>
      Reflect.apply(double, null, [{}, context]),
    );
    expect(doubled).toEqual([2, null]);
    expect(warnings).toEqual([{ resource: 'numbers', date: null, property: null, reason: 'unconverted', count: 1 }]);
  });

  it('is null also where nobody counts', () => {
    const { value, fetchedAt, stale } = cached(10);
    expect(firstRecord({ value, fetchedAt, stale }, convert)?.double()).toBeNull();
  });
});
