import { expect, it } from 'vitest';
import { NOW, get, useSimulator } from './simulator-client.ts';

const DAY_MS = 86_400_000;
const first = useSimulator();
const later = useSimulator({ now: () => NOW + 5 * DAY_MS });
const seeded = useSimulator({ seed: 2 });

const PATHS = [
  '/v3/users/activities/samples/2026-11-15',
  '/v3/users/continuous-heart-rate/2026-11-15',
  '/v3/users/sleep/2026-11-15',
  '/v3/users/nightly-recharge/2026-11-15',
  '/v3/users/cardio-load/2026-11-15',
  '/v3/users/sleepwise/alertness/date?from=2026-11-15&to=2026-11-16',
  '/v3/users/sleepwise/circadian-bedtime/date?from=2026-11-15&to=2026-11-16',
  '/v3/users/biosensing/bodytemperature?from=2026-11-10&to=2026-11-16',
  '/v3/users/biosensing/skincontacts?from=2026-11-10&to=2026-11-16',
  '/v3/users/biosensing/ecg?from=2026-11-10&to=2026-11-16',
  '/v3/users/biosensing/spo2?from=2026-11-10&to=2026-11-16',
];

it.each(PATHS)('%s has the same data at any later time', async (path) => {
  expect((await later.request(path)).text).toBe((await first.request(path)).text);
});

it.each(PATHS)('%s has other data with another seed', async (path) => {
  expect((await seeded.request(path)).text).not.toBe((await first.request(path)).text);
});

it('exercises and their ids are the same at any later time', async () => {
  const { json } = await later.request('/v3/exercises?samples=true&route=true');
  const [exercise] = json as { id: string }[];
  expect((await first.request(`/v3/exercises/${exercise?.id}?samples=true&route=true`)).json).toEqual(exercise);
});

it('every person has data of their own', async () => {
  const { people } = first.sim();
  const texts = await Promise.all(
    people.map(({ token }) => get(first.sim(), '/v3/users/activities/2026-11-20?steps=true', token)),
  );
  const shown = texts.filter(({ status }) => status === 200).map(({ text }) => text);
  expect(new Set(shown).size).toBe(shown.length);
});
