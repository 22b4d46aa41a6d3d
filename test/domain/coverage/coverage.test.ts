import { describe, expect, it } from 'vitest';
import { type AskOptions, type Gateway, headersOf, NOW, startGateway } from '../../support/gateway.ts';
import { inSqlite } from '../../store/sqlite-database.ts';
import { DAY } from '../../store/test-database.ts';
import { clockAt } from '../../support/clocks.ts';

const QUERY = `query ($range: DateRange) { viewer { coverage(range: $range) {
  resource freshDays staleDays missingDays oldest newest days { date status reason fetchedAt }
} } }`;

interface Resource {
  readonly resource: string;
  readonly freshDays: number;
  readonly staleDays: number;
  readonly missingDays: number;
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly days: readonly Day[];
}
interface Day {
  readonly date: string;
  readonly status: string;
  readonly reason: string | null;
  readonly fetchedAt: string | null;
}

/** Coverage by resource; fails when anything was asked of AccessLink for it. */
async function coverage(gateway: Gateway, range: object, options: AskOptions = {}): Promise<Map<string, Resource>> {
  const before = gateway.simulator.requests.length;
  const { data, extensions } = await gateway.ask<{ viewer: { coverage: Resource[] } }>(QUERY, {
    ...options,
    variables: { range },
  });
  expect(gateway.simulator.requests).toHaveLength(before);
  expect(extensions.accesslink.calls).toBe(0);
  return new Map(data.viewer.coverage.map((one) => [one.resource, one]));
}

/** Status and reason of one day of a resource. */
async function stateOf(gateway: Gateway, resource: string, date: string): Promise<string> {
  const found = (await coverage(gateway, { on: date })).get(resource)?.days[0];
  return `${found?.status} ${found?.reason}`;
}

const steps = (range: string) => `{ viewer { days(range: { ${range} }) { nodes { activity { steps } } } } }`;
const sessions = '{ viewer { exercises { nodes { durationSeconds } } } }';
const sleep = '{ viewer { night(date: "2026-11-20") { sleepScore } } }';

describe('coverage of a day', () => {
  it(
    'is told for every status and reason',
    inSqlite(async (place) => {
      let now = NOW;
      const store = await place.open({ clock: clockAt(() => now) });
      const gateway = await startGateway({ now: () => now, store });
      const { simulator } = gateway;
      const userId = simulator.people[0]?.userId ?? '';

      expect(await stateOf(gateway, 'DAILY_ACTIVITY', '2026-11-20')).toBe('MISSING null');
      expect(await stateOf(gateway, 'DAILY_ACTIVITY', '2026-11-24')).toBe('MISSING NOT_YET');
      expect(await stateOf(gateway, 'DAILY_ACTIVITY', '2025-10-01')).toBe('MISSING OUT_OF_WINDOW');

      simulator.withhold(userId, 'activity', '2026-11-19');
      await gateway.ask(steps('between: { from: "2026-11-18", to: "2026-11-20" }'));
      expect(await stateOf(gateway, 'DAILY_ACTIVITY', '2026-11-20')).toBe('FRESH null');
      expect(await stateOf(gateway, 'DAILY_ACTIVITY', '2026-11-19')).toBe('FRESH NO_DATA');

      now += 10 * DAY;
      expect(await stateOf(gateway, 'DAILY_ACTIVITY', '2026-11-20')).toBe('STALE null');
      expect(await stateOf(gateway, 'DAILY_ACTIVITY', '2026-11-19')).toBe('STALE NO_DATA');

      now += 400 * DAY;
      expect(await stateOf(gateway, 'DAILY_ACTIVITY', '2026-11-20')).toBe('STALE OUT_OF_WINDOW');
      await gateway.close();
    }),
  );

  it.each([
    [403, 'NO_CONSENT', 15],
    [429, 'RATE_LIMITED', 16],
  ])('tells that AccessLink answered %i, which is %s, for a while', async (status, reason, minutes) => {
    let now = NOW;
    const clock = { ...clockAt(() => now), elapsed: () => now };
    const gateway = await startGateway({ now: () => now, app: { clock } });
    gateway.simulator.addFault({ path: '/sleep', kind: 'status', status });
    await gateway.ask(sleep);
    expect(await stateOf(gateway, 'SLEEP', '2026-11-20')).toBe(`MISSING ${reason}`);
    expect(await stateOf(gateway, 'SLEEP', '2026-11-02')).toBe(`MISSING ${reason}`);
    expect(await stateOf(gateway, 'NIGHTLY_RECHARGE', '2026-11-20')).toBe('MISSING null');
    const other = await coverage(gateway, { on: '2026-11-20' }, { headers: headersOf(gateway.simulator, 1) });
    expect(other.get('SLEEP')?.days[0]?.reason).toBeNull();
    now += minutes * 60_000;
    expect(await stateOf(gateway, 'SLEEP', '2026-11-20')).toBe('MISSING null');
    gateway.simulator.clearFaults();
    await gateway.ask(sleep);
    expect(await stateOf(gateway, 'SLEEP', '2026-11-20')).toBe('FRESH null');
    expect(await stateOf(gateway, 'SLEEP', '2026-11-02')).toBe('MISSING null');
    await gateway.close();
  });

  it('drops a denial when AccessLink answers again', async () => {
    const gateway = await startGateway();
    gateway.simulator.addFault({ path: '/sleep', kind: 'status', status: 403, times: 1 });
    await gateway.ask(sleep);
    expect(await stateOf(gateway, 'SLEEP', '2026-11-02')).toBe('MISSING NO_CONSENT');
    await gateway.ask(sleep, { headers: { 'accesslink-plan': 'only' } });
    expect(await stateOf(gateway, 'SLEEP', '2026-11-02')).toBe('MISSING NO_CONSENT');
    await gateway.ask(sleep);
    expect(await stateOf(gateway, 'SLEEP', '2026-11-02')).toBe('MISSING null');
    await gateway.close();
  });

  it('tells of exercises by their one list, and what lies before the registration', async () => {
    const gateway = await startGateway({
      app: ({ people }) => ({ defaultUser: { polarUserId: people[1]?.userId ?? '', token: people[1]?.token ?? '' } }),
    });
    const on = (date: string) => stateOf(gateway, 'EXERCISES', date);
    expect(await on('2026-11-20')).toBe('MISSING null');
    expect(await on('2000-01-01')).toBe('MISSING OUT_OF_WINDOW');
    await gateway.ask('{ viewer { registeredAt } }');
    expect(await on('2000-01-01')).toBe('MISSING BEFORE_REGISTRATION');
    expect(await stateOf(gateway, 'DAILY_ACTIVITY', '2000-01-01')).toBe('MISSING OUT_OF_WINDOW');
    await gateway.ask(sessions);
    const { data } = await gateway.ask<{ viewer: { exercises: { nodes: { date: string }[] } } }>(
      '{ viewer { exercises { nodes { date } } } }',
    );
    const dates = new Set(data.viewer.exercises.nodes.map(({ date }) => date));
    const days = (await coverage(gateway, { lastDays: 28 })).get('EXERCISES')?.days ?? [];
    expect(days.map(({ status, reason }) => [status, reason])).toEqual(
      days.map(({ date }) => ['FRESH', dates.has(date) ? null : 'NO_DATA']),
    );
    expect(new Set(days.map(({ reason }) => reason))).toEqual(new Set([null, 'NO_DATA']));
    await gateway.close();
  });
});

describe('coverage of a resource', () => {
  it(
    'sums its days up, and is the same after a restart',
    inSqlite(async (place) => {
      const store = await place.open();
      const first = await startGateway({ store });
      await first.ask(steps('lastDays: 5'));
      await first.ask(sessions);
      const range = { lastDays: 30 };
      const before = await coverage(first, range);
      expect(before.get('DAILY_ACTIVITY')).toMatchObject({
        freshDays: 5,
        staleDays: 0,
        missingDays: 25,
        oldest: '2026-11-18',
        newest: '2026-11-22',
      });
      expect(before.get('SLEEP')).toMatchObject({ freshDays: 0, missingDays: 30, oldest: null, newest: null });
      expect([...before.keys()]).toContain('BLOOD_OXYGEN');
      expect(new Set([...before.values()].map(({ days }) => days.length))).toEqual(new Set([30]));
      await first.close();
      const second = await startGateway({ store });
      expect(await coverage(second, range)).toEqual(before);
      await second.close();
    }),
  );

  it('knows nothing of what was read with another token', async () => {
    const gateway = await startGateway();
    await gateway.ask(steps('lastDays: 5'));
    const mine = await coverage(gateway, { lastDays: 5 });
    const theirs = await coverage(gateway, { lastDays: 5 }, { headers: headersOf(gateway.simulator, 0) });
    expect([mine.get('DAILY_ACTIVITY')?.freshDays, theirs.get('DAILY_ACTIVITY')?.freshDays]).toEqual([5, 0]);
    await gateway.close();
  });
});
