import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Gateway, headersOf, NOW, startGateway } from '../support/gateway.ts';
import { dated, takePaths } from './dated-queries.ts';
import { questions } from './questions.ts';

let gateway: Gateway;
let now = NOW;

beforeEach(async () => {
  now = NOW;
  // In one go: how many operations join a call depends on what else the machine does otherwise.
  gateway = await startGateway({ now: () => now, app: { timing: { sliceMs: Number.POSITIVE_INFINITY } } });
});

afterEach(() => gateway.close());

const days = (count: number, fields: string) =>
  `{ viewer { days(range: { lastDays: ${count} }) { nodes { date ${fields} } } } }`;
const FOUR = days(28, 'activity { steps } cardioLoad { strain } night { sleepScore recharge { ansCharge } }');

describe('the requests of an operation that is paused at every field', () => {
  it.each(questions)('are the same for $name, and so is the answer', async ({ query, paths }) => {
    const operation = dated(query, NOW);
    const whole = await gateway.ask(operation);
    const paused = await startGateway({ now: () => now, app: { timing: { sliceMs: -1 } } });
    const answer = await paused.ask(operation);
    expect(takePaths(paused.simulator)).toEqual(paths.map((path) => dated(path, NOW)).sort());
    expect(answer.data).toEqual(whole.data);
    await paused.close();
  });
});

describe('the requests of an operation', () => {
  it.each(questions)('are the fewest for $name, as planned, and none the second time', async ({ query, paths }) => {
    const operation = dated(query, NOW);
    const planned = await gateway.ask(operation, { headers: { 'accesslink-plan': 'only' } });
    const cold = await gateway.ask(operation);
    const sent = takePaths(gateway.simulator);
    expect(sent).toEqual(paths.map((path) => dated(path, NOW)).sort());
    const plan = planned.extensions.accesslink.plan?.map(({ path }) => path) ?? [];
    expect(plan.toSorted()).toEqual(sent);
    expect(cold.extensions.accesslink.calls).toBe(paths.length);

    const warm = await gateway.ask(operation);
    expect(takePaths(gateway.simulator)).toEqual([]);
    expect(warm.extensions.accesslink.calls).toBe(0);
    expect(warm.data).toEqual(cold.data);
  });

  it('are sent once for ten equal operations at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => gateway.ask(FOUR)));
    expect(takePaths(gateway.simulator)).toHaveLength(4);
    expect(answers.reduce((calls, answer) => calls + answer.extensions.accesslink.calls, 0)).toBe(4);
    expect(answers.reduce((joined, answer) => joined + answer.extensions.accesslink.joined, 0)).toBe(36);
    for (const answer of answers) expect(answer.data).toEqual(answers[0]?.data);
  });

  it('are not shared between users, nor between two tokens', async () => {
    const headers = [headersOf(gateway.simulator, 0), headersOf(gateway.simulator, 1)];
    const answers = await Promise.all(
      headers.map((own) => gateway.ask(days(3, 'activity { steps }'), { headers: own })),
    );
    expect(takePaths(gateway.simulator)).toHaveLength(2);
    expect(answers[0]?.data).not.toEqual(answers[1]?.data);
    const withOther = {
      authorization: headers[1]?.authorization ?? '',
      'polar-user-id': headers[0]?.['polar-user-id'] ?? '',
    };
    await gateway.ask(days(3, 'activity { steps }'), { headers: withOther });
    expect(takePaths(gateway.simulator)).toHaveLength(1);
  });

  it('are for the additional days only when the range grows', async () => {
    await gateway.ask(days(28, 'activity { steps }'));
    takePaths(gateway.simulator);
    const grown = await gateway.ask(days(40, 'activity { steps }'));
    expect(takePaths(gateway.simulator)).toEqual([dated('/v3/users/activities/?from=$-39&to=$-28', NOW)]);
    expect(grown.extensions.accesslink.fromMemory).toBe(28);
  });

  it('repeat a record with more flags only when it is cached without them', async () => {
    const plain = days(2, 'activity { steps }');
    const withSamples = days(2, 'activity { samples { steps { steps } } }');
    await gateway.ask(plain);
    await gateway.ask(withSamples);
    expect(takePaths(gateway.simulator)).toEqual(
      ['/v3/users/activities/?from=$-1&to=$-0', '/v3/users/activities/?from=$-1&to=$-0&steps=true'].map((path) =>
        dated(path, NOW),
      ),
    );
    now += 60_000;
    await gateway.ask(plain);
    expect(takePaths(gateway.simulator)).toEqual([]);
  });

  it('follow the ttl: today is fresh for minutes, last week for hours', async () => {
    const query = days(7, 'activity { steps }');
    await gateway.ask(query);
    takePaths(gateway.simulator);
    now += 10 * 60_000;
    await gateway.ask(query);
    expect(takePaths(gateway.simulator)).toEqual([dated('/v3/users/activities/$-0', NOW)]);
  });
});

describe('a day out of the window of AccessLink', () => {
  it('is absent without a request or an error, and does not affect other days', async () => {
    const query = dated(
      '{ viewer { old: day(date: "$-500") { date activity { steps } exercises { id } } day(date: "$-1") { activity { steps } } } }',
      NOW,
    );
    const { data, errors, extensions } = await gateway.ask<{ viewer: { old: object; day: { activity: object } } }>(
      query,
    );
    const [from, to] = [dated('$-500', NOW), dated('$-500', NOW)];
    expect(errors).toBeUndefined();
    expect(extensions.accesslink.absent).toEqual([
      { resource: 'DAILY_ACTIVITY', from, to, reason: 'OUT_OF_WINDOW' },
      { resource: 'EXERCISES', from, to, reason: 'OUT_OF_WINDOW' },
    ]);
    expect(data.viewer.old).toEqual({ date: dated('$-500', NOW), activity: null, exercises: null });
    expect(data.viewer.day.activity).not.toBeNull();
    expect(takePaths(gateway.simulator)).toEqual([dated('/v3/users/activities/$-1', NOW)]);
  });

  it('is one by every clock: where the caller’s is ahead, the day before the list has no sessions and is absent', async () => {
    const query = '{ viewer { days(range: { lastDays: 32 }, first: 2) { nodes { date exercises { id } } } } }';
    const { data, extensions } = await gateway.ask(query, { headers: { 'accesslink-time-zone': 'Asia/Kolkata' } });
    const [absent, listed] = [dated('$-30', NOW), dated('$-29', NOW)];
    expect(extensions.accesslink.absent).toEqual([
      { resource: 'EXERCISES', from: absent, to: absent, reason: 'OUT_OF_WINDOW' },
    ]);
    expect(data).toEqual({
      viewer: {
        days: {
          nodes: [
            { date: absent, exercises: null },
            { date: listed, exercises: expect.any(Array) },
          ],
        },
      },
    });
    expect(takePaths(gateway.simulator)).toEqual(['/v3/exercises']);
  });
});

describe('a page of nights behind today, of somebody who has none', () => {
  it('looks for earlier nights once: asked again, nothing is requested', async () => {
    const headers = { ...headersOf(gateway.simulator, 7), 'accesslink-time-zone': 'Asia/Kolkata' };
    const query = '{ viewer { nights(first: 4, after: "2026-11-25") { pageInfo { hasPreviousPage } } } }';
    const first = await gateway.ask(query, { headers });
    expect(first.data).toEqual({ viewer: { nights: { pageInfo: { hasPreviousPage: false } } } });
    expect(takePaths(gateway.simulator)).toEqual(['/v3/users/sleep', '/v3/users/sleep/2026-11-23']);
    expect((await gateway.ask(query, { headers })).data).toEqual(first.data);
    expect(takePaths(gateway.simulator)).toEqual([]);
  });
});
