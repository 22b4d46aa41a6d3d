// The errors of a response: one entry a resource and cause, with AccessLink's own reason.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/operation-limits.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { takePaths } from './dated-queries.ts';

const YEAR = `{ viewer { days(range: { between: { from: "2025-12-01", to: "2026-11-22" } }) { nodes {
  activity { steps } night { sleepScore recharge { ansCharge } } exercises { id } } } } }`;
const REASON = {
  timestamp: '2026-01-31T12:01:45.963',
  status: 500,
  error_type: 'ServiceFailure',
  message: 'Backend timeout.',
  corr_id: 'c0441d00-1122',
  email: 'canary@example.org',
};

let gateway: Gateway;
beforeEach(async () => {
  gateway = await startGateway({ app: { limits: { ...DEFAULT_LIMITS, maxCalls: 1_000 } } });
});
afterEach(() => gateway.close());

const activityOf = (day: string) => `{ viewer { day(date: "${day}") { activity { steps } } } }`;
const entriesOf = async (query: string) => (await gateway.ask(query)).errors ?? [];

describe('an entry', () => {
  it('has what AccessLink says, in the message and as data, and nothing else of its body', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 500, path: '/activities', json: { error: REASON } });
    const entries = await entriesOf(activityOf('2026-11-20'));
    expect(entries).toMatchObject([
      {
        path: ['viewer', 'day', 'activity'],
        message:
          'AccessLink is not available: try again later (AccessLink says: Backend timeout, correlation id c0441d00-1122)',
      },
    ]);
    expect(entries[0]?.extensions).toEqual({
      code: 'UPSTREAM_UNAVAILABLE',
      resource: 'DAILY_ACTIVITY',
      from: '2026-11-20',
      to: '2026-11-20',
      days: 1,
      upstream: {
        status: 500,
        errorType: 'ServiceFailure',
        message: 'Backend timeout.',
        correlationId: 'c0441d00-1122',
      },
    });
    expect(JSON.stringify(entries)).not.toContain('canary');
    expect(takePaths(gateway.simulator)).toEqual(['/v3/users/activities/2026-11-20']);
  });

  it.each([
    ['an HTML page', { kind: 'html', status: 200 }, /HTML page in the place of JSON \(200\)/],
    [
      'an HTML page with 404',
      { kind: 'html', status: 404 },
      /HTML page in the place of JSON \(404, AccessLink says: Error\)/,
    ],
    ['a redirect', { kind: 'redirect', status: 301 }, /redirects to another address.* \(301\)/],
    [
      'a redirect to another host',
      { kind: 'redirect', status: 308, headers: { Location: 'https://www.polaraccesslink.com/?canary' } },
      /redirects to another address.* \(308 to www.polaraccesslink.com\)/,
    ],
    ['a status that nobody knows', { kind: 'status', status: 418 }, /does not know \(418/],
    ['a body that is too large', { kind: 'oversize' }, /too large/],
  ] as const)('names %s', async (_, fault, message) => {
    gateway.simulator.addFault({ ...fault, path: '/activities' });
    const entries = await entriesOf(activityOf('2026-11-20'));
    expect(entries).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'UPSTREAM_INVALID' } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('canary');
  });

  it.each([
    ['in seconds', { 'Retry-After': '840' }, 840],
    ['by the date of an hour later', { 'Retry-After': 'Sun, 22 Nov 2026 19:30:00 GMT' }, 3600],
    ['nowhere', {}, 900],
    ['to be a year', { 'Retry-After': '31536000' }, 86_400],
  ])('of a 429 has the wait that is stated %s', async (_, headers, retryAfterSeconds) => {
    // The simulator states its windows with every response; these are empty.
    gateway.simulator.addFault({
      kind: 'status',
      status: 429,
      headers: { 'RateLimit-Usage': '', 'RateLimit-Reset': '', ...headers },
    });
    expect(await entriesOf(activityOf('2026-11-20'))).toMatchObject([
      { extensions: { code: 'RATE_LIMITED', retryAfterSeconds } },
    ]);
  });
});

describe('the entries', () => {
  it('are one for a resource and cause, at the first path concerned, with all its dates', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 503, path: '/v3/users/activities' });
    gateway.simulator.addFault({ kind: 'status', status: 503, path: '/v3/users/nightly-recharge' });
    const { data, errors } = await gateway.ask<{ viewer: { days: { nodes: { activity: unknown }[] } } }>(YEAR);
    const { nodes } = data.viewer.days;
    expect(nodes.every(({ activity }) => activity === null)).toBe(true);
    const ofActivity = errors?.filter(({ extensions }) => extensions['resource'] === 'DAILY_ACTIVITY');
    expect(ofActivity).toMatchObject([
      {
        path: ['viewer', 'days', 'nodes', 0, 'activity'],
        extensions: { code: 'UPSTREAM_UNAVAILABLE', from: '2025-12-01', to: '2026-11-22', days: nodes.length },
      },
    ]);
    const failed = errors?.filter(({ extensions: { code } }) => code === 'UPSTREAM_UNAVAILABLE');
    const resources = failed?.map(({ extensions }) => String(extensions['resource']));
    expect(resources?.toSorted()).toEqual(['DAILY_ACTIVITY', 'NIGHTLY_RECHARGE']);
  });

  it('are two for two causes of one resource, each with its dates', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 500, path: 'heart-rate?from=2026-09', json: REASON });
    gateway.simulator.addFault({ kind: 'status', status: 503, path: 'heart-rate' });
    const between = '{ between: { from: "2026-09-20", to: "2026-11-22" } }';
    const query = `{ viewer { days(range: ${between}) { nodes { date heartRate { statistics { mean } } } } } }`;
    const entries = await entriesOf(query);
    expect(entries.map(({ extensions: { upstream } }) => upstream)).toMatchObject([{ status: 500 }, { status: 503 }]);
    const [one, other] = entries.map(({ extensions }) => extensions);
    expect(one).toMatchObject({ resource: 'CONTINUOUS_HEART_RATE', from: '2026-09-20' });
    expect(other).toMatchObject({ resource: 'CONTINUOUS_HEART_RATE', to: '2026-11-22' });
    expect(Number(one?.['days']) + Number(other?.['days'])).toBe(64);
    expect(takePaths(gateway.simulator)).toHaveLength(3);
  });

  it('are two for two types of error with one status', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 500, path: '/sleep/2026-09-01', json: { errorType: 'A' } });
    gateway.simulator.addFault({ kind: 'status', status: 500, path: '/sleep/2026-09-02', json: { errorType: 'B' } });
    gateway.simulator.addFault({ kind: 'status', status: 500, path: '/sleep/2026-09-03', json: { errorType: 'A' } });
    const nights = ['01', '02', '03'].map((day) => `n${day}: night(date: "2026-09-${day}") { sleepScore }`);
    const entries = await entriesOf(`{ viewer { ${nights.join(' ')} } }`);
    expect(entries).toMatchObject([
      { path: ['viewer', 'n01'], extensions: { from: '2026-09-01', to: '2026-09-03', days: 2 } },
      { path: ['viewer', 'n02'], extensions: { from: '2026-09-02', to: '2026-09-02', days: 1 } },
    ]);
  });

  it('count the dates of a list too, of which one failure is an error of its own', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 503, path: '/cardio-load' });
    const entries = await entriesOf('{ viewer { cardioLoads(range: { lastDays: 5 }) { strain } } }');
    expect(entries).toMatchObject([
      { path: ['viewer', 'cardioLoads'], extensions: { resource: 'CARDIO_LOAD', from: '2026-11-18', days: 5 } },
    ]);
  });

  it('are the only reason of the days of a list that cannot be read: none of them is called out of the window too', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 503, path: '/v3/exercises', times: 1 });
    const query = '{ viewer { exercises(range: { lastDays: 40 }) { nodes { id } } } }';
    const failed = await gateway.ask(query);
    expect(failed.errors).toMatchObject([{ extensions: { resource: 'EXERCISES' } }]);
    expect(failed.extensions.accesslink).not.toHaveProperty('absent');
    expect((await gateway.ask(query)).extensions.accesslink).toMatchObject({ absent: [{ resource: 'EXERCISES' }] });
    expect(takePaths(gateway.simulator)).toEqual(['/v3/exercises', '/v3/exercises']);
  });

  it('have no dates where none was asked for, and are one for all fields of the user', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 500, path: '/v3/users/47110001' });
    const entries = await entriesOf('{ viewer { firstName lastName gender memberId } }');
    expect(entries.map(({ path, extensions }) => ({ path, ...extensions }))).toMatchObject([
      {
        path: ['viewer', 'firstName'],
        code: 'UPSTREAM_UNAVAILABLE',
        resource: 'USER',
        from: null,
        to: null,
        days: null,
      },
    ]);
  });
});
