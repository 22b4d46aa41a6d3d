import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, createSimulator } from '../../src/simulator/simulator.ts';
import { type TestResponse, NOW, at, get, records, send } from './simulator-client.ts';
import { startReceiver } from './webhook-receiver.ts';

const AINO = '47110001';
const TODAY = '2026-11-22';

let sim: Simulator;
beforeEach(async () => {
  sim = await createSimulator({ now: () => NOW });
});
afterEach(() => sim.close());

const request = (path: string, name = 'aino'): Promise<TestResponse> => get(sim, path, `simulator-token-${name}`);
const stepsOf = async (date: string): Promise<number> =>
  Number(at((await request(`/v3/users/activities/${date}`)).json, 'steps'));

describe('an added exercise', () => {
  it('is uploaded now, is last in the list, and has samples and a route', async () => {
    const before = records((await request('/v3/exercises')).json);
    const { exerciseId, date } = sim.addExercise(AINO);
    const after = records((await request('/v3/exercises')).json);
    expect([after.length, date]).toEqual([before.length + 1, TODAY]);
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({
      id: exerciseId,
      upload_time: '2026-11-22T18:30:00.000Z',
      start_time: '2026-11-22T20:00:00',
      sport: 'RUNNING',
    });
    const full = await request(`/v3/exercises/${exerciseId}?samples=true&route=true`);
    expect(records(at(full.json, 'route')).length).toBeGreaterThan(300);
  });

  it('changes the steps and the load of its day, but neither other days nor nights', async () => {
    const paths = ['/v3/users/activities/2026-11-20?steps=true', `/v3/users/sleep/${TODAY}`, '/v3/users/sleep'];
    const textsOf = async (): Promise<string[]> => Promise.all(paths.map(async (path) => (await request(path)).text));
    const loadOf = async (): Promise<unknown> =>
      at((await request(`/v3/users/cardio-load/${TODAY}`)).json, 'cardio_load');
    const [texts, steps, load] = [await textsOf(), await stepsOf(TODAY), await loadOf()];
    sim.addExercise(AINO);
    expect(await stepsOf(TODAY)).toBeGreaterThan(steps + 3000);
    expect(Number(await loadOf())).toBeGreaterThan(Number(load));
    expect(await textsOf()).toEqual(texts);
  });

  it('can have another date and sport, is listed however late its upload, and differs from the next one', async () => {
    const late = sim.addExercise(AINO, { date: '2026-09-01', sport: 'walk' });
    const later = sim.addExercise(AINO, { date: '2026-09-01', sport: 'walk' });
    expect(late.exerciseId).not.toBe(later.exerciseId);
    const received = await request(`/v3/exercises/${late.exerciseId}`);
    expect(received.json).toMatchObject({ start_time: '2026-09-01T12:00:00', sport: 'WALKING' });
    expect(() => sim.addExercise(AINO, { date: '2026-11-23' })).toThrow(/not come yet/);
    expect(() => sim.addExercise('5')).toThrow(/nobody/);
  });

  it('belongs to one person only', async () => {
    const others = await request('/v3/exercises', 'liam');
    sim.addExercise(AINO);
    expect((await request('/v3/exercises', 'liam')).text).toBe(others.text);
  });
});

it('a synchronisation adds to today, and to no other day', async () => {
  const yesterday = await request('/v3/users/activities/2026-11-21?steps=true');
  const first = await stepsOf(TODAY);
  expect(sim.syncDay(AINO)).toEqual({ date: TODAY });
  const second = await stepsOf(TODAY);
  sim.syncDay(AINO);
  expect([second > first + 1000, (await stepsOf(TODAY)) > second + 1000]).toEqual([true, true]);
  expect((await request('/v3/users/activities/2026-11-21?steps=true')).text).toBe(yesterday.text);
});

it('changed data are the same in another simulator with the same seed', async () => {
  const other = await createSimulator({ now: () => NOW });
  for (const one of [sim, other]) {
    one.addExercise(AINO);
    one.syncDay(AINO);
  }
  const path = `/v3/users/activities/${TODAY}?steps=true`;
  expect((await get(other, path, 'simulator-token-aino')).text).toBe((await request(path)).text);
  await other.close();
});

it.each([
  ['sleep', '/v3/users/sleep/2026-11-20', 404, '/v3/users/sleep'],
  ['nightly-recharge', '/v3/users/nightly-recharge/2026-11-20', 404, '/v3/users/nightly-recharge'],
  ['activity', '/v3/users/activities/2026-11-20', 204, '/v3/users/activities/samples'],
  [
    'heart-rate',
    '/v3/users/continuous-heart-rate/2026-11-20',
    404,
    '/v3/users/continuous-heart-rate?from=2026-11-19&to=2026-11-21',
  ],
  ['cardio-load', '/v3/users/cardio-load/2026-11-20', 200, '/v3/users/cardio-load/'],
  [
    'sleepwise',
    '/v3/users/sleepwise/alertness/date?from=2026-11-20&to=2026-11-20',
    204,
    '/v3/users/sleepwise/alertness',
  ],
] as const)(
  'withheld %s is served as if there were none, until it is released',
  async (...[resource, path, status, list]) => {
    const before = [(await request(path)).text, (await request(list)).text];
    sim.withhold(AINO, resource, '2026-11-20');
    const missing = await request(path);
    expect([missing.status, ['', '[]'].includes(missing.text) || missing.status === 404]).toEqual([status, true]);
    expect((await request(list)).text.length).toBeLessThan((before[1] ?? '').length - 50);
    sim.release(AINO, resource, '2026-11-20');
    expect([(await request(path)).text, (await request(list)).text]).toEqual(before);
  },
);

it('physical information changes from now on, also for a person who had none', async () => {
  sim.setClock(NOW + 60_000);
  sim.addPhysicalInfo(AINO, { weightKg: 61 });
  const info = { weight: 61, height: 169, modified: '2026-11-22T18:31:00.000Z' };
  expect((await request('/v3/users/physical-info')).json).toMatchObject(info);
  expect((await request(`/v3/users/${AINO}`)).json).toMatchObject({ weight: 61 });
  expect((await request('/v3/users/physical-info', 'teuea')).status).toBe(404);
  sim.addPhysicalInfo('9007199254740993', { heightCm: 171 });
  expect((await request('/v3/users/physical-info', 'teuea')).json).toMatchObject({ height: 171 });
});

it('events of new data are delivered for data that are really new', async () => {
  const receiver = await startReceiver();
  const events = ['EXERCISE', 'ACTIVITY_SUMMARY'];
  await send(sim, 'POST /v3/webhooks', { authorization: 'client', body: { events, url: receiver.url } });
  const steps = await stepsOf(TODAY);
  const delivered = await sim.deliverNewData(AINO);
  expect(delivered.map(({ event, status }) => [event.type, status])).toEqual([
    ['EXERCISE', 200],
    ['ACTIVITY_SUMMARY', 200],
    ['CONTINUOUS_HEART_RATE', null],
  ]);
  expect(receiver.deliveries).toHaveLength(3);
  expect((await request(`/v3/exercises/${delivered[0]?.event.entityId}`)).status).toBe(200);
  expect(await stepsOf(TODAY)).toBeGreaterThan(steps);
  await receiver.close();
});

it('the control API changes data over HTTP', async () => {
  await sim.close();
  sim = await createSimulator({ now: () => NOW, control: true });
  const control = (request: string, body: unknown): Promise<TestResponse> =>
    send(sim, request, { authorization: '', body });
  const added = await control('POST /control/exercises', { userId: AINO, sport: 'yoga' });
  expect((await request(`/v3/exercises/${String(at(added.json, 'exerciseId'))}`)).status).toBe(200);
  expect((await control('POST /control/syncs', { userId: AINO })).json).toEqual({ date: TODAY });
  const night = { userId: AINO, resource: 'sleep', date: TODAY };
  expect((await control('POST /control/withheld', night)).status).toBe(204);
  expect((await request(`/v3/users/sleep/${TODAY}`)).status).toBe(404);
  expect((await control('DELETE /control/withheld', night)).status).toBe(204);
  expect((await request(`/v3/users/sleep/${TODAY}`)).status).toBe(200);
  expect((await control('POST /control/physical-infos', { userId: AINO, weightKg: 60 })).status).toBe(204);
  expect((await request('/v3/users/physical-info')).json).toMatchObject({ weight: 60 });
  const event = { type: 'SLEEP', userId: AINO };
  const delivered = await control('POST /control/deliveries', { event, options: { times: 2 } });
  expect(delivered.json).toEqual({ status: null });
  expect((await control('POST /control/new-data', { userId: AINO })).json).toHaveLength(3);
  for (const [path, body] of [
    ['exercises', { userId: AINO, sport: 'chess' }],
    ['withheld', { ...night, date: 'today' }],
    ['physical-infos', { userId: AINO, weightKg: 'much' }],
    ['deliveries', { event: { type: 'FIRE', userId: AINO } }],
    ['syncs', { userId: '5' }],
  ] as const) {
    expect((await control(`POST /control/${path}`, body)).status).toBe(400);
  }
});
