import { describe, expect, it } from 'vitest';
import { at, records, useSimulator } from './simulator-client.ts';

const { request } = useSimulator();

/** Path, keys that lead to its first record, and keys of that record in both dialects. */
const ROUTES: readonly (readonly [string, readonly (string | number)[], readonly string[]])[] = [
  ['/v3/users/47110001', [], ['polar-user-id', 'member-id', 'registration-date', 'first-name', 'weight']],
  ['/v3/users/physical-info', [], ['weight', 'maximum_heart_rate', 'vo2_max', 'sleep_goal', 'typical_day']],
  ['/v3/exercises', [0], ['id', 'upload_time', 'start_time', 'start_time_utc_offset', 'duration', 'training_load_pro']],
  ['/v3/exercises?samples=true&zones=true&route=true', [0], ['heart_rate_zones', 'samples', 'route']],
  ['/v3/users/activities', [0], ['start_time', 'end_time', 'active_duration', 'steps', 'distance_from_steps']],
  [
    '/v3/users/activities/?from=2026-11-01&to=2026-11-03&steps=true',
    [2, 'samples', 'steps'],
    ['total_steps', 'samples'],
  ],
  ['/v3/users/activities/2026-11-20', [], ['start_time', 'daily_activity', 'inactivity_alert_count']],
  ['/v3/users/activities/samples', [0], ['date', 'steps', 'activity_zones', 'inactivity_stamps']],
  ['/v3/users/activities/samples/?from=2026-11-01&to=2026-11-03', [2], ['date', 'steps', 'activity_zones']],
  ['/v3/users/activities/samples/2026-11-20', [], ['date', 'steps', 'activity_zones', 'inactivity_stamps']],
  ['/v3/users/continuous-heart-rate/2026-11-20', [], ['polar_user', 'date', 'heart_rate_samples']],
  ['/v3/users/cardio-load/', [0], ['date', 'cardio_load_status', 'cardio_load', 'strain', 'tolerance']],
  [
    '/v3/users/cardio-load/date?from=2026-11-01&to=2026-11-28',
    [21],
    ['date', 'cardio_load_ratio', 'cardio_load_level'],
  ],
  ['/v3/users/cardio-load/period/days/180', [179], ['date', 'cardio_load_ratio']],
  ['/v3/users/cardio-load/period/months/6', [180], ['date', 'cardio_load_ratio']],
  ['/v3/users/sleepwise/alertness', [27], ['grade', 'period_start_time', 'sleep_period_end_time', 'hourly_data']],
  ['/v3/users/sleepwise/alertness/date?from=2026-11-01&to=2026-11-01', [0], ['grade', 'hourly_data']],
  [
    '/v3/users/sleepwise/circadian-bedtime',
    [27],
    ['quality', 'preferred_sleep_period_end_time', 'sleep_gate_end_time'],
  ],
  ['/v3/users/sleepwise/circadian-bedtime/date?from=2026-11-01&to=2026-11-02', [1], ['validity', 'result_type']],
  ['/v3/users/biosensing/bodytemperature', [0], ['source_device_id', 'measurement_type', 'start_time', 'samples']],
  ['/v3/users/biosensing/skintemperature', [0], ['sleep_time_skin_temperature_celsius', 'sleep_date']],
  ['/v3/users/biosensing/skincontacts', [0], ['start_time', 'end_time', 'skin_contact_changes']],
  ['/v3/users/biosensing/ecg', [0], ['test_time', 'time_zone_offset', 'samples', 'quality_measurements']],
  ['/v3/users/biosensing/spo2', [0], ['test_time', 'blood_oxygen_percent', 'test_status', 'altitude_meters']],
  ['/v3/users/sleep', ['nights', 27], ['date', 'sleep_start_time', 'hypnogram', 'heart_rate_samples', 'sleep_score']],
  ['/v3/users/sleep/2026-11-22', [], ['date', 'continuity', 'light_sleep', 'sleep_charge', 'sleep_goal']],
  ['/v3/users/sleep/available', ['available', 0], ['date', 'start_time', 'end_time']],
  ['/v3/users/nightly-recharge', ['recharges', 27], ['date', 'ans_charge', 'hrv_samples', 'breathing_samples']],
  ['/v3/users/nightly-recharge/2026-11-22', [], ['date', 'beat_to_beat_avg', 'nightly_recharge_status']],
];

describe.each(['live', 'documented'] as const)('in the %s dialect', (dialect) => {
  it.each(ROUTES)('%s responds with its record', async (path, where, keys) => {
    const received = await request(path, { dialect });
    expect(received.status).toBe(200);
    expect(received.headers.get('content-type')).toBe('application/json');
    expect(Object.keys(Object(at(received.json, ...where)))).toEqual(expect.arrayContaining([...keys]));
  });

  it('a path is served with and without a trailing slash', async () => {
    for (const path of ['/v3/exercises', '/v3/users/sleep', '/v3/users/cardio-load', '/v3/users/biosensing/spo2']) {
      expect((await request(`${path}/`, { dialect })).text).toBe((await request(path, { dialect })).text);
    }
  });

  it('an exercise is found by its id, with the flags of the list', async () => {
    const listed = records((await request('/v3/exercises?zones=true', { dialect })).json);
    const one = await request(`/v3/exercises/${String(listed[3]?.['id'])}?zones=true`, { dialect });
    expect(one.json).toEqual(listed[3]);
    expect(at(one.json, 'samples')).toBeUndefined();
  });

  it('samples of daily activity are sent only on request', async () => {
    const plain = await request('/v3/users/activities/2026-11-20', { dialect });
    const zones = await request('/v3/users/activities/2026-11-20?activity_zones=true&steps=false', { dialect });
    expect(plain.json).not.toHaveProperty('samples');
    expect(Object.keys(Object(at(zones.json, 'samples')))).toEqual(['date', 'activity_zones']);
  });
});
