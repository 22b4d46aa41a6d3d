import { describe, expect, it } from 'vitest';
import { cardioLoadFromWire } from '../../src/domain/cardio-load/cardio-load.ts';
import { heartRateFromWire } from '../../src/domain/heart-rate/heart-rate.ts';
import { physicalInfoFromWire } from '../../src/domain/physical-info/physical-info.ts';
import { alertnessFromWire } from '../../src/domain/sleepwise/alertness.ts';
import { circadianBedtimeFromWire } from '../../src/domain/sleepwise/circadian-bedtime.ts';
import { sportFromCode } from '../../src/domain/sports/sport.ts';
import { userFromWire } from '../../src/domain/users/user.ts';
import { sports } from '../../src/generated/appendix.ts';
import { documented, recordOf } from './documented.ts';

describe('cardio load', () => {
  it('says nothing for -1, and nothing for a level without numbers', () => {
    const load = cardioLoadFromWire(
      recordOf('CardioLoad', {
        date: '2025-09-10',
        cardio_load_status: 'LOAD_STATUS_NOT_AVAILABLE',
        cardio_load: -1,
        strain: 12.5,
        tolerance: -1.0,
        cardio_load_ratio: -1,
        cardio_load_level: {},
      }),
    );
    expect(load).toEqual({
      date: '2025-09-10',
      status: 'NOT_AVAILABLE',
      load: null,
      strain: 12.5,
      tolerance: null,
      ratio: null,
      level: null,
    });
  });

  it('calls what AccessLink does not recognise unknown', () => {
    expect(cardioLoadFromWire(recordOf('CardioLoad', { cardio_load_status: 'UNRECOGNIZED' })).status).toBe('UNKNOWN');
  });
});

describe('heart rate', () => {
  it('joins the date and the clock; no signal is a gap', () => {
    const day = heartRateFromWire(
      recordOf('ContinuousHeartrate', {
        date: '2025-09-10',
        heart_rate_samples: [
          { heart_rate: 61, sample_time: '00:04:29' },
          { heart_rate: 0, sample_time: '23:59' },
          { heart_rate: 70, sample_time: null },
        ],
      }),
    );
    expect(day.samples({})).toEqual([
      { time: '2025-09-10T00:04:29', beatsPerMinute: 61 },
      { time: '2025-09-10T23:59:00', beatsPerMinute: null },
    ]);
    expect(day.columns({})?.times).toEqual(['2025-09-10T00:04:29', '2025-09-10T23:59:00']);
    expect(day.statistics({})).toEqual({ count: 1, minimum: 61, maximum: 61, mean: 61 });
  });
});

describe('SleepWise', () => {
  it('is in UTC', () => {
    const alertness = alertnessFromWire(documented('Alertness', '/v3/users/sleepwise/alertness'));
    expect(alertness).toMatchObject({
      gradeValidity: 'PT16H',
      gradeType: 'PRIMARY',
      resultType: 'HISTORY',
      sleepStartTime: '2022-11-20T20:52:20.570Z',
      utcOffsetMinutes: 120,
    });
    expect(alertness.hours({})).toEqual([
      { startTime: '2022-11-21T04:12:00Z', endTime: '2022-11-21T05:00:00Z', level: 'LOW', validity: 'ESTIMATE' },
    ]);
    const bedtime = circadianBedtimeFromWire(documented('CircadianBedtime', '/v3/users/sleepwise/circadian-bedtime'));
    expect(bedtime).toMatchObject({ quality: 'COMPROMISED', sleepGateStartTime: '2022-11-20T21:03:30Z' });
  });
});

describe('physical info', () => {
  it('takes both spellings of a usual day', () => {
    const days = ['MOSTLY_SITTING', 'STANDING', 'MOSTLY_MOVING', 'FLYING'].map((typical_day) => ({ typical_day }));
    expect(days.map((body) => physicalInfoFromWire(recordOf('PhysicalInfo', body)).typicalDay)).toEqual([
      'SITTING',
      'STANDING',
      'MOVING',
      'UNKNOWN',
    ]);
  });

  it('gives the sleep goal as text and as seconds', () => {
    expect(
      physicalInfoFromWire(recordOf('PhysicalInfo', { sleep_goal: 'PT8H', weight_source: 'SOURCE_DEFAULT' })),
    ).toMatchObject({
      sleepGoal: 'PT8H',
      sleepGoalSeconds: 28_800,
      weightSource: 'DEFAULT',
    });
  });
});

describe('user', () => {
  it('keeps the long number as text', () => {
    expect(userFromWire(documented('User', '/v3/users/{user-id}'))).toMatchObject({ polarUserId: expect.any(String) });
  });
});

describe('sport', () => {
  it('is found by its code', () => {
    expect(sportFromCode('TRAIL_RUNNING', sports)).toEqual({
      code: 'TRAIL_RUNNING',
      name: 'Trail running',
      fit: { sport: 'RUNNING', subSport: 'TRAIL' },
    });
  });

  it.each(['trail_running', 'Trail Running', ' TRAIL-RUNNING'.trim()])('is found however it is spelled: %s', (code) => {
    expect(sportFromCode(code, sports)?.code).toBe('TRAIL_RUNNING');
  });

  it('keeps the hyphen of its code', () => {
    expect(sportFromCode('CROSS_COUNTRY_SKIING', sports)?.code).toBe('CROSS-COUNTRY_SKIING');
  });

  it('without a row in the table of FIT files is GENERIC there', () => {
    const generic = [
      'CALISTHENICS',
      'CLIMBING',
      'DUATHLON',
      'FITNESS_RACING',
      'FREE_MULTISPORT',
      'RUCKING',
      'TRIATHLON',
    ];
    expect(generic.map((code) => sportFromCode(code, sports)?.fit)).toEqual(
      generic.map(() => ({ sport: 'GENERIC', subSport: null })),
    );
  });

  it('is named after its code when it is new', () => {
    expect(sportFromCode('WATERSPORTS_UNDERWATER-HOCKEY', sports)).toEqual({
      code: 'WATERSPORTS_UNDERWATER-HOCKEY',
      name: 'Watersports underwater hockey',
      fit: { sport: 'GENERIC', subSport: null },
    });
    expect(sportFromCode(null, sports)).toBeNull();
  });
});
