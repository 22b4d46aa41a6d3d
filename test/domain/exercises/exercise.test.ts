import { describe, expect, it } from 'vitest';
import { sampleTypes } from '../../../src/generated/appendix.ts';
import { exerciseFromWire } from '../../../src/domain/exercises/exercise.ts';
import { SAMPLE_TYPES } from '../../../src/domain/exercises/sample-types.ts';
import { documented, recordOf } from '../documented.ts';

const example = exerciseFromWire(documented('ExerciseHashId', '/v3/exercises/{exerciseId}'));
const exerciseOf = (body: object) => exerciseFromWire(recordOf('ExerciseHashId', body));

describe('exerciseFromWire', () => {
  it('tells the start as an instant and as the clock showed it', () => {
    expect(example).toMatchObject({
      date: '2008-10-13',
      startTime: '2008-10-13T10:40:02+03:00',
      startTimeLocal: '2008-10-13T10:40:02',
      utcOffsetMinutes: 180,
      uploadedAt: '2008-10-13T10:40:02Z',
      duration: 'PT2H44M',
      durationSeconds: 9840,
    });
  });

  it('does not guess an offset', () => {
    expect(exerciseOf({ start_time: '2025-09-10T06:30' })).toMatchObject({
      startTime: null,
      startTimeLocal: '2025-09-10T06:30:00',
      date: '2025-09-10',
    });
    expect(exerciseOf({ start_time_utc_offset: 60 })).toMatchObject({
      startTime: null,
      startTimeLocal: null,
      date: null,
    });
  });

  it('prefers the detailed sport', () => {
    expect([example.sportCode, example.sportGroup]).toEqual(['WATERSPORTS_WATERSKI', 'OTHER']);
    expect(exerciseOf({ sport: 'RUNNING', detailed_sport_info: null }).sportCode).toBe('RUNNING');
  });

  it('knows no club where AccessLink found none', () => {
    expect([example.clubId, example.clubName]).toEqual(['999', 'Polar Club']);
    expect(exerciseOf({ club_id: -1, club_name: 'Could not find the club' })).toMatchObject({
      clubId: null,
      clubName: null,
    });
  });

  it('takes the spelling of live servers', () => {
    const live = exerciseOf({
      running_index: 51,
      heart_rate_zones: [{ index: 0, lower_limit: 97, upper_limit: 116, in_zone: 'PT1H29M13S' }],
      training_load_pro: { 'cardio-load': 87.5, 'muscle-load': -1, 'user-rpe': 'RPE_FAIRLY_HARD' },
    });
    expect(live.runningIndex).toBe(51);
    expect(live.heartRateZones()).toEqual([
      { index: 1, lowerLimit: 97, upperLimit: 116, inZone: 'PT1H29M13S', inZoneSeconds: 5353 },
    ]);
    expect(live.trainingLoad).toMatchObject({ cardioLoad: 87.5, muscleLoad: null, perceivedExertion: 'FAIRLY_HARD' });
  });

  it('has no load, samples and route when none were sent', () => {
    const bare = exerciseOf({ id: 'x' });
    expect([bare.trainingLoad, bare.samples({}), bare.route, bare.heartRateZones()]).toEqual([null, null, null, null]);
  });

  it('survives being spread', () => {
    const spread = { ...example, stale: false };
    expect(spread.samples({})?.[0]?.values({})).toHaveLength(27);
  });
});

describe('samples', () => {
  const samplesOf = (...samples: object[]) => exerciseOf({ samples }).samples;

  it('spaces values by the recording rate', () => {
    const [series] = samplesOf({ 'recording-rate': 5, 'sample-type': '0', data: '100,102,97' })({}) ?? [];
    expect(series).toMatchObject({ type: 'HEART_RATE', typeNumber: 0, unit: 'bpm', recordingRateSeconds: 5 });
    expect([series?.offsetSeconds({}), series?.values({})]).toEqual([
      [0, 5, 10],
      [100, 102, 97],
    ]);
  });

  it('keeps gaps, however they are written', () => {
    const [series] =
      samplesOf({ recording_rate: 1, sample_type: 1, data: '1,null,,NULL, 2.5 ,n/a,Infinity,-3' })({}) ?? [];
    expect(series?.values({})).toEqual([1, null, null, null, 2.5, null, null, -3]);
    expect(series?.statistics({})).toEqual({ count: 3, minimum: -3, maximum: 2.5, mean: 0.5 / 3 });
  });

  it.each([
    ['0', 'heart rate', [null, null, 84]],
    ['11', 'times between beats', [null, null, 84]],
    ['1', 'speed', [0, -3, 84]],
    ['2', 'cadence', [0, -3, 84]],
    ['3', 'altitude', [0, -3, 84]],
    ['4', 'power', [0, -3, 84]],
    ['10', 'distance', [0, -3, 84]],
    ['42', 'what is newer than this program', [0, -3, 84]],
  ])('of type %s, %s, read 0 and less as %j', (type, _, values) => {
    const [series] = samplesOf({ 'recording-rate': 1, 'sample-type': type, data: '0,-3,84' })({}) ?? [];
    expect(series?.values({})).toEqual(values);
    expect(series?.statistics({}).minimum).toBe(values[0] === null ? 84 : -3);
  });

  it('adds up the times between heart beats', () => {
    for (const rate of [null, 0]) {
      const [series] = samplesOf({ 'recording-rate': rate, 'sample-type': '11', data: '800,null,1000' })({}) ?? [];
      expect(series).toMatchObject({ type: 'RR_INTERVAL', recordingRateSeconds: null });
      expect(series?.offsetSeconds({})).toEqual([0.8, 0.8, 1.8]);
    }
  });

  it('answers with the wanted types only, and keeps unknown ones', () => {
    const samples = samplesOf(
      { 'sample-type': '0' },
      { 'sample-type': '3' },
      { 'sample-type': '42' },
      { 'sample-type': 'AA', data: '1' },
    );
    expect(samples({ types: ['ALTITUDE'] })?.map(({ type }) => type)).toEqual(['ALTITUDE']);
    expect(samples({ types: null })?.map(({ type, typeNumber }) => [type, typeNumber])).toEqual([
      ['HEART_RATE', 0],
      ['ALTITUDE', 3],
      [null, 42],
      [null, null],
    ]);
  });

  it('thins values, offsets and points alike, and counts all', () => {
    const data = Array.from({ length: 100 }, (_, index) => (index === 40 ? 199 : 100)).join(',');
    const [series] = samplesOf({ 'recording-rate': 1, 'sample-type': '0', data })({ maxPoints: 10 }) ?? [];
    expect([series?.sampleCount({}), series?.values({}).length]).toEqual([100, 10]);
    expect(series?.points({})).toContainEqual({ offsetSeconds: 40, value: 199 });
    expect(series?.offsetSeconds({})).toEqual(series?.points({}).map((point) => point.offsetSeconds));
  });

  it('has an empty series for no text', () => {
    expect(samplesOf({ 'sample-type': '0', data: '' })({})?.[0]?.values({})).toEqual([]);
  });

  it('calls the types what the appendix calls them', () => {
    const name = (text: string) => text.toUpperCase().replaceAll(/[ -]/g, '_');
    expect(SAMPLE_TYPES.map(({ type, unit }) => [type, unit?.toLowerCase()])).toEqual(
      sampleTypes.map((type) => [name(type.name), type.unit.toLowerCase()]),
    );
  });
});

describe('route', () => {
  const corner = Array.from({ length: 41 }, (_, index) => ({
    latitude: 60 + Math.min(index, 20) / 1000,
    longitude: 25 + Math.max(0, index - 20) / 1000,
    time: `PT${index}.5S`,
    satellites: 4,
    fix: 1,
  }));

  it('tells where and when', () => {
    expect(example.route?.points({})).toEqual([
      {
        latitude: 60.21982833,
        longitude: 25.13925,
        offset: 'PT3M30.026S',
        offsetSeconds: 210.026,
        satellites: 4,
        fix: 1,
      },
    ]);
  });

  it('keeps the corner', () => {
    const { route } = exerciseOf({ route: corner });
    expect(route?.pointCount).toBe(41);
    expect(route?.points({ maxPoints: 5 })).toContainEqual(expect.objectContaining({ latitude: 60.02, longitude: 25 }));
    expect(route?.columns({ maxPoints: 5 }).offsetSeconds).toHaveLength(5);
  });

  it('does not take half a position for a corner', () => {
    const zigzag = corner.map((point, index) => ({
      ...point,
      latitude: 60 + index / 1000,
      longitude: 25 + (20 - Math.abs(index - 20)) / 1000,
    }));
    const { route } = exerciseOf({
      route: zigzag.map((point, index) => (index === 22 ? { latitude: point.latitude } : point)),
    });
    const { longitudes } = route?.columns({ maxPoints: 8 }) ?? {};
    expect(longitudes).toContain(25.02);
    expect(longitudes).toContain(null);
  });

  it('leaves a hole where the position is missing', () => {
    const { route } = exerciseOf({ route: [corner[0], { time: 'PT1S' }, corner[2]] });
    expect(route?.columns({}).latitudes).toEqual([60, null, 60.002]);
  });
});
