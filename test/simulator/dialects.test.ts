import { describe, expect, it } from 'vitest';
import { at, records, useSimulator } from './simulator-client.ts';

const { request } = useSimulator();
const AINO = 0;
const NOOR = 2;
const MATEO = 3;
const TEUEA = 4;
const FULL = '/v3/exercises?samples=true&zones=true&route=true';

async function both(path: string, person = AINO): Promise<{ live: unknown; documented: unknown }> {
  const live = (await request(path, { person, dialect: 'live' })).json;
  return { live, documented: (await request(path, { person, dialect: 'documented' })).json };
}

describe('heart rate', () => {
  it('by range is wrapped in an object when live, and is a day or a list where documented', async () => {
    const two = await both('/v3/users/continuous-heart-rate?from=2026-11-19&to=2026-11-20');
    const one = await both('/v3/users/continuous-heart-rate?from=2026-11-20&to=2026-11-20');
    expect(records(at(two.live, 'heart_rates'))).toHaveLength(2);
    expect(records(two.documented)).toHaveLength(2);
    expect(at(one.documented, 'date')).toBe('2026-11-20');
    expect(at(one.documented, 'heart_rate_samples')).toEqual(at(one.live, 'heart_rates', 0, 'heart_rate_samples'));
  });

  it('is an empty list when no day of the range has data', async () => {
    const { live, documented } = await both('/v3/users/continuous-heart-rate?from=2026-12-01&to=2026-12-02');
    expect({ live, documented }).toEqual({ live: { heart_rates: [] }, documented: [] });
  });
});

describe('exercises', () => {
  it('spell zones, samples and running index differently with the same values', async () => {
    const { live, documented } = await both(FULL);
    const run = records(live).findIndex(({ sport }) => sport === 'RUNNING');
    expect(at(live, run, 'running_index')).toBe(at(documented, run, 'running-index'));
    expect(at(live, run, 'heart_rate_zones', 0, 'index')).toBe(0);
    expect(at(documented, run, 'heart_rate_zones', 0, 'index')).toBe(1);
    expect(at(live, run, 'heart_rate_zones', 2, 'in_zone')).toBe(at(documented, run, 'heart_rate_zones', 2, 'in-zone'));
    expect(at(live, run, 'samples', 0)).toMatchObject({ recording_rate: 1, sample_type: 0 });
    expect(at(documented, run, 'samples', 0)).toMatchObject({ 'recording-rate': 1, 'sample-type': '0' });
    const data = (value: unknown): unknown[] => records(at(value, run, 'samples')).map((series) => series['data']);
    expect(data(live)).toEqual(data(documented));
    expect(at(live, run, 'route')).toEqual(at(documented, run, 'route'));
  });

  it('have no recording rate of beat intervals: 0 when live, null where documented', async () => {
    const { live, documented } = await both(FULL);
    expect(records(at(live, 0, 'samples')).at(-1)).toMatchObject({ sample_type: 11, recording_rate: 0 });
    expect(records(at(documented, 0, 'samples')).at(-1)).toMatchObject({ 'sample-type': '11', 'recording-rate': null });
  });

  it('have null for a gap in a series', async () => {
    const { live } = await both(FULL);
    const heartRates = records(live).map((exercise) => String(at(exercise, 'samples', 0, 'data')));
    expect(heartRates.some((data) => data.split(',').includes('null'))).toBe(true);
  });

  it('write durations in seconds when live, and the same length where documented', async () => {
    const { live, documented } = await both('/v3/exercises');
    const seconds = Number(/^PT([\d.]+)S$/.exec(String(at(live, 0, 'duration')))?.[1]);
    const [, h = 0, m = 0, s = 0] =
      /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(String(at(documented, 0, 'duration'))) ?? [];
    expect(Number(h) * 3600 + Number(m) * 60 + Number(s)).toBeCloseTo(seconds, 3);
    expect(Number(h)).toBeGreaterThan(0);
  });

  it('have a date of the training load only where documented, and -1 only when live', async () => {
    const { live, documented } = await both('/v3/exercises');
    const yoga = records(live).findIndex((exercise) => exercise['detailed_sport_info'] === 'YOGA');
    expect(at(live, yoga, 'training_load_pro', 'muscle-load')).toBe(-1);
    expect(at(documented, yoga, 'training_load_pro')).not.toHaveProperty('muscle-load');
    expect(at(live, yoga, 'training_load_pro')).not.toHaveProperty('date');
    expect(at(documented, yoga, 'training_load_pro', 'date')).toBe(String(at(live, yoga, 'start_time')).slice(0, 10));
    for (const key of ['distance', 'training_load', 'running_index', 'club_id'])
      expect(records(live)[yoga]).not.toHaveProperty(key);
  });

  it('have null for an unset sport when live, nothing where documented', async () => {
    const { live, documented } = await both('/v3/exercises', TEUEA);
    expect(records(live)[0]).toHaveProperty('detailed_sport_info', null);
    expect(records(documented)[0]).not.toHaveProperty('detailed_sport_info');
  });
});

describe('daily activity', () => {
  it('omits zero seconds and wraps the stamps when live', async () => {
    const { live, documented } = await both('/v3/users/activities/2026-11-20?inactivity_stamps=true');
    expect(live).toMatchObject({ start_time: '2026-11-20T00:00', end_time: '2026-11-20T23:59:59' });
    expect(documented).toMatchObject({ start_time: '2026-11-20T00:00:00', end_time: '2026-11-20T23:59:59' });
    const stamps = records(at(live, 'samples', 'inactivity_stamps', 'samples'));
    expect(stamps.length).toBeGreaterThan(0);
    expect(records(at(documented, 'samples', 'inactivity_stamps'))).toHaveLength(stamps.length);
  });
});

describe('cardio load', () => {
  it('spells the highest level differently, and is a list for one day only where documented', async () => {
    const { live, documented } = await both('/v3/users/cardio-load/2026-11-20');
    const highest = at(live, 'cardio_load_level', 'very_high');
    expect(highest).toBeGreaterThan(0);
    expect(at(documented, 0, 'cardio_load_level', 'very-high')).toBe(highest);
  });

  it('has -1 and {} for what could not be calculated when live, nothing where documented', async () => {
    const { live, documented } = await both('/v3/users/cardio-load/date?from=2026-11-01&to=2026-11-22', NOOR);
    const before = { date: '2026-11-01', cardio_load_status: 'LOAD_STATUS_NOT_AVAILABLE' };
    const fillers = { cardio_load: -1, strain: -1, tolerance: -1, cardio_load_ratio: -1, cardio_load_level: {} };
    expect(records(live)[0]).toEqual({ ...before, ...fillers });
    expect(records(documented)[0]).toEqual(before);
    expect(at(live, 20, 'strain')).toBeGreaterThan(0);
    expect(at(live, 20, 'tolerance')).toBe(-1);
  });
});

describe('nights', () => {
  it('have placeholders for missing values when live, nothing where documented', async () => {
    const { live, documented } = await both('/v3/users/sleep', MATEO);
    const unclear = records(at(live, 'nights')).findIndex(({ continuity }) => continuity === 0);
    expect(at(live, 'nights', unclear, 'continuity_class')).toBe(0);
    expect(at(documented, 'nights', unclear)).not.toHaveProperty('continuity');
    const charges = await both('/v3/users/sleep/2026-11-14', NOOR);
    expect(at(charges.live, 'sleep_charge')).toBe(-1);
    expect(charges.documented).not.toHaveProperty('sleep_charge');
  });

  it('have 0 for a missing beat-to-beat average only when live', async () => {
    const { live, documented } = await both('/v3/users/nightly-recharge', MATEO);
    const missing = records(at(live, 'recharges')).findIndex((recharge) => recharge['beat_to_beat_avg'] === 0);
    expect(missing).toBeGreaterThanOrEqual(0);
    expect(at(documented, 'recharges', missing)).not.toHaveProperty('beat_to_beat_avg');
  });

  it('are otherwise equal, including every sample', async () => {
    const { live, documented } = await both('/v3/users/sleep/2026-11-22');
    expect(live).toEqual(documented);
  });
});

describe('a response', () => {
  it('contains predicted alertness of the next two days only when live', async () => {
    const { live, documented } = await both('/v3/users/sleepwise/alertness');
    expect(
      records(live)
        .slice(-3)
        .map((period) => period['result_type']),
    ).toEqual(['ALERTNESS_TYPE_HISTORY', 'ALERTNESS_TYPE_PREDICTION', 'ALERTNESS_TYPE_PREDICTION']);
    expect(documented).toEqual(records(live).slice(0, -2));
    const tomorrow = await both('/v3/users/sleepwise/circadian-bedtime/date?from=2026-11-23&to=2026-11-23');
    expect(records(tomorrow.live)).toHaveLength(1);
    expect(tomorrow.documented).toBeNull();
  });

  it('has test times in milliseconds when live, in seconds where documented', async () => {
    const { live, documented } = await both('/v3/users/biosensing/ecg');
    expect(at(live, 0, 'test_time')).toBe(Number(at(documented, 0, 'test_time')) * 1000);
  });

  it('has null for missing values of a user when live, nothing where documented', async () => {
    const { live, documented } = await both('/v3/users/47110001');
    expect(live).toHaveProperty('extra-info', null);
    expect(documented).not.toHaveProperty('extra-info');
  });

  it('links to users at hosts that differ by endpoint when live', async () => {
    const sleep = await both('/v3/users/sleep/2026-11-22');
    const heart = await both('/v3/users/continuous-heart-rate/2026-11-22');
    const exercises = await both('/v3/exercises');
    const hosts = [sleep.live, heart.live, at(exercises.live, 0)].map((record) => String(at(record, 'polar_user')));
    expect(new Set(hosts).size).toBe(3);
    expect(hosts.every((link) => link.endsWith('/47110001'))).toBe(true);
  });
});
