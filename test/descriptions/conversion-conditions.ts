// Conditions that one record decides: what it has in the place of a value, and which fields are null then and not otherwise.
import { answerTo, kinds } from '../domain/conversions.ts';
import { soundWire } from '../domain/odd-values.ts';
import { valuesIn } from './answers.ts';
import type { Condition, Outcome } from './condition.ts';

interface Conversion {
  readonly type: string;
  readonly record: string;
  /** Of a record with which the fields are not null. */
  readonly good?: object;
  /** Of one with which they are. */
  readonly bad: object;
  readonly of: readonly string[];
  readonly claim: string;
}

const SLEEP = {
  sleep_start_time: '2026-11-21T23:10:00.000+02:00',
  sleep_end_time: '2026-11-22T07:00:00.000+02:00',
  hypnogram: { '23:10': 1, '02:00': 2 },
  heart_rate_samples: { '23:15': 60, '23:20': 61 },
};
const NAIVE_SLEEP = { sleep_start_time: '2026-11-21T23:10:00.000', sleep_end_time: '2026-11-22T07:00:00.000' };
const START = { start_time: '2026-11-20T08:00:00', start_time_utc_offset: 120 };
const SERIES = [{ 'recording-rate': 1, 'sample-type': '0', data: '77,78' }];

const conversions: readonly Conversion[] = [
  {
    type: 'Spo2Test',
    record: 'Spo2TestResult',
    good: { test_status: 'SPO2_TEST_PASSED' },
    bad: { test_status: 'SPO2_TEST_INCONCLUSIVE_TOO_LOW_OVERALL_QUALITY' },
    of: ['Spo2Test.bloodOxygenPercent', 'Spo2Test.bloodOxygenClass', 'Spo2Test.bloodOxygenDeviation'],
    claim: 'null when the test did not succeed',
  },
  {
    type: 'Night',
    record: 'Sleep',
    good: SLEEP,
    bad: { ...SLEEP, ...NAIVE_SLEEP },
    of: ['Night.startTime', 'Night.endTime', 'HypnogramStage.time', 'NightHeartRateSample.time', 'TimeColumns.times'],
    claim: 'null when the offset is unknown',
  },
  {
    type: 'Night',
    record: 'Sleep',
    good: SLEEP,
    bad: { ...SLEEP, hypnogram: { '23:10': 1 }, sleep_end_time: null },
    of: ['HypnogramStage.duration', 'HypnogramStage.durationSeconds'],
    claim: 'end',
  },
  {
    type: 'Night',
    record: 'Sleep',
    good: SLEEP,
    bad: { ...SLEEP, hypnogram: { '23:10': null }, heart_rate_samples: { '23:15': 0, '23:20': null } },
    of: ['HypnogramStage.stageNumber', 'NightHeartRateSample.beatsPerMinute', 'TimeColumns.values'],
    claim: 'null',
  },
  {
    type: 'NightlyRecharge',
    record: 'NightlyRecharge',
    good: { hrv_samples: { '00:10': 30 } },
    bad: { hrv_samples: { '00:10': null }, breathing_samples: { '00:10': null } },
    of: ['RechargeSample.value', 'LocalTimeColumns.values'],
    claim: 'null is a gap',
  },
  {
    type: 'EcgTest',
    record: 'EcgTestResult',
    bad: { samples: [{ recording_time_delta_ms: 1, amplitude_mv: null }] },
    of: ['OffsetColumns.values', 'SeriesStatistics.minimum', 'SeriesStatistics.maximum', 'SeriesStatistics.mean'],
    claim: 'null',
  },
  {
    type: 'BodyTemperaturePeriod',
    record: 'BodyTemperaturePeriod',
    bad: { start_time: null },
    of: ['BodyTemperatureSample.time'],
    claim: 'null when the start of the measurement is unknown',
  },
  {
    type: 'SkinContactPeriod',
    record: 'SkinContactPeriod',
    bad: { start_time: null },
    of: ['SkinContactChange.time'],
    claim: 'null when the start of the recording is unknown',
  },
  ...(['Exercise', 'CollectedExercise'] as const).flatMap((type): Conversion[] => {
    const record = type === 'Exercise' ? 'ExerciseHashId' : 'Exercise';
    const wire = (parts: object) => (type === 'Exercise' ? parts : hyphened(parts));
    return [
      {
        type,
        record,
        good: wire(START),
        bad: wire({ ...START, start_time_utc_offset: null }),
        of: [`${type}.startTime`],
        claim: 'null when the offset is unknown',
      },
      {
        type,
        record,
        good: wire({ club_id: 7 }),
        bad: wire({ club_id: -1 }),
        of: [`${type}.clubId`, `${type}.clubName`],
        claim: 'null for any other session and when the club could not be found',
      },
      {
        type,
        record,
        bad: wire({ training_load: null, training_load_pro: null }),
        of: [`${type}.trainingLoad`],
        claim: 'null when unknown',
      },
    ];
  }),
  {
    type: 'Exercise',
    record: 'ExerciseHashId',
    good: { training_load_pro: { date: '2026-11-20' } },
    bad: { start_time: null, training_load_pro: { date: null } },
    of: ['TrainingLoad.date'],
    claim: 'null when its start is unknown',
  },
  {
    type: 'Exercise',
    record: 'ExerciseHashId',
    good: { samples: SERIES },
    bad: { samples: [{ ...SERIES[0], 'sample-type': '14' }] },
    of: ['SampleSeries.type', 'SampleSeries.unit'],
    claim: 'null when',
  },
  {
    type: 'Exercise',
    record: 'ExerciseHashId',
    good: { samples: SERIES },
    bad: { samples: [{ ...SERIES[0], 'sample-type': 'HEART_RATE' }] },
    of: ['SampleSeries.typeNumber'],
    claim: 'null when it is not a number',
  },
  {
    type: 'Exercise',
    record: 'ExerciseHashId',
    good: { samples: SERIES },
    bad: { samples: [{ 'recording-rate': 1, 'sample-type': '11', data: '800,810' }] },
    of: ['SampleSeries.recordingRateSeconds'],
    claim: 'null when the samples are not evenly spaced, such as times between heart beats',
  },
  {
    type: 'Exercise',
    record: 'ExerciseHashId',
    good: { samples: SERIES },
    bad: { samples: [{ ...SERIES[0], data: 'null,' }] },
    of: ['SampleSeries.values', 'SamplePoint.value'],
    claim: 'null is a gap',
  },
];

export const conversionConditions: readonly Condition[] = conversions.map((conversion) => ({
  of: conversion.of,
  claim: conversion.claim,
  check: () => outcomeOf(conversion),
}));

/** Whether each field is null in the answer to either record. */
async function outcomeOf({ type, record, good = {}, bad, of }: Conversion): Promise<Outcome> {
  const nulls = await Promise.all([good, bad].map((wire) => nullsIn({ type, record, wire }, of)));
  return { got: nulls, expected: [of.map(() => false), of.map(() => true)] };
}

async function nullsIn(
  { type, record, wire }: { readonly type: string; readonly record: string; readonly wire: object },
  of: readonly string[],
): Promise<(boolean | undefined)[]> {
  const kind = kinds.find((one) => one.record === record);
  if (!kind) throw new Error(`There is no conversion of ${record}`);
  const models = kind.convert([{ ...soundWire(kind.record), ...wire }]);
  const { values, present } = valuesIn((await answerTo(type, models, models[0] ?? {})).values);
  return of.map((coordinate) => {
    const found = values.get(coordinate);
    return found?.every((value) => value === null) ?? (present.has(coordinate) ? false : undefined);
  });
}

/** As transactions spell it. */
function hyphened(wire: object): object {
  return Object.fromEntries(Object.entries(wire).map(([name, value]) => [name.replaceAll('_', '-'), value]));
}
