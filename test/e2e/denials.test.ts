// A 403 has two meanings: one look at the user tells a person who was never registered from one without a consent.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Gateway, headersOf, NOW, startGateway } from '../support/gateway.ts';
import { takePaths } from './dated-queries.ts';

const AINO = '47110001';
const DAY = '2026-11-20';
const ONE = `{ viewer { day(date: "${DAY}") { activity { steps } } } }`;
const TWO = `{ viewer { day(date: "${DAY}") { activity { steps } cardioLoad { strain } heartRate { statistics { mean } } } } }`;

let gateway: Gateway;
let now = NOW;
beforeEach(async () => {
  now = NOW;
  gateway = await startGateway({ now: () => now });
});
afterEach(() => gateway.close());

/** AccessLink denies all data without a word, and has a user record or none. */
function deny({ isRegistered }: { isRegistered: boolean }): void {
  const path = `/v3/users/${AINO}`;
  if (!isRegistered) gateway.simulator.addFault({ kind: 'status', status: 204, path });
  for (const part of ['activities', 'cardio-load', 'heart-rate', 'exercises'])
    gateway.simulator.addFault({ kind: 'status', status: 403, path: part, json: {} });
}

const codesOf = async (query: string, headers = {}) => {
  const { errors = [], extensions } = await gateway.ask(query, { headers });
  return {
    codes: errors.map(({ extensions: { code } }) => code),
    text: errors.map(({ message }) => message).join(' '),
    calls: extensions.accesslink.calls,
    paths: takePaths(gateway.simulator),
  };
};

describe('a 403', () => {
  it('of somebody whom AccessLink does not know is NOT_REGISTERED, with the remedy', async () => {
    deny({ isRegistered: false });
    const { codes, text, calls, paths } = await codesOf(ONE);
    expect([codes, calls]).toEqual([['NOT_REGISTERED'], 2]);
    expect(text).toContain('sign in at /auth/login, which registers them');
    expect(paths).toEqual([`/v3/users/${AINO}`, `/v3/users/activities/${DAY}`]);
  });

  it('of somebody whom AccessLink knows is CONSENT_REQUIRED, without the other remedy', async () => {
    deny({ isRegistered: true });
    const { codes, text, calls } = await codesOf(ONE);
    expect([codes, calls]).toEqual([['CONSENT_REQUIRED'], 2]);
    expect(text).toContain('account.polar.com');
    expect(text).not.toContain('/auth/login');
  });

  it('of several resources needs one look, which later operations need no more for some minutes', async () => {
    deny({ isRegistered: false });
    const first = await codesOf(TWO);
    expect([first.codes, first.calls]).toEqual([['NOT_REGISTERED', 'NOT_REGISTERED', 'NOT_REGISTERED'], 4]);
    const second = await codesOf(TWO);
    expect([second.codes, second.calls]).toEqual([first.codes, 3]);
    now += 300_000;
    gateway.simulator.clearFaults();
    deny({ isRegistered: true });
    const third = await codesOf(ONE);
    expect([third.codes, third.calls]).toEqual([['CONSENT_REQUIRED'], 2]);
  });

  it('needs no look when the operation reads the user anyway', async () => {
    deny({ isRegistered: false });
    const { codes, calls, paths } = await codesOf(
      `{ viewer { firstName lastName day(date: "${DAY}") { activity { steps } } } }`,
    );
    expect([codes, calls]).toEqual([['NOT_REGISTERED', 'NOT_REGISTERED'], 2]);
    expect(paths).toEqual([`/v3/users/${AINO}`, `/v3/users/activities/${DAY}`]);
  });

  it.each([
    ['The user is not registered', 'NOT_REGISTERED'],
    ['A mandatory consent is missing', 'CONSENT_REQUIRED'],
  ])('that says "%s" needs no look', async (message, code) => {
    gateway.simulator.addFault({ kind: 'status', status: 403, path: 'activities', json: { error: { message } } });
    const { codes, text, calls } = await codesOf(ONE);
    expect([codes, calls]).toEqual([[code], 1]);
    expect(text).toContain(message);
  });

  it('names both remedies when the look fails, or nobody can be looked up', async () => {
    deny({ isRegistered: true });
    gateway.simulator.addFault({ kind: 'status', status: 500, path: `/v3/users/${AINO}`, times: 1 });
    const failed = await codesOf(ONE);
    expect([failed.codes, failed.calls]).toEqual([['CONSENT_REQUIRED'], 2]);
    const { authorization } = headersOf(gateway.simulator, 0);
    const unnamed = await codesOf(ONE, { authorization });
    expect([unnamed.codes, unnamed.calls]).toEqual([['CONSENT_REQUIRED'], 1]);
    for (const { text } of [failed, unnamed]) expect(text).toMatch(/account\.polar\.com.*\/auth\/login/);
  });

  it('of somebody who is not registered is a reason of coverage', async () => {
    deny({ isRegistered: false });
    await codesOf(ONE);
    const range = `{ on: "${DAY}" }`;
    const { data } = await gateway.ask<{ viewer: { coverage: { resource: string; days: object[] }[] } }>(
      `{ viewer { coverage(range: ${range}) { resource days { reason } } } }`,
    );
    const activity = data.viewer.coverage.find(({ resource }) => resource === 'DAILY_ACTIVITY');
    expect(activity?.days).toEqual([{ reason: 'BEFORE_REGISTRATION' }]);
  });
});

describe('a user whom AccessLink does not know', () => {
  it('has one entry for all their fields', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 204, path: `/v3/users/${AINO}` });
    const { data, errors } = await gateway.ask('{ viewer { polarUserId firstName lastName gender } }');
    expect(errors).toMatchObject([
      { path: ['viewer', 'firstName'], extensions: { code: 'NOT_REGISTERED', resource: 'USER' } },
    ]);
    expect(data).toEqual({ viewer: { polarUserId: AINO, firstName: null, lastName: null, gender: null } });
    expect(takePaths(gateway.simulator)).toHaveLength(1);
  });
});
