import { expect, it } from 'vitest';
import { NOW, type RequestAsPerson, at, records, useSimulator } from './simulator-client.ts';

const { sim, request } = useSimulator();
const DAY_MS = 86_400_000;
const AINO = 0;
const NOOR = 2;
const TEUEA = 4;
const HANA = 6;

async function datesOf(
  received: ReturnType<RequestAsPerson>,
  where: readonly string[],
  key: string,
): Promise<string[]> {
  return records(at((await received).json, ...where)).map((record) => String(record[key]).slice(0, 10));
}

it('lists have the last 28 days of the person, today included', async () => {
  const lists = [
    await datesOf(request('/v3/users/activities'), [], 'start_time'),
    await datesOf(request('/v3/users/activities/samples'), [], 'date'),
    await datesOf(request('/v3/users/cardio-load/'), [], 'date'),
    await datesOf(request('/v3/users/sleep'), ['nights'], 'date'),
    await datesOf(request('/v3/users/sleep/available'), ['available'], 'date'),
    await datesOf(request('/v3/users/nightly-recharge'), ['recharges'], 'date'),
    await datesOf(request('/v3/users/biosensing/skintemperature'), [], 'sleep_date'),
  ];
  for (const dates of lists) {
    expect([dates.length, dates[0], dates.at(-1)]).toEqual([28, '2026-10-26', '2026-11-22']);
  }
});

it('today is that of the person’s time zone', async () => {
  const ahead = await datesOf(request('/v3/users/activities', { person: TEUEA }), [], 'start_time');
  expect(ahead.at(-1)).toBe('2026-11-23');
  const tokyo = await datesOf(request('/v3/users/activities', { person: HANA }), [], 'start_time');
  expect(tokyo.at(-1)).toBe('2026-11-23');
});

it('a range may have exactly 28 days', async () => {
  const dates = await datesOf(request('/v3/users/activities/?from=2026-10-01&to=2026-10-28'), [], 'start_time');
  expect([dates.length, dates[0], dates.at(-1)]).toEqual([28, '2026-10-01', '2026-10-28']);
});

it('activity is available for 365 days, nights and heart rate for longer', async () => {
  expect((await request('/v3/users/activities/2025-11-22')).status).toBe(200);
  expect((await request('/v3/users/activities/?from=2025-11-22&to=2025-11-25')).status).toBe(200);
  expect((await request('/v3/users/sleep/2019-02-28')).status).toBe(200);
  expect((await request('/v3/users/continuous-heart-rate/2019-02-28')).status).toBe(200);
});

it('a range of activity without an end ends today', async () => {
  const dates = await datesOf(request('/v3/users/activities/?from=2026-11-20'), [], 'start_time');
  expect(dates).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
});

it('exercises are listed for 30 days by upload, in order of upload', async () => {
  const uploads: string[] = [];
  const starts: string[] = [];
  for (const exercise of records((await request('/v3/exercises')).json)) {
    uploads.push(String(exercise['upload_time']));
    starts.push(String(exercise['start_time']));
  }
  expect(uploads).toEqual(uploads.toSorted());
  expect(starts).not.toEqual(starts.toSorted());
  expect(uploads.every((time) => Date.parse(time) <= NOW && Date.parse(time) > NOW - 30 * DAY_MS)).toBe(true);
  expect(Date.parse(String(uploads[0]))).toBeLessThan(NOW - 28 * DAY_MS);
});

it('an exercise that was uploaded a day late is listed for as long after its upload', async () => {
  const exercises = records((await request('/v3/exercises')).json);
  const late = exercises.find(
    (one) => String(one['upload_time']).slice(0, 10) > String(one['start_time']).slice(0, 10),
  );
  const path = `/v3/exercises/${String(late?.['id'])}`;
  const uploaded = Date.parse(`${String(late?.['upload_time']).slice(0, 10)}T12:00:00Z`);
  sim().setClock(uploaded + 29 * DAY_MS);
  expect((await request(path)).status).toBe(200);
  sim().setClock(uploaded + 30 * DAY_MS);
  expect((await request(path)).status).toBe(404);
  sim().setClock(null);
});

it('an exercise is not listed 30 days after its upload', async () => {
  const [first] = records((await request('/v3/exercises')).json);
  sim().setClock(NOW + DAY_MS * 2);
  expect((await request(`/v3/exercises/${String(first?.['id'])}`)).status).toBe(404);
  sim().setClock(null);
  expect((await request(`/v3/exercises/${String(first?.['id'])}`)).status).toBe(200);
});

it('periods of cardio load have 1 to 180 days or 1 to 6 months', async () => {
  const length = async (path: string): Promise<number> => records((await request(path)).json).length;
  expect(await length('/v3/users/cardio-load/period/days/1')).toBe(1);
  expect(await length('/v3/users/cardio-load/period/days/180')).toBe(180);
  expect(await length('/v3/users/cardio-load/period/months/1')).toBe(31);
});

it('a new user has no data from before the registration', async () => {
  const dates = await datesOf(request('/v3/users/activities', { person: NOOR }), [], 'start_time');
  expect([dates.length, dates[0]]).toEqual([11, '2026-11-12']);
  const first = await request('/v3/users/activities/2026-11-12', { person: NOOR });
  expect(at(first.json, 'start_time')).toBe('2026-11-12T14:23');
  expect((await request('/v3/users/activities/2026-11-11', { person: NOOR })).status).toBe(204);
});

it('SleepWise is filtered by the day of waking up', async () => {
  const [night] = records((await request('/v3/users/sleepwise/alertness/date?from=2026-11-10&to=2026-11-10')).json);
  const { json: sleep } = await request('/v3/users/sleep/2026-11-10');
  const end = `${String(night?.['sleep_period_end_time'])}Z`;
  expect(Date.parse(end)).toBe(Date.parse(String(at(sleep, 'sleep_end_time'))));
});

it('recordings are filtered by the UTC date of their start, tests by the local date', async () => {
  const query = '?from=2026-11-09&to=2026-11-10';
  const starts = await datesOf(request(`/v3/users/biosensing/bodytemperature${query}`), [], 'start_time');
  expect(starts).toEqual(['2026-11-09', '2026-11-10']);
  const contacts = await datesOf(request(`/v3/users/biosensing/skincontacts${query}`), [], 'start_time');
  expect(contacts).toEqual(['2026-11-09', '2026-11-10']);
  const tests = records(
    (await request('/v3/users/biosensing/ecg?from=2026-11-01&to=2026-11-28', { person: HANA })).json,
  );
  const localDates = tests.map((test) => new Date(Number(test['test_time']) + 540 * 60_000).toISOString().slice(0, 10));
  expect(localDates.every((date) => date >= '2026-11-01' && date <= '2026-11-23')).toBe(true);
});

it('today ends at the present, and tomorrow has no data', async () => {
  const { json: today } = await request('/v3/users/activities/2026-11-22?steps=true');
  expect(at(today, 'end_time')).toBe('2026-11-22T20:29:59');
  const { json: heart } = await request('/v3/users/continuous-heart-rate/2026-11-22', { person: AINO });
  const times = records(at(heart, 'heart_rate_samples')).map((sample) => String(sample['sample_time']));
  expect(times.every((time) => time <= '20:30:00')).toBe(true);
  expect((await request('/v3/users/activities/2026-11-23')).status).toBe(204);
});

it('a night is served only when it has ended', async () => {
  sim().setClock(Date.parse('2026-11-22T03:00:00Z'));
  expect((await request('/v3/users/sleep/2026-11-22')).status).toBe(404);
  expect((await request('/v3/users/nightly-recharge/2026-11-22')).status).toBe(404);
  sim().setClock(null);
});
