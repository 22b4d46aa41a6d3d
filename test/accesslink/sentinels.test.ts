// Sentinels become null, and only in the properties that have them.
import { describe, expect, test } from 'vitest';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import type { RecordName } from '../../src/generated/accesslink.ts';

type Case = readonly [name: RecordName, property: string, filler: unknown, real: number];

const cases: readonly Case[] = [
  ['CardioLoad', 'cardio_load', '-1.0', 0],
  ['CardioLoad', 'strain', -1, 0],
  ['CardioLoad', 'tolerance', -1, 0],
  ['CardioLoad', 'cardio_load_ratio', -1, 0],
  ['CardioLoadLevels', 'very_low', -1, 0],
  ['CardioLoadLevels', 'low', -1, 0],
  ['CardioLoadLevels', 'medium', -1, 0],
  ['CardioLoadLevels', 'high', -1, 0],
  ['CardioLoadLevels', 'very-high', -1, 0],
  ['TrainingLoadProSample', 'cardio-load', -1, 0],
  ['TrainingLoadProSample', 'muscle-load', -1, 0],
  ['TrainingLoadProSample', 'perceived-load', -1, 0],
  ['ExerciseHashId', 'training_load', -1, 0],
  ['ExerciseHashId', 'running-index', 0, 1],
  ['HeartRate', 'average', 0, 1],
  ['HeartRate', 'maximum', 0, 1],
  ['Sample', 'recording-rate', 0, 1],
  ['Sleep', 'continuity', 0, 1],
  ['Sleep', 'continuity_class', 0, 1],
  ['Sleep', 'sleep_charge', -1, 1],
  ['Sleep', 'sleep_score', 0, 1],
  ['Sleep', 'sleep_rating', 0, 1],
  ['Sleep', 'group_duration_score', 0, 1],
  ['Sleep', 'group_solidity_score', 0, 1],
  ['Sleep', 'group_regeneration_score', 0, 1],
  ['NightlyRecharge', 'heart_rate_avg', 0, 1],
  ['NightlyRecharge', 'beat_to_beat_avg', 0, 1],
  ['NightlyRecharge', 'heart_rate_variability_avg', 0, 1],
  ['NightlyRecharge', 'breathing_rate_avg', 0, 1],
  ['NightlyRecharge', 'nightly_recharge_status', 0, 1],
  ['NightlyRecharge', 'ans_charge_status', 0, 1],
  ['ContinuousHeartrateHeartRateSamples', 'heart_rate', 0, 1],
  ['EcgTestResult', 'average_heart_rate_bpm', 0, 1],
  ['EcgTestResult', 'rri_ms', 0, 1],
  ['Spo2TestResult', 'blood_oxygen_percent', 0, 1],
  ['Spo2TestResult', 'average_heart_rate_bpm', 0, 1],
  ['User', 'weight', 0, 1],
  ['User', 'height', 0, 1],
  ['PhysicalInfo', 'weight', 0, 1],
  ['PhysicalInfo', 'maximum_heart_rate', 0, 1],
  ['PhysicalInformation', 'resting-heart-rate', 0, 1],
  ['PhysicalInformation', 'aerobic-threshold', 0, 1],
  ['PhysicalInformation', 'anaerobic-threshold', 0, 1],
  ['PhysicalInformation', 'vo2-max', 0, 1],
];

const read = (name: RecordName, property: string, value: unknown) =>
  Reflect.get(decodeRecords(name, [{ [property]: value }]).records[0] ?? {}, property);

describe('a sentinel', () => {
  test.each(cases)('of %s %s becomes null, and the smallest real value stays', (...[name, property, ...values]) => {
    expect(values.map((value) => read(name, property, value))).toEqual([null, values[1]]);
  });

  test.each([
    ['Sleep', 'heart_rate_samples'],
    ['NightlyRecharge', 'hrv_samples'],
    ['NightlyRecharge', 'breathing_samples'],
  ] as const)('within %s %s becomes null, and its time stays', (name, property) => {
    expect(read(name, property, { '23:30': 0, '23:35': 55, '23:40': null })).toEqual([
      ['23:30', null],
      ['23:35', 55],
      ['23:40', null],
    ]);
  });

  test('is no reason for a warning', () => {
    expect(decodeRecords('Sleep', { sleep_charge: -1 }).warnings).toEqual([]);
  });

  test('next to a real value does not change it', () => {
    const wire = { cardio_load_status: 'LOAD_STATUS_NOT_AVAILABLE', strain: 12.5, tolerance: -1 };
    expect(decodeRecords('CardioLoad', wire).records[0]).toMatchObject({ strain: 12.5, tolerance: null });
  });
});

describe('a number that looks like a sentinel', () => {
  test.each([
    ['NightlyRecharge', 'ans_charge', -1],
    ['Sleep', 'light_sleep', 0],
    ['Sleep', 'long_interruption_duration', 0],
    ['ActivitySummaryWithAllSamples', 'steps', 0],
    ['SkinTemperature', 'deviation_from_baseline_celsius', -1],
    ['Spo2TestResult', 'altitude_meters', -1],
    ['EcgSample', 'amplitude_mv', -1],
    ['Location', 'latitude', -1],
    ['ExerciseHashId', 'start_time_utc_offset', -1],
    ['Zone', 'index', 0],
  ] as const)('is a value of %s %s: %j', (name, property, value) => {
    expect(read(name, property, value)).toBe(value);
  });

  test('is a stage of the hypnogram: 0 is awake', () => {
    expect(read('Sleep', 'hypnogram', { '23:30': 0 })).toEqual([['23:30', 0]]);
  });
});
