// What whoever runs the gateway finds in the log: one line for each failure of AccessLink.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AINO, type WebhookGateway, startWebhookGateway } from '../support/delivering.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { takePaths } from './dated-queries.ts';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.close());

const DAY = '2026-11-20';
const THREE = `{ viewer { day(date: "${DAY}") { activity { steps } night { sleepScore } cardioLoad { strain } } } }`;

describe('the log', () => {
  it('names request, status and cause of each of three failures', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 500, path: 'activities', json: { corrId: 'c-1' } });
    gateway.simulator.addFault({ kind: 'html', status: 200, path: 'sleep' });
    gateway.simulator.addFault({ kind: 'status', status: 403, path: 'cardio-load', json: {} });
    const { errors } = await gateway.ask(THREE);
    expect(errors).toHaveLength(3);
    const byPath = gateway.upstreamFailures.toSorted((a, b) => String(a['path']).localeCompare(String(b['path'])));
    expect(byPath).toEqual([
      {
        method: 'GET',
        path: `/v3/users/activities/${DAY}`,
        status: 500,
        correlationId: 'c-1',
        cause: 'unavailable',
      },
      { method: 'GET', path: `/v3/users/cardio-load/${DAY}`, status: 403, cause: 'forbidden' },
      { method: 'GET', path: `/v3/users/sleep/${DAY}`, status: 200, cause: 'invalid', problem: 'html-page' },
    ]);
    expect(takePaths(gateway.simulator)).toHaveLength(4);
    expect(gateway.reports).toEqual([]);
  });

  it('has one line for a request however many fields, days and operations wait for it', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 503, path: 'activities' });
    const month = '{ viewer { days(range: { lastDays: 28 }) { nodes { activity { steps } } } } }';
    await Promise.all([gateway.ask(month), gateway.ask(month)]);
    expect(gateway.upstreamFailures).toEqual([
      { method: 'GET', path: '/v3/users/activities/', status: 503, cause: 'unavailable' },
    ]);
    expect(takePaths(gateway.simulator)).toHaveLength(1);
  });

  it('has a line for JSON in which there is no record', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 200, path: 'activities', json: { greeting: 'canary' } });
    await gateway.ask(THREE);
    expect(gateway.upstreamFailures).toEqual([
      { method: 'GET', path: `/v3/users/activities/${DAY}`, status: 200, cause: 'invalid' },
    ]);
  });

  it('names no user, no query and no token', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 500 });
    await gateway.ask('{ viewer { firstName days(range: { lastDays: 3 }) { nodes { activity { steps } } } } }');
    const lines = JSON.stringify(gateway.upstreamFailures);
    expect(lines).toContain('/v3/users/{user-id}');
    for (const secret of [AINO, gateway.simulator.people[0]?.token, '?', '2026']) expect(lines).not.toContain(secret);
  });

  it('names a file that AccessLink does not deliver', async () => {
    type Linked = { viewer: { exercises: { nodes: { files: { tcx: { url: string } } }[] } } };
    const { data } = await gateway.ask<Linked>('{ viewer { exercises { nodes { files { tcx { url } } } } } }');
    gateway.simulator.addFault({ kind: 'status', status: 502, path: '/tcx' });
    await gateway.app.fetch(new Request(data.viewer.exercises.nodes[0]?.files.tcx.url ?? ''));
    expect(gateway.upstreamFailures).toMatchObject([{ status: 502, cause: 'unavailable' }]);
  });

  it('has nothing to say when AccessLink has nothing', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 404, path: 'activities' });
    await gateway.ask(THREE);
    expect(gateway.upstreamFailures).toEqual([]);
  });
});

describe('the log of jobs', () => {
  let jobs: WebhookGateway;
  beforeEach(async () => {
    jobs = await startWebhookGateway();
    return () => jobs.close();
  });

  it('names what fails without a request', async () => {
    const authorization = await jobs.signIn();
    jobs.simulator.addFault({ kind: 'status', status: 500, path: `/v3/users/${AINO}` });
    await jobs.ask('mutation { disconnect { confirmed } }', { headers: { authorization } });
    expect(jobs.upstreamFailures).toMatchObject([{ method: 'DELETE', path: '/v3/users/{user-id}', status: 500 }]);
  });
});
