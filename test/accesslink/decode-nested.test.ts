// Records within records, lists and maps of times: an unreadable one is skipped alone.
import { describe, expect, test } from 'vitest';
import { counted, one } from './one.ts';
import { valuesOf } from './slow-columns.ts';

describe('a nested record', () => {
  test.each([
    ['a list', [{ stamp: '2026-11-22T16:04' }]],
    ['an object around the list', { samples: [{ stamp: '2026-11-22T16:04' }] }],
    ['one object', { stamp: '2026-11-22T16:04' }],
  ])('of inactivity stamps is read from %s', (_, stamps) => {
    expect(one('ActivityDayWithSamples', { inactivity_stamps: stamps }).inactivity_stamps).toEqual([
      { stamp: '2026-11-22T16:04' },
    ]);
  });

  test.each([[[]], [{ samples: [] }], [{ samples: null }], [{}]])('of inactivity stamps is absent in %j', (stamps) => {
    expect(one('ActivityDayWithSamples', { inactivity_stamps: stamps }).inactivity_stamps).toEqual([]);
  });

  test('without any of its properties has none of them', () => {
    const level = { very_low: null, low: null, medium: null, high: null, 'very-high': null };
    expect(one('CardioLoad', { date: '2026-11-22', cardio_load_level: {} }).cardio_load_level).toEqual(level);
  });

  test('may be sent as a list of one, and not as a list of two', () => {
    const heartRate = { average: 120, maximum: 150 };
    expect(one('ExerciseHashId', { id: 'a', heart_rate: [heartRate] }).heart_rate).toEqual(heartRate);
    expect(one('ExerciseHashId', { id: 'a', heart_rate: [] }).heart_rate).toBeNull();
    const two = counted('ExerciseHashId', { id: 'a', heart_rate: [heartRate, heartRate] });
    expect([two.records[0]?.heart_rate, two.skipped]).toEqual([null, 1]);
  });

  test.each([7, 'odd', { unknown: 1 }])('that is %j is null and counted, and its record is read', (heart_rate) => {
    const { records, skipped } = counted('ExerciseHashId', { id: 'a', heart_rate });
    expect([records[0]?.id, records[0]?.heart_rate, skipped]).toEqual(['a', null, 1]);
  });

  test.each([7, 'odd', true])('list that is %j is null and counted, and its record is read', (samples) => {
    const { records, skipped } = counted('ExerciseHashId', { id: 'a', samples });
    expect([records[0]?.id, records[0]?.samples, skipped]).toEqual(['a', null, 1]);
  });

  test('in a list is skipped alone when it is unreadable', () => {
    const samples = [{ heart_rate: 60, sample_time: '00:01' }, 'odd', { heart_rate: {}, sample_time: '00:02' }];
    const { records, skipped } = counted('ContinuousHeartrate', {
      date: '2026-11-22',
      heart_rate_samples: samples,
    });
    expect(valuesOf(records[0]?.heart_rate_samples?.heart_rate)).toEqual([60, null]);
    expect(valuesOf(records[0]?.heart_rate_samples?.sample_time)).toEqual([60_000, 120_000]);
    expect(skipped).toBe(2);
  });

  test('without a readable property is skipped with all its parts', () => {
    const { records, skipped } = counted('Sleep', [{ date: [], continuity: {} }, { date: '2026-11-22' }]);
    expect([records.length, skipped]).toEqual([1, 1]);
  });
});

describe('a map of times', () => {
  const hypnogram = { '23:30': 1, '00:05': 3, '07:10': 4, '9:00': '5', '00:06:30': null };

  test('keeps the order in which it was sent, across midnight', () => {
    expect(one('Sleep', { hypnogram }).hypnogram).toEqual([
      ['23:30', 1],
      ['00:05', 3],
      ['07:10', 4],
      ['9:00', 5],
      ['00:06:30', null],
    ]);
  });

  test('is not harmed by __proto__, and skips what is no time, and has a gap for what is no number', () => {
    const body =
      '{"date":"2026-11-22","hypnogram":{"__proto__":{"x":1},"constructor":2,"23:30":1,"23:40":{},"later":3}}';
    const { records, skipped } = counted('Sleep', JSON.parse(body));
    expect([records[0]?.hypnogram, skipped]).toEqual([
      [
        ['23:30', 1],
        ['23:40', null],
      ],
      4,
    ]);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });

  test('that is no map is null and counted', () => {
    const { records, skipped } = counted('Sleep', { date: '2026-11-22', hypnogram: [1] });
    expect([records[0]?.hypnogram, skipped]).toEqual([null, 1]);
  });
});

describe('a property named like one of every object', () => {
  test('does not change the record', () => {
    const wire = JSON.parse('{"__proto__":{"date":"2026-01-01"},"constructor":1,"date":"2026-11-22"}');
    const record = one('AvailableSleep', wire);
    expect(record).toEqual({ date: '2026-11-22', start_time: null, end_time: null });
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  });
});
