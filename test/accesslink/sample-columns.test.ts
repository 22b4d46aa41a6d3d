// Samples decoded into columns: as each of them is decoded alone, whatever it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import { decodeRecord, type Misfits } from '../../src/accesslink/record-decoder.ts';
import { clockOfMoment } from '../../src/accesslink/sample-columns.ts';
import type { RecordName } from '../../src/generated/accesslink.ts';
import { ODD_VALUES } from '../domain/odd-values.ts';
import { one, warned } from './one.ts';
import { columnsOfSamples, valuesOf } from './slow-columns.ts';

/** Kinds of samples, with the record that they are in and what it needs besides. */
const KINDS = [
  { record: 'ContinuousHeartrate', list: 'heart_rate_samples', sample: 'ContinuousHeartrateHeartRateSamples' },
  { record: 'ActivitySteps2', list: 'samples', sample: 'ActivityStepSample2' },
  { record: 'ExerciseHashId', list: 'route', sample: 'Location' },
  { record: 'EcgTestResult', list: 'samples', sample: 'EcgSample' },
  { record: 'BodyTemperaturePeriod', list: 'samples', sample: 'BodyTemperatureSample' },
] as const satisfies readonly { record: RecordName; list: string; sample: RecordName }[];

const SOUND: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  heart_rate: fc.integer({ min: -1, max: 220 }),
  sample_time: fc.constantFrom('00:04:29', '7:05', '23:59:59.5', '2026-11-22T07:11'),
  steps: fc.nat(200),
  timestamp: fc.constantFrom('2026-11-22T07:11', '2026-11-22T07:11:09.5+02:00', '07:12', '2026-11-22', '24:00'),
  latitude: fc.double({ min: -91, max: 91, noNaN: true }),
  longitude: fc.double({ min: -181, max: 181, noNaN: true }),
  time: fc.constantFrom('PT1.5S', 'PT1H', 'P1M', '90'),
  satellites: fc.integer({ min: -1, max: 64 }),
  fix: fc.nat(4),
};
const odd = fc.constantFrom(...ODD_VALUES);
const spelled = (property: string) =>
  fc.constantFrom(property, property, property, property.replaceAll('_', '-'), property.replaceAll('_', ''));

function sampleOf(properties: readonly string[]): fc.Arbitrary<unknown> {
  const entry = (property: string) =>
    fc.tuple(
      spelled(property),
      fc.oneof({ weight: 8, arbitrary: SOUND[property] ?? fc.double({ noNaN: true, min: -50, max: 99_999 }) }, odd),
    );
  const record = fc.tuple(...properties.map(entry)).map((entries) => Object.fromEntries(entries));
  return fc.oneof({ weight: 6, arbitrary: record }, odd);
}

describe.each(KINDS)('samples of $record', ({ record, list, sample }) => {
  const properties = Object.keys(columnsOfSamples(sample, []));

  it('are decoded as each of them alone, with the same warnings', () => {
    fc.assert(
      fc.property(fc.array(sampleOf(properties), { minLength: 1, maxLength: 12 }), (samples) => {
        const body = {
          date: '2026-11-22',
          id: 'a',
          total_steps: 1,
          average_heart_rate_bpm: 60,
          measurement_type: 'A',
          [list]: samples,
        };
        const misfits: Misfits = new Map();
        const alone = samples.map((item) => decodeRecord(sample, item, misfits));
        const unreadable = alone.filter((item) => item === undefined).length;
        const { records, warnings } = decodeRecords(record, body);
        expect(Reflect.get(records[0] ?? {}, list)).toEqual(
          columnsOfSamples(
            sample,
            alone.filter((item) => item !== undefined),
          ),
        );
        const expected = new Map([...misfits, ...(unreadable > 0 ? [[`${record}.${list}`, unreadable] as const] : [])]);
        const values = warnings.filter(({ reason }) => reason === 'value');
        expect(new Map(values.map(({ property, count }) => [property, count]))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a list of samples', () => {
  it('that is none is null and counted', () => {
    expect(warned('ContinuousHeartrate', { date: '2026-11-22', heart_rate_samples: 7 })).toEqual([
      ['ContinuousHeartrate.heart_rate_samples', 1],
    ]);
  });

  it('without a sample has columns without a number', () => {
    const { heart_rate_samples: columns } = one('ContinuousHeartrate', { date: '2026-11-22', heart_rate_samples: [] });
    expect([valuesOf(columns?.heart_rate), valuesOf(columns?.sample_time)]).toEqual([[], []]);
  });

  it('has times of day next to times with a date', () => {
    const samples = [{ timestamp: '07:12' }, { timestamp: '1970-01-01T07:12' }];
    const columns = one('ActivitySteps2', { samples }).samples;
    const [clock = 0, dated = 0] = valuesOf(columns?.timestamp) ?? [];
    expect([clockOfMoment(clock ?? 0), clockOfMoment(dated ?? 0), dated]).toEqual([25_920_000, null, 25_920_000]);
  });
});
