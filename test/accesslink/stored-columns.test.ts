// Records with columns are stored as JSON, and read again as they were; so are those that were stored as lists.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import { withColumns, withoutColumns } from '../../src/accesslink/stored-columns.ts';
import { type RecordName, shapes } from '../../src/generated/accesslink.ts';
import { ODD_VALUES, soundWire, waysInto, withValue } from '../domain/odd-values.ts';
import { one } from './one.ts';

/** JSON has no negative zero, which -0.5 is rounded to where whole numbers are expected. */
const json = (value: unknown): readonly unknown[] => JSON.parse(JSON.stringify(value));
const stored = (records: readonly unknown[]) => withColumns(json(withoutColumns(records)));

describe.each(Object.keys(shapes) as RecordName[])('%s', (name) => {
  it('is read from the store as it was, with any odd value in it', () => {
    const ways = waysInto(name);
    const changed = fc.tuple(
      fc.constantFrom(...ways),
      fc.constantFrom(...ODD_VALUES.filter((value) => value !== -0.5)),
    );
    fc.assert(
      fc.property(changed, ([way, value]) => {
        const { records } = decodeRecords(name, [soundWire(name), withValue(soundWire(name), way, value)]);
        expect(stored(records)).toEqual(records);
      }),
      { numRuns: 100 },
    );
  });
});

describe('times without a date among times that have one', () => {
  it('are read from the store as they were', () => {
    const samples = ['2026-11-22T07:11', '07:12', 'odd'].map((timestamp) => ({ timestamp, steps: 1 }));
    const wire = { start_time: '2026-11-22T00:00', samples: { date: '2026-11-22', steps: { samples } } };
    const { records } = decodeRecords('ActivitySummaryWithAllSamples', wire);
    expect(stored(records)).toEqual(records);
  });
});

describe('a record without columns', () => {
  it('is stored as it is', () => {
    const sleep = one('Sleep', soundWire('Sleep'));
    expect(withoutColumns([sleep])[0]).toBe(sleep);
    const read = json([sleep]);
    expect(withColumns(read)[0]).toBe(read[0]);
  });
});

describe('a record that was stored before there were columns', () => {
  it('is read with its samples as columns', () => {
    const day = {
      polar_user: 'u',
      date: '2026-11-22',
      heart_rate_samples: [
        { heart_rate: 61, sample_time: '00:04:29' },
        { heart_rate: null, sample_time: '00:09:29' },
      ],
    };
    expect(withColumns([day])).toEqual([one('ContinuousHeartrate', day)]);
    const empty = { ...day, heart_rate_samples: [] };
    expect(withColumns([empty])).toEqual([one('ContinuousHeartrate', empty)]);
  });

  it('is read with the texts of its values as columns, and with its route', () => {
    const wire = soundWire('ExerciseHashId');
    const [decoded] = decodeRecords('ExerciseHashId', wire).records;
    const samples = decoded?.samples?.map((sample) => ({ ...sample, data: '77,null,79' }));
    expect(withColumns([{ ...decoded, samples, route: wire['route'] }])).toEqual([decoded]);
  });

  it('is read with the steps of its day as columns', () => {
    const wire = soundWire('ActivitySummaryWithAllSamples');
    const [decoded] = decodeRecords('ActivitySummaryWithAllSamples', wire).records;
    expect(withColumns([{ ...decoded, samples: json([wire['samples']])[0] }])).toEqual([decoded]);
  });
});
