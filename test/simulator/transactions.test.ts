import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, createSimulator } from '../../src/simulator/simulator.ts';
import { type Got, NOW, at, records, send } from './asking.ts';

const AINO = '47110001';
const DAY_MS = 86_400_000;
const KINDS = [
  ['physical-information', 'physical-informations', 'physical-informations'],
  ['activity', 'activity-log', 'activities'],
  ['exercise', 'exercises', 'exercises'],
] as const;

let sim: Simulator;
beforeEach(async () => {
  sim = await createSimulator({ now: () => NOW, limits: { short: 1e6, long: 1e6 } });
});
afterEach(() => sim.close());

const ask = (request: string, name = 'aino'): Promise<Got> =>
  send(sim, request, { authorization: `Bearer simulator-token-${name}` });
const pathOf = (kind: string, userId = AINO): string => `/v3/users/${userId}/${kind}-transactions`;

/** The address of a new transaction, without its host; null when there is nothing. */
async function open(kind: string): Promise<string | null> {
  const got = await ask(`POST ${pathOf(kind)}`);
  if (got.status === 204) return null;
  expect(got.status).toBe(201);
  expect(String(at(got.json, 'resource-uri'))).toBe(
    `https://polaraccesslink.com${pathOf(kind)}/${String(at(got.json, 'transaction-id'))}`,
  );
  return new URL(String(at(got.json, 'resource-uri'))).pathname;
}

/** Paths of the items of a transaction; empty when it is gone. */
async function itemsIn(transaction: string | null, list: string): Promise<string[]> {
  const links = (at((await ask(`GET ${transaction}`)).json, list) ?? []) as string[];
  return links.map((link) => new URL(link).pathname);
}

describe.each(KINDS)('a transaction of %s', (kind, list, segment) => {
  it('hands out what waits, each item by its own number', async () => {
    const transaction = await open(kind);
    const items = await itemsIn(transaction, list);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(item).toMatch(new RegExp(`^${transaction}/${segment}/[0-9]{10}$`));
      const got = await ask(`GET ${item}`);
      expect(got.json).toMatchObject({
        id: Number(item.split('/').at(-1)),
        'transaction-id': Number(transaction?.split('/').at(-1)),
        'polar-user': `https://www.polaraccesslink.com/v3/users/${AINO}`,
      });
      expect(got.text).not.toMatch(/"[a-z-]*_[a-z_-]*":/);
    }
  });

  it('hands the same out again until a commit, and never after it', async () => {
    const [first, second] = [await open(kind), await open(kind)];
    const last = (path: string): string | undefined => path.split('/').at(-1);
    const [items, again] = [await itemsIn(first, list), await itemsIn(second, list)];
    expect(first).not.toBe(second);
    expect(again.map(last)).toEqual(items.map(last));
    expect((await ask(`PUT ${first}`)).status).toBe(200);
    expect(await open(kind)).toBeNull();
    for (const path of [first, second, items[0], again[0]]) expect((await ask(`GET ${path}`)).status).toBe(204);
    for (const path of [first, second]) expect((await ask(`PUT ${path}`)).status).toBe(204);
  });

  it('is of its owner alone', async () => {
    const transaction = await open(kind);
    const [item] = await itemsIn(transaction, list);
    for (const request of [`POST ${pathOf(kind)}`, `GET ${transaction}`, `PUT ${transaction}`, `GET ${item}`]) {
      expect((await ask(request, 'liam')).status).toBe(403);
    }
    const borrowed = transaction?.replace(AINO, '47110002');
    expect((await ask(`PUT ${borrowed}`, 'liam')).status).toBe(204);
    expect(await itemsIn(transaction, list)).toHaveLength((await itemsIn(await open(kind), list)).length);
  });

  it('needs the consent, the registration and a token', async () => {
    expect((await ask(`POST ${pathOf(kind, '47110006')}`, 'oskar')).status).toBe(403);
    expect((await ask(`POST ${pathOf(kind, '47110009')}`, 'sofia')).status).toBe(403);
    expect((await ask(`POST ${pathOf(kind)}`, 'nobody')).status).toBe(401);
    expect((await send(sim, `POST ${pathOf(kind)}`, { authorization: 'client' })).status).toBe(401);
  });
});

it.each([
  ['physical-information', 404, 204],
  ['activity', 404, 204],
  ['exercise', 204, 404],
])(
  'answers as documented when a transaction of %s is not there: %i to its list, %i to its commit',
  async (kind, list, commit) => {
    sim.setDialect('documented');
    expect((await ask(`GET ${pathOf(kind)}/1`)).status).toBe(list);
    expect((await ask(`PUT ${pathOf(kind)}/1`)).status).toBe(commit);
  },
);

it('hands out at most 50 items, the oldest first, and the rest after the commit', async () => {
  for (let added = 0; added < 55; added += 1) sim.addPhysicalInfo(AINO, { weightKg: 60 + added });
  const first = await open('physical-information');
  const items = await itemsIn(first, 'physical-informations');
  expect(items).toHaveLength(50);
  expect((await ask(`GET ${items[1]}`)).json).toMatchObject({ weight: 60, height: 169 });
  await ask(`PUT ${first}`);
  const rest = await itemsIn(await open('physical-information'), 'physical-informations');
  expect(rest).toHaveLength(6);
  expect((await ask(`GET ${rest[5]}`)).json).toMatchObject({ weight: 114, 'weight-source': 'SOURCE_USER' });
});

describe('what arrives later', () => {
  it('waits in the next transaction, with nothing that was committed', async () => {
    for (const [kind] of KINDS) await ask(`PUT ${await open(kind)}`);
    const { exerciseId } = sim.addExercise(AINO, { sport: 'walk' });
    sim.syncDay(AINO);
    sim.addPhysicalInfo(AINO, { weightKg: 61 });
    const [walk] = await itemsIn(await open('exercise'), 'exercises');
    expect((await ask(`GET ${walk}`)).json).toMatchObject({ sport: 'WALKING', 'start-time': '2026-11-22T20:00:00' });
    expect(walk).not.toContain(exerciseId);
    const days = await itemsIn(await open('activity'), 'activity-log');
    expect((await ask(`GET ${days[0]}`)).json).toMatchObject({ date: '2026-11-22', duration: 'PT20H30M' });
    expect(await itemsIn(await open('physical-information'), 'physical-informations')).toHaveLength(1);
  });

  it('can come by itself as the days go by, and is out of reach after 28', async () => {
    await ask(`PUT ${await open('activity')}`);
    sim.setClock(NOW + DAY_MS);
    const days = await itemsIn(await open('activity'), 'activity-log');
    expect((await ask(`GET ${days[0]}`)).json).toMatchObject({ date: '2026-11-22', duration: 'PT24H' });
    expect(days).toHaveLength(1);
    sim.setClock(NOW + 40 * DAY_MS);
    expect(await itemsIn(await open('activity'), 'activity-log')).toHaveLength(28);
  });
});

describe('an item', () => {
  it('of activity agrees with the resource by date, and has steps and zones by the hour', async () => {
    const [item] = await itemsIn(await open('activity'), 'activity-log');
    const { json: summary } = await ask(`GET ${item}`);
    const date = String(at(summary, 'date'));
    const { json: day } = await ask(`GET /v3/users/activities/${date}`);
    expect([at(summary, 'active-steps'), at(summary, 'calories')]).toEqual([at(day, 'steps'), at(day, 'calories')]);
    const steps = await ask(`GET ${item}/step-samples`);
    expect(steps.json).toMatchObject({ date, interval: 60 });
    const hours = records(at(steps.json, 'samples'));
    expect([hours.length, hours[9]?.['time']]).toEqual([24, '09:00:00.000']);
    expect(hours.reduce((sum, hour) => sum + Number(hour['steps']), 0)).toBe(at(day, 'steps'));
    const zones = records(at((await ask(`GET ${item}/zone-samples`)).json, 'samples'));
    expect(zones).toHaveLength(24);
    expect(records(zones[3]?.['activity-zones'])).toContainEqual({ index: 0, inzone: 'PT1H' });
  });

  it('of an exercise has zones, and samples of each type that was recorded', async () => {
    const [item] = await itemsIn(await open('exercise'), 'exercises');
    const zones = records(at((await ask(`GET ${item}/heart-rate-zones`)).json, 'zone'));
    expect(zones.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5]);
    const links = at((await ask(`GET ${item}/samples`)).json, 'samples') as string[];
    expect(links.map((link) => link.split('/').at(-1))).toEqual(expect.arrayContaining(['0', '11']));
    for (const link of links) {
      const got = await ask(`GET ${new URL(link).pathname}`);
      expect(got.json).toMatchObject({ 'sample-type': link.split('/').at(-1) });
    }
    expect((await ask(`GET ${item}/samples/7`)).status).toBe(204);
  });
});

describe('notifications', () => {
  const notices = async (): Promise<string[]> => {
    const got = await send(sim, 'GET /v3/notifications', { authorization: 'client' });
    if (got.status === 204) return [];
    return records(at(got.json, 'available-user-data')).map(
      (one) => `${String(one['user-id'])} ${String(one['data-type'])}`,
    );
  };

  it('tell the client who has what waiting, and nobody who does not share it', async () => {
    const got = await send(sim, 'GET /v3/notifications', { authorization: 'client' });
    expect(records(at(got.json, 'available-user-data'))[1]).toEqual({
      'user-id': 47_110_001,
      'data-type': 'ACTIVITY_SUMMARY',
      url: `https://www.polaraccesslink.com/v3/users/${AINO}/activity-transactions`,
    });
    expect(got.text).toContain('"user-id":9007199254740993,');
    const all = await notices();
    expect(all.filter((one) => one.startsWith('47110006') || one.startsWith('47110009'))).toEqual([]);
    expect(all.filter((one) => one.startsWith('47110003'))).toHaveLength(3);
    await ask(`PUT ${await open('activity')}`);
    expect(await notices()).toEqual(all.filter((one) => one !== `${AINO} ACTIVITY_SUMMARY`));
  });

  it('are none when everybody is gone, and for the client alone', async () => {
    for (const { userId, token } of sim.people) {
      await send(sim, `DELETE /v3/users/${userId}`, { authorization: `Bearer ${token}` });
    }
    expect(await notices()).toEqual([]);
    expect((await ask('GET /v3/notifications')).status).toBe(401);
  });
});
