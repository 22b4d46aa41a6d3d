import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, createSimulator } from '../../src/simulator/simulator.ts';
import { type TestResponse, NOW, at, records, send } from './simulator-client.ts';

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

const request = (line: string, name = 'aino'): Promise<TestResponse> =>
  send(sim, line, { authorization: `Bearer simulator-token-${name}` });
const pathOf = (kind: string, userId = AINO): string => `/v3/users/${userId}/${kind}-transactions`;

/** The address of a new transaction, without its host; null when there are no items. */
async function open(kind: string): Promise<string | null> {
  const { status, json } = await request(`POST ${pathOf(kind)}`);
  if (status === 204) return null;
  expect(status).toBe(201);
  const uri = String(at(json, 'resource-uri'));
  expect(uri).toBe(`https://polaraccesslink.com${pathOf(kind)}/${String(at(json, 'transaction-id'))}`);
  return new URL(uri).pathname;
}

/** Paths of the items of a transaction; empty when it does not exist. */
async function itemsIn(transaction: string | null, list: string): Promise<string[]> {
  const links = (at((await request(`GET ${transaction}`)).json, list) ?? []) as string[];
  return links.map((link) => new URL(link).pathname);
}

describe.each(KINDS)('a transaction of %s', (kind, list, segment) => {
  it('lists the pending items, each with its own number', async () => {
    const transaction = await open(kind);
    const items = await itemsIn(transaction, list);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(item).toMatch(new RegExp(`^${transaction}/${segment}/[0-9]{10}$`));
      const { json, text } = await request(`GET ${item}`);
      expect(json).toMatchObject({
        id: Number(item.split('/').at(-1)),
        'transaction-id': Number(transaction?.split('/').at(-1)),
        'polar-user': `https://www.polaraccesslink.com/v3/users/${AINO}`,
      });
      expect(text).not.toMatch(/"[a-z-]*_[a-z_-]*":/);
    }
  });

  it('lists the same items again until a commit, and never after it', async () => {
    const [first, second] = [await open(kind), await open(kind)];
    const last = (path: string): string | undefined => path.split('/').at(-1);
    const [items, again] = [await itemsIn(first, list), await itemsIn(second, list)];
    expect(first).not.toBe(second);
    expect(again.map(last)).toEqual(items.map(last));
    expect((await request(`PUT ${first}`)).status).toBe(200);
    expect(await open(kind)).toBeNull();
    for (const path of [first, second, items[0], again[0]]) expect((await request(`GET ${path}`)).status).toBe(204);
    for (const path of [first, second]) expect((await request(`PUT ${path}`)).status).toBe(204);
  });

  it('belongs to its owner only', async () => {
    const transaction = await open(kind);
    const [item] = await itemsIn(transaction, list);
    for (const line of [`POST ${pathOf(kind)}`, `GET ${transaction}`, `PUT ${transaction}`, `GET ${item}`]) {
      expect((await request(line, 'liam')).status).toBe(403);
    }
    const borrowed = transaction?.replace(AINO, '47110002');
    expect((await request(`PUT ${borrowed}`, 'liam')).status).toBe(204);
    expect(await itemsIn(transaction, list)).toHaveLength((await itemsIn(await open(kind), list)).length);
  });

  it('needs the consent, the registration and a token', async () => {
    expect((await request(`POST ${pathOf(kind, '47110006')}`, 'oskar')).status).toBe(403);
    expect((await request(`POST ${pathOf(kind, '47110009')}`, 'sofia')).status).toBe(403);
    expect((await request(`POST ${pathOf(kind)}`, 'nobody')).status).toBe(401);
    expect((await send(sim, `POST ${pathOf(kind)}`, { authorization: 'client' })).status).toBe(401);
  });
});

it.each([
  ['physical-information', 404, 204],
  ['activity', 404, 204],
  ['exercise', 204, 404],
])(
  'a missing transaction of %s responds as documented: %i to its list, %i to its commit',
  async (kind, list, commit) => {
    sim.setDialect('documented');
    expect((await request(`GET ${pathOf(kind)}/1`)).status).toBe(list);
    expect((await request(`PUT ${pathOf(kind)}/1`)).status).toBe(commit);
  },
);

it('a transaction has at most 50 items, the oldest first, and the next one has the rest', async () => {
  for (let added = 0; added < 55; added += 1) sim.addPhysicalInfo(AINO, { weightKg: 60 + added });
  const first = await open('physical-information');
  const items = await itemsIn(first, 'physical-informations');
  expect(items).toHaveLength(50);
  expect((await request(`GET ${items[1]}`)).json).toMatchObject({ weight: 60, height: 169 });
  await request(`PUT ${first}`);
  const rest = await itemsIn(await open('physical-information'), 'physical-informations');
  expect(rest).toHaveLength(6);
  expect((await request(`GET ${rest[5]}`)).json).toMatchObject({ weight: 114, 'weight-source': 'SOURCE_USER' });
});

describe('later data', () => {
  it('are in the next transaction, with nothing that was committed', async () => {
    for (const [kind] of KINDS) await request(`PUT ${await open(kind)}`);
    const { exerciseId } = sim.addExercise(AINO, { sport: 'walk' });
    sim.syncDay(AINO);
    sim.addPhysicalInfo(AINO, { weightKg: 61 });
    const [walk] = await itemsIn(await open('exercise'), 'exercises');
    expect((await request(`GET ${walk}`)).json).toMatchObject({
      sport: 'WALKING',
      'start-time': '2026-11-22T20:00:00',
    });
    expect(walk).not.toContain(exerciseId);
    const days = await itemsIn(await open('activity'), 'activity-log');
    expect((await request(`GET ${days[0]}`)).json).toMatchObject({ date: '2026-11-22', duration: 'PT20H30M' });
    expect(await itemsIn(await open('physical-information'), 'physical-informations')).toHaveLength(1);
  });

  it('appear by themselves as the days go by, and are unavailable after 28', async () => {
    await request(`PUT ${await open('activity')}`);
    sim.setClock(NOW + DAY_MS);
    const days = await itemsIn(await open('activity'), 'activity-log');
    expect((await request(`GET ${days[0]}`)).json).toMatchObject({ date: '2026-11-22', duration: 'PT24H' });
    expect(days).toHaveLength(1);
    sim.setClock(NOW + 40 * DAY_MS);
    expect(await itemsIn(await open('activity'), 'activity-log')).toHaveLength(28);
  });
});

describe('an item', () => {
  it('of activity agrees with the resource by date, and has steps and zones by the hour', async () => {
    const [item] = await itemsIn(await open('activity'), 'activity-log');
    const { json: summary } = await request(`GET ${item}`);
    const date = String(at(summary, 'date'));
    const { json: day } = await request(`GET /v3/users/activities/${date}`);
    expect([at(summary, 'active-steps'), at(summary, 'calories')]).toEqual([at(day, 'steps'), at(day, 'calories')]);
    const steps = await request(`GET ${item}/step-samples`);
    expect(steps.json).toMatchObject({ date, interval: 60 });
    const hours = records(at(steps.json, 'samples'));
    expect([hours.length, hours[9]?.['time']]).toEqual([24, '09:00:00.000']);
    expect(hours.reduce((sum, hour) => sum + Number(hour['steps']), 0)).toBe(at(day, 'steps'));
    const zones = records(at((await request(`GET ${item}/zone-samples`)).json, 'samples'));
    expect(zones).toHaveLength(24);
    expect(records(zones[3]?.['activity-zones'])).toContainEqual({ index: 0, inzone: 'PT1H' });
  });

  it('of an exercise has zones, and samples of each type that was recorded', async () => {
    const [item] = await itemsIn(await open('exercise'), 'exercises');
    const zones = records(at((await request(`GET ${item}/heart-rate-zones`)).json, 'zone'));
    expect(zones.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5]);
    const links = at((await request(`GET ${item}/samples`)).json, 'samples') as string[];
    expect(links.map((link) => link.split('/').at(-1))).toEqual(expect.arrayContaining(['0', '11']));
    for (const link of links) {
      const received = await request(`GET ${new URL(link).pathname}`);
      expect(received.json).toMatchObject({ 'sample-type': link.split('/').at(-1) });
    }
    expect((await request(`GET ${item}/samples/7`)).status).toBe(204);
  });
});

describe('notifications', () => {
  const notifications = async (): Promise<string[]> => {
    const { status, json } = await send(sim, 'GET /v3/notifications', { authorization: 'client' });
    const entries = status === 204 ? [] : records(at(json, 'available-user-data'));
    return entries.map((one) => `${String(one['user-id'])} ${String(one['data-type'])}`);
  };

  it('list the pending data of every user who shares them', async () => {
    const received = await send(sim, 'GET /v3/notifications', { authorization: 'client' });
    expect(records(at(received.json, 'available-user-data'))[1]).toEqual({
      'user-id': 47_110_001,
      'data-type': 'ACTIVITY_SUMMARY',
      url: `https://www.polaraccesslink.com/v3/users/${AINO}/activity-transactions`,
    });
    expect(received.text).toContain('"user-id":9007199254740993,');
    const all = await notifications();
    expect(all.filter((one) => one.startsWith('47110006') || one.startsWith('47110009'))).toEqual([]);
    expect(all.filter((one) => one.startsWith('47110003'))).toHaveLength(3);
    await request(`PUT ${await open('activity')}`);
    expect(await notifications()).toEqual(all.filter((one) => one !== `${AINO} ACTIVITY_SUMMARY`));
  });

  it('are empty without users, and for the client only', async () => {
    for (const { userId, token } of sim.people) {
      await send(sim, `DELETE /v3/users/${userId}`, { authorization: `Bearer ${token}` });
    }
    expect(await notifications()).toEqual([]);
    expect((await request('GET /v3/notifications')).status).toBe(401);
  });
});
