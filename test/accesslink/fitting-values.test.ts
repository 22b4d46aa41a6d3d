// A value that its field cannot have is null, with a warning that names record and property, and nothing else is.
import { describe, expect, it } from 'vitest';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import type { RecordName } from '../../src/generated/accesslink.ts';
import { one, warned } from './one.ts';

type Case = readonly [record: RecordName, property: string, unfit: readonly unknown[], fit: readonly unknown[]];

const numbers: readonly Case[] = [
  ['ActivitySummaryWithAllSamples', 'steps', [4_294_967_295, 1e10, -1, '2147483648'], [0, 2_147_483_647]],
  ['ActivitySummaryWithAllSamples', 'daily_activity', [-0.5, 1e16, Number.POSITIVE_INFINITY], [0, 250.5]],
  ['Alertness', 'sleep_timezone_offset_minutes', [-721, 841, 36_000], [-720, 840, 0]],
  ['ExerciseHashId', 'start_time_utc_offset', [-721, 841], [-720, 345]],
  ['EcgTestResult', 'time_zone_offset', [10_800], [180]],
  [
    'EcgTestResult',
    'test_time',
    [1_795_665_696_735_000_000, 1_795_665_696_735_000, 0, -1],
    [1_795_665_696, 1_795_665_696_735],
  ],
  ['EcgSample', 'amplitude_mv', [1e308, -1e16], [-1.5]],
  ['EcgSample', 'recording_time_delta_ms', [2 ** 31], [-5, 2 ** 31 - 1]],
  ['Location', 'latitude', [90.1, -91], [90, -90]],
  ['Location', 'longitude', [181, -180.5], [180, -180]],
  ['Location', 'satellites', [64, -1], [0, 63]],
  ['Spo2TestResult', 'blood_oxygen_percent', [101], [100, 1]],
  ['Sleep', 'continuity', [5.1, 0.5], [1, 5]],
  ['Sleep', 'sleep_score', [101], [1, 100]],
  ['Sleep', 'sleep_charge', [6], [1, 5]],
  ['Sleep', 'light_sleep', [-1], [0]],
  ['NightlyRecharge', 'ans_charge', [10.5, -11], [-10, 10]],
  ['NightlyRecharge', 'nightly_recharge_status', [7], [1, 6]],
  ['DurationZone', 'index', [6, -1], [0, 5]],
  ['Sample', 'sample-type', [4_294_967_295, -1, 256], [0, 255]],
  ['Zone', 'index', [2_147_483_647], [0]],
];

const texts: readonly Case[] = [
  [
    'Sleep',
    'date',
    ['2026-02-30', '22.11.2026', '9999-01-01', '1800-01-01', '2026-11-22T25:61', '2026-11-22T06:00+99:99'],
    ['2026-11-22', '1900-01-01'],
  ],
  [
    'Sleep',
    'sleep_start_time',
    ['soon', '2026-11-22T24:01', '2026-11-22T23:00+15:00', 1_795_665_696],
    ['2026-11-22T23:00', '2026-11-22T24:00', '2026-11-22 23:00+03'],
  ],
  ['CircadianBedtime', 'sleep_gate_end_time', ['0001-01-01T00:00', '9999-12-31T23:59'], ['2026-11-22T23:00:00.57']],
  ['ContinuousHeartrateHeartRateSamples', 'sample_time', ['24:00', '12', 'noon'], ['00:04', '7:05:1']],
  ['ExerciseHashId', 'duration', ['-PT5M', 'P1Y', '6917.9', 'P99999999999999999W'], ['PT6917.941S', 'PT0S']],
];

const read = (record: RecordName, property: string, value: unknown): unknown =>
  Reflect.get(decodeRecords(record, [{ id: '1', [property]: value }]).records[0] ?? {}, property);
const warnings = (record: RecordName, property: string, value: unknown) =>
  warned(record, [{ id: '1', [property]: value }]).filter(([path]) => path === `${record}.${property}`);

describe.each([...numbers, ...texts])('%s %s', (...[record, property, unfit, fit]) => {
  it.each(unfit.map((value) => [value]))('is null for %j, with a warning', (value) => {
    expect(read(record, property, value)).toBeNull();
    expect(warnings(record, property, value)).toEqual([[`${record}.${property}`, 1]]);
  });

  it.each(fit.map((value) => [value]))('may be %j', (value) => {
    expect(read(record, property, value)).toBe(value);
    expect(warnings(record, property, value)).toEqual([]);
  });
});

describe('a text that stands for nothing', () => {
  it.each(['', ' ', 'null', 'NULL'])(
    'is null without a warning where a date, time or duration is expected: %j',
    (text) => {
      const night = one('Sleep', { date: text, sleep_start_time: text, device_id: 'A' });
      expect([night.date, night.sleep_start_time]).toEqual([null, null]);
      expect(one('ExerciseHashId', { id: 'a', duration: text }).duration).toBeNull();
    },
  );
});

describe('a date', () => {
  it.each(['2026-11-22T00:00:00Z', '2026-11-22T06:00+14:00', ' 2026-11-22 '])('may come as %s', (date) => {
    expect(one('Sleep', { date }).date).toBe('2026-11-22');
  });

  it('in the place of a time is no time, and still shows the day', () => {
    const { records, warnings: found } = decodeRecords('ActivitySummaryWithAllSamples', { start_time: '2026-11-22' });
    expect([records[0]?.start_time, found.length]).toEqual(['2026-11-22', 1]);
  });
});

describe('a map of times', () => {
  it('is rounded where the graph has whole numbers, and keeps fractions elsewhere', () => {
    expect(one('Sleep', { heart_rate_samples: { '23:41': 58.5, '00:46': '52.4' } }).heart_rate_samples).toEqual([
      ['23:41', 59],
      ['00:46', 52],
    ]);
    expect(one('NightlyRecharge', { hrv_samples: { '23:41': 58.5 } }).hrv_samples).toEqual([['23:41', 58.5]]);
  });

  it('has null for what does not fit, and no entry for what is no time', () => {
    const body = { heart_rate_samples: { '23:41': 1e10, '24:00': 5, '00:46': 52, '00:51': 'x', '00:56': 0 } };
    expect(decodeRecords('Sleep', body).records[0]?.heart_rate_samples).toEqual([
      ['23:41', null],
      ['00:46', 52],
      ['00:51', null],
      ['00:56', null],
    ]);
    expect(warned('Sleep', body)).toEqual([['Sleep.heart_rate_samples', 3]]);
  });
});

describe('numbers between commas', () => {
  it.each([
    ['0,0,84,85,,86,0,87', 0],
    ['-1.5, 2 ,null,NULL,', 0],
    ['1,abc,2,Infinity', 2],
    ['1e400,1e16,1.2.3', 3],
    ['99999999999999999999', 1],
  ])('%j have so many tokens that are none: %i', (data, count) => {
    const path = 'Sample.data';
    expect(warned('ExerciseHashId', { id: 'a', samples: [{ 'sample-type': 0, data }] })).toEqual(
      count > 0 ? [[path, count]] : [],
    );
  });
});

describe('a warning', () => {
  it('is one for each record and property, with a count of its parts', () => {
    const samples = [{ heart_rate: 1e10, sample_time: '00:01' }, { heart_rate: {}, sample_time: '00:02' }, 'odd'];
    const days = ['2026-11-21', '2026-11-22'].map((date) => ({ date, heart_rate_samples: samples }));
    const { warnings: found } = decodeRecords('ContinuousHeartrate', days);
    expect(found.map(({ record, property, count }) => [record?.date, property, count])).toEqual([
      ['2026-11-21', 'ContinuousHeartrateHeartRateSamples.heart_rate', 2],
      ['2026-11-21', 'ContinuousHeartrate.heart_rate_samples', 1],
      ['2026-11-22', 'ContinuousHeartrateHeartRateSamples.heart_rate', 2],
      ['2026-11-22', 'ContinuousHeartrate.heart_rate_samples', 1],
    ]);
  });
});
