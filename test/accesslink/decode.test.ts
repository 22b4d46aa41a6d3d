// Every way in which AccessLink's JSON differs from its description and still has the same meaning.
import { describe, expect, test } from 'vitest';
import { columnOfValues } from '../../src/series/column.ts';
import { counted, one } from './one.ts';
import { withColumnsOf } from './slow-columns.ts';

describe('a list of records', () => {
  const night = { date: '2026-11-22' };

  test.each([
    ['a list', [night]],
    ['one object', night],
    ['an object around the list', { nights: [night] }],
    ['an object around one object', { nights: night }],
  ])('is read from %s', (_, body) => {
    expect(one('Sleep', body).date).toBe('2026-11-22');
  });

  test.each([undefined, null, [], {}, { nights: [] }, { nights: null }])('is empty when the body is %j', (body) => {
    expect(counted('Sleep', body)).toEqual({ records: [], skipped: 0 });
  });

  test.each(['text', 7, false, { message: 'sorry', status: 500 }, { nights: 'none' }])(
    'is not read as empty when the body is %j',
    (body) => {
      expect(counted('Sleep', body)).toEqual({ records: [], skipped: 1 });
    },
  );

  test('is read without the items that are no records, which are counted as skipped', () => {
    const body = { nights: [night, 'odd', null, 7, [], { unknown: true }, { date: '2026-11-23' }] };
    const { records, skipped } = counted('Sleep', body);
    expect([records.map(({ date }) => date), skipped]).toEqual([['2026-11-22', '2026-11-23'], 5]);
  });

  test('keeps the order in which it was sent', () => {
    const dates = ['2026-11-22', '2026-11-20', '2026-11-21', '2026-11-20'];
    const { records } = counted(
      'Sleep',
      dates.map((date) => ({ date })),
    );
    expect(records.map(({ date }) => date)).toEqual(dates);
  });

  test('of heart rate is read from the one object that is documented for a range', () => {
    const day = {
      polar_user: 'u',
      date: '2026-11-22',
      heart_rate_samples: [{ heart_rate: 60, sample_time: '00:04:29' }],
    };
    const decoded = withColumnsOf('ContinuousHeartrate', day);
    expect(one('ContinuousHeartrate', day)).toEqual(decoded);
    expect(one('ContinuousHeartrate', { heart_rates: [day] })).toEqual(decoded);
  });
});

describe('a spelling', () => {
  test.each([
    ['running-index', { id: 'a', 'running-index': 51 }],
    ['running_index', { id: 'a', running_index: 51 }],
    ['both, one of them null', { id: 'a', 'running-index': null, running_index: 51 }],
    ['both, the documented one first', { id: 'a', running_index: 1, 'running-index': 51 }],
  ])('of the running index may be %s', (_, body) => {
    expect(one('ExerciseHashId', body)['running-index']).toBe(51);
  });

  test('of a name with underscores may have hyphens, also next to the documented name with null', () => {
    expect(
      one('AvailableSleep', { start_time: null, 'start-time': '2026-11-21T23:00', 'end-time': '2026-11-22T07:00' }),
    ).toEqual({
      date: null,
      start_time: '2026-11-21T23:00',
      end_time: '2026-11-22T07:00',
    });
  });

  test.each(['in-zone', 'in_zone', 'inzone'])('of a zone may be %s', (spelling) => {
    const zones = [{ index: 0, lower_limit: 92, 'upper-limit': 110, [spelling]: 'PT5M' }];
    expect(one('ExerciseHashId', { id: 'a', heart_rate_zones: zones }).heart_rate_zones).toEqual([
      { index: 0, 'lower-limit': 92, 'upper-limit': 110, 'in-zone': 'PT5M' },
    ]);
  });

  test('of samples may have hyphens or underscores, and the type be a number', () => {
    const live = { recording_rate: 1, sample_type: 0, data: '99,null,101' };
    const documented = { 'recording-rate': 1, 'sample-type': '0', data: '99,null,101' };
    const { samples } = one('ExerciseHashId', { id: 'a', samples: [live, documented] });
    const read = { ...documented, 'sample-type': 0, data: columnOfValues([99, null, 101]) };
    expect(samples).toEqual([read, read]);
  });

  test('of the highest load may be very_high', () => {
    const { cardio_load_level: level } = one('CardioLoad', { cardio_load_level: { very_low: 1, very_high: 9 } });
    expect([level?.very_low, level?.['very-high']]).toEqual([1, 9]);
  });
});

describe('a number', () => {
  test.each([
    [7, 7],
    ['7', 7],
    [' 7.0 ', 7],
    [7.4, 7],
    ['7.6', 8],
    [null, null],
    ['', null],
    [' ', null],
    [' null ', null],
    ['null', null],
    ['NULL', null],
  ])('that is documented as whole is read from %j as %j', (sent, read) => {
    expect(one('ActivitySummaryWithAllSamples', { start_time: '2026-11-22T07:00', steps: sent }).steps).toBe(read);
  });

  test.each([{}, [], true, 'many', '1,5', Number.POSITIVE_INFINITY])(
    'is null and counted as skipped when it is %j',
    (steps) => {
      const { records, skipped } = counted('ActivitySummaryWithAllSamples', [
        { start_time: '2026-11-22T07:00', steps },
      ]);
      expect([records[0]?.start_time, records[0]?.steps, skipped]).toEqual(['2026-11-22T07:00', null, 1]);
    },
  );

  test('beyond what JSON can hold is null', () => {
    const { records, skipped } = counted('Sleep', JSON.parse('{"date":"2026-11-22","continuity":1e999}'));
    expect([records[0]?.continuity, skipped]).toEqual([null, 1]);
  });

  test('keeps its fraction where one is documented', () => {
    expect(one('NightlyRecharge', { ans_charge: '-1.5' }).ans_charge).toBe(-1.5);
  });
});

describe('a text', () => {
  test('may be sent as a number', () => {
    expect(one('User', { 'polar-user-id': 475, 'member-id': 12 })).toMatchObject({
      'polar-user-id': '475',
      'member-id': '12',
    });
  });

  test('outside its documented values is unchanged', () => {
    expect(one('CardioLoad', { cardio_load_status: 'LOAD_STATUS_NEW' }).cardio_load_status).toBe('LOAD_STATUS_NEW');
    const zones = { samples: [{ zone: 'NON_WEAR', timestamp: '2026-11-22T00:00' }] };
    expect(one('ActivityDayWithSamples', { activity_zones: zones }).activity_zones).toEqual(zones);
  });
});

describe('a boolean', () => {
  test.each([
    [true, true],
    ['true', true],
    ['TRUE', true],
    [1, true],
    [false, false],
    ['false', false],
    [0, false],
    [null, null],
  ])('is read from %j', (sent, read) => {
    expect(one('ExerciseHashId', { id: 'a', has_route: sent }).has_route).toBe(read);
  });

  test('is null when it is anything else', () => {
    expect(counted('ExerciseHashId', { id: 'a', has_route: 2 })).toMatchObject({ skipped: 1 });
  });
});

describe('a property without a value', () => {
  test('is null, whether it was omitted or sent as null', () => {
    const { distance, training_load, club_id, detailed_sport_info } = one('ExerciseHashId', { id: 'a', club_id: null });
    expect([distance, training_load, club_id, detailed_sport_info]).toEqual([null, null, null, null]);
  });
});
