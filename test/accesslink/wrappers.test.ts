// Objects around records are known by the kind of record: no path decides it.
import { describe, expect, it } from 'vitest';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import { one, warned } from './one.ts';
import { columnsOfSamples } from './slow-columns.ts';

const night = { date: '2026-11-22', sleep_score: 80 };
const other = { date: '2026-11-23', sleep_score: 81 };
const datesIn = (body: unknown) => decodeRecords('Sleep', body).records.map(({ date }) => date);

describe('records', () => {
  it.each([
    ['under the name that is known for them', { nights: [night, other] }],
    ['as the only list, under any name', { data: [night, other] }],
    ['as the only list besides other things', { count: 2, paging: { next: null }, items: [night, other] }],
    ['each under a key of its own', { '2026-11-22': night, '2026-11-23': other }],
  ])('are found %s', (_, body) => {
    expect(datesIn(body)).toEqual(['2026-11-22', '2026-11-23']);
    expect(decodeRecords('Sleep', body)).toMatchObject({ warnings: [], isList: true });
  });

  it.each([
    ['bare', night],
    ['under the known name', { nights: night }],
    ['under any name', { sleep: night }],
    ['under any name besides other things', { sleep: night, paging: { next: null }, count: 1 }],
    ['in a list under the known name', { nights: [night] }],
  ])('of which there is one are found %s', (_, body) => {
    expect(datesIn(body)).toEqual(['2026-11-22']);
  });

  it.each([
    [[], true],
    [{ nights: [] }, true],
    [{ data: [] }, true],
    [{ nights: null }, false],
    [{}, false],
    [undefined, false],
  ])('are none in %j', (body, isList) => {
    expect(decodeRecords('Sleep', body)).toEqual({ records: [], warnings: [], isList });
  });

  it.each([
    { message: 'sorry', status: 500 },
    { errors: [{ message: 'sorry' }] },
    { error: { message: 'sorry', corr_id: 'c0441d00' } },
    { nights: 'none' },
    { first: [night], second: [other] },
  ])('are not guessed at in %j', (body) => {
    expect(warned('Sleep', body)).toEqual([['record', 1]]);
  });

  it('are found around one day of heart rate, recharge, and an available night', () => {
    const day = { date: '2026-11-22', heart_rate_samples: [] };
    expect(one('ContinuousHeartrate', { heart_rates: [day] }).date).toBe('2026-11-22');
    expect(one('ContinuousHeartrate', { 'heart-rates': day }).date).toBe('2026-11-22');
    expect(one('NightlyRecharge', { recharges: [{ date: '2026-11-22' }] }).date).toBe('2026-11-22');
    expect(one('AvailableSleep', { available: [{ date: '2026-11-22' }] }).date).toBe('2026-11-22');
  });
});

describe('inactivity stamps', () => {
  const [first, second] = ['2026-11-22T16:04', '2026-11-22T17:10:30'];

  it.each([
    ['objects', [{ stamp: first }, { stamp: second }]],
    ['texts', [first, second]],
    ['both', [{ stamp: first }, second]],
    ['objects in a wrapper', { samples: [{ stamp: first }, { stamp: second }] }],
    ['texts in a wrapper', { samples: [first, second] }],
  ])('may be %s', (_, stamps) => {
    const day = one('ActivityDayWithSamples', { date: '2026-11-22', inactivity_stamps: stamps });
    expect(day.inactivity_stamps).toEqual([{ stamp: first }, { stamp: second }]);
  });

  it('may be one text', () => {
    expect(one('ActivityDayWithSamples', { inactivity_stamps: first }).inactivity_stamps).toEqual([{ stamp: first }]);
  });

  it('that are no times are null or left out, and counted', () => {
    expect(warned('ActivityDayWithSamples', { inactivity_stamps: [first, 'noon', null, {}] })).toEqual([
      ['ActivityDayWithSamplesInactivityStamps.stamp', 1],
      ['ActivityDayWithSamples.inactivity_stamps', 1],
    ]);
  });
});

describe('activity zones', () => {
  const zones = [
    { zone: 'LIGHT', timestamp: '2026-11-22T10:00' },
    { zone: 'SLEEP', timestamp: '2026-11-22T11:00' },
  ];

  it.each([
    ['in their wrapper', { samples: zones }],
    ['without it', zones],
    ['in a list around it', [{ samples: zones }]],
  ])('are read %s', (_, sent) => {
    expect(one('ActivityDayWithSamples', { activity_zones: sent }).activity_zones).toEqual({ samples: zones });
  });
});

describe('steps of a day', () => {
  const samples = [{ steps: 12, timestamp: '2026-11-22T08:02' }];

  it('may be the list of their samples', () => {
    expect(one('ActivityDayWithSamples', { steps: samples }).steps).toEqual({
      interval_ms: null,
      total_steps: null,
      samples: columnsOfSamples('ActivityStepSample2', samples),
    });
  });

  it('are not guessed at in a list of anything else', () => {
    expect(warned('ActivityDayWithSamples', { date: '2026-11-22', steps: [1, 2] })).toEqual([
      ['ActivityDayWithSamples.steps', 1],
    ]);
  });
});
