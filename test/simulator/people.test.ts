import { describe, expect, it } from 'vitest';
import { at, records, useSimulator } from './simulator-client.ts';

const { sim, request } = useSimulator();
const [AINO, LIAM, NOOR, MATEO, TEUEA, OSKAR, HANA, RAVI] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const BIOSENSING = ['bodytemperature', 'skintemperature', 'skincontacts', 'ecg', 'spo2'];
const WEEK = '?from=2026-11-16&to=2026-11-22';

const statusOf = async (path: string, person: number): Promise<number> => (await request(path, { person })).status;

describe('the demo user', () => {
  it('has data in every category on each of the last seven days', async () => {
    const days = ['16', '17', '18', '19', '20', '21', '22'].map((day) => `2026-11-${day}`);
    const chapters = ['activities', 'continuous-heart-rate', 'cardio-load', 'sleep', 'nightly-recharge'];
    for (const path of days.flatMap((day) => chapters.map((chapter) => `/v3/users/${chapter}/${day}`))) {
      expect([path, await statusOf(path, AINO)]).toEqual([path, 200]);
    }
    expect(records((await request(`/v3/users/sleepwise/alertness/date${WEEK}`)).json)).toHaveLength(7);
    expect(records((await request(`/v3/users/sleepwise/circadian-bedtime/date${WEEK}`)).json)).toHaveLength(7);
  });

  it.each(BIOSENSING)('has %s in any week', async (kind) => {
    expect(records((await request(`/v3/users/biosensing/${kind}${WEEK}`)).json).length).toBeGreaterThan(1);
  });

  it('has loads with a real status, runs with routes, and NON_WEAR in the day', async () => {
    const loads = records((await request(`/v3/users/cardio-load/date${WEEK}`)).json);
    expect(loads.every((load) => load['cardio_load_status'] !== 'LOAD_STATUS_NOT_AVAILABLE')).toBe(true);
    const exercises = records((await request('/v3/exercises')).json);
    const thisWeek = exercises.filter((exercise) => String(exercise['start_time']) > '2026-11-16');
    expect(
      thisWeek.filter((exercise) => exercise['has_route'] === true && 'running_index' in exercise).length,
    ).toBeGreaterThan(1);
    expect((await request('/v3/users/activities/samples/2026-11-20')).text).toContain('NON_WEAR');
  });
});

describe('the others', () => {
  it.each([LIAM, MATEO, TEUEA, RAVI])('person %i has no biosensing', async (person) => {
    for (const kind of BIOSENSING) expect(await statusOf(`/v3/users/biosensing/${kind}`, person)).toBe(204);
  });

  it('Liam goes to bed after midnight in California', async () => {
    const nights = records(at((await request('/v3/users/sleep', { person: LIAM })).json, 'nights'));
    expect(nights.length).toBeGreaterThan(26);
    const start = String(nights[5]?.['sleep_start_time']);
    expect([start.slice(0, 10), start.slice(-6)]).toEqual([nights[5]?.['date'], '-07:00']);
  });

  it('Noor has only ten days and no complete load yet', async () => {
    const loads = records((await request('/v3/users/cardio-load/', { person: NOOR })).json);
    expect(loads).toHaveLength(11);
    expect(new Set(loads.map((load) => load['cardio_load_status']))).toEqual(new Set(['LOAD_STATUS_NOT_AVAILABLE']));
  });

  it('Mateo misses nights, and eight days in a row', async () => {
    const days = records((await request('/v3/users/activities', { person: MATEO })).json);
    const nights = records(at((await request('/v3/users/sleep', { person: MATEO })).json, 'nights'));
    expect(nights.length).toBeLessThan(days.length);
    const range = await request('/v3/users/activities/?from=2026-10-10&to=2026-11-06', { person: MATEO });
    const dates = records(range.json).map((day) => Date.parse(String(day['start_time']).slice(0, 10)) / 86_400_000);
    const gaps = dates.map((date, index) => date - (dates[index - 1] ?? date));
    expect(Math.max(...gaps)).toBe(9);
  });

  it('Teuea has a 64-bit id, no routes, no sport details and no physical info', async () => {
    const user = await request('/v3/users/9007199254740993', { person: TEUEA });
    expect(user.text).toContain('"polar-user-id":9007199254740993,');
    expect(await statusOf('/v3/users/physical-info', TEUEA)).toBe(404);
    const exercises = records((await request('/v3/exercises?route=true', { person: TEUEA })).json);
    expect(exercises.length).toBeGreaterThan(5);
    expect(exercises.every((one) => one['has_route'] === false && one['detailed_sport_info'] === null)).toBe(true);
    expect(exercises.every((one) => records(one['route']).length === 0)).toBe(true);
  });

  it('Oskar has 403 everywhere', async () => {
    const paths = [
      '/v3/exercises',
      '/v3/users/sleep',
      '/v3/users/activities',
      `/v3/users/${sim().people[OSKAR]?.userId}`,
    ];
    for (const path of paths) expect(await statusOf(path, OSKAR)).toBe(403);
  });

  it('Hana has 403 for sleep only, and trains with a club', async () => {
    for (const path of ['/v3/users/sleep', '/v3/users/sleep/available', '/v3/users/sleep/2026-11-20']) {
      expect(await statusOf(path, HANA)).toBe(403);
    }
    expect(await statusOf('/v3/users/nightly-recharge', HANA)).toBe(200);
    const exercises = records((await request('/v3/exercises', { person: HANA })).json);
    expect(exercises[0]).toMatchObject({ club_id: 999, club_name: 'Sumida River Runners' });
  });

  it('Ravi has days but never a night', async () => {
    expect((await request('/v3/users/sleep', { person: RAVI })).json).toEqual({ nights: [] });
    expect((await request('/v3/users/nightly-recharge', { person: RAVI })).json).toEqual({ recharges: [] });
    expect(await statusOf('/v3/users/sleepwise/alertness', RAVI)).toBe(204);
    // It is midnight in India: of the 28 days, today has not begun to be recorded.
    expect(records((await request('/v3/users/activities', { person: RAVI })).json)).toHaveLength(27);
  });
});

it('every person is described by an id, a token and a sentence', () => {
  const { people } = sim();
  expect(new Set(people.map(({ token }) => token)).size).toBe(people.length);
  expect(people.every(({ userId, summary }) => /^\d+$/.test(userId) && summary.endsWith('.'))).toBe(true);
});
