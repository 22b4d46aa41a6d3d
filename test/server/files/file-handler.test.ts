// Links to files: what they open, for how long and for whom, and the responses when there is no file.
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Gateway, headersOf, NOW, startGateway } from '../../support/gateway.ts';
import { openGatewayStore } from '../../support/stores.ts';
import { type Linked, linkedExercises, open, visible } from './file-requests.ts';

const TYPES = {
  fit: 'application/vnd.ant.fit',
  tcx: 'application/vnd.garmin.tcx+xml',
  gpx: 'application/gpx+xml',
} as const;
type Type = keyof typeof TYPES;

let gateway: Gateway;
afterEach(() => gateway.close());

describe('a link to a file', () => {
  it.each(['documented', 'live'] as const)(
    'opens every type with the bytes of AccessLink in the %s dialect',
    async (dialect) => {
      gateway = await startGateway({ simulator: { dialect } });
      const exercise = await exerciseWithRoute();
      for (const type of ['fit', 'tcx', 'gpx'] as const) {
        const response = await open(gateway.app, urlOf(exercise, type), { headers: { 'accept-encoding': 'gzip' } });
        expect(response.status).toBe(200);
        expect(response.headers.get('content-type')).toBe(TYPES[type]);
        expect(response.headers.get('content-encoding')).toBeNull();
        expect(response.headers.get('content-length')).toBeNull();
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
        expect(response.headers.get('cache-control')).toBe('no-store');
        const name = response.headers.get('content-disposition');
        expect(name).toMatch(new RegExp(`^attachment; filename="${exercise.date}-[a-z0-9-]+\\.${type}"$`));
        const bytes = Buffer.from(await response.arrayBuffer());
        expect(bytes.equals(await fromSimulator(exercise, type))).toBe(true);
        expect(bytes.length).toBeGreaterThan(1_000);
      }
    },
  );

  it('is created without a request, and for the route only when the exercise has one', async () => {
    gateway = await startGateway();
    const exercises = await linkedExercises(gateway);
    expect(gateway.simulator.requests).toHaveLength(1);
    expect(exercises.map(({ files, hasRoute }) => [files.gpx !== null, hasRoute])).toEqual(
      exercises.map(({ hasRoute }) => [hasRoute, hasRoute]),
    );
    expect(new Set(exercises.map(({ hasRoute }) => hasRoute))).toEqual(new Set([true, false]));
    expect(exercises.every(({ files }) => files.fit !== null && files.tcx !== null)).toBe(true);
  });

  it('is valid for ten minutes', async () => {
    let now = NOW;
    gateway = await startGateway({ now: () => now });
    const { files } = await exerciseWithRoute();
    expect(files.fit?.expiresAt).toBe(new Date(NOW + 600_000).toISOString());
    now = NOW + 599_999;
    expect((await open(gateway.app, files.fit?.url ?? '')).status).toBe(200);
    now = NOW + 600_000;
    expect((await open(gateway.app, files.fit?.url ?? '')).status).toBe(404);
  });

  it('carries the token of a caller with a token of Polar, encrypted, and opens with it', async () => {
    gateway = await startGateway({ app: { defaultUser: null } });
    const headers = headersOf(gateway.simulator, 0);
    const [exercise] = await linkedExercises(gateway, headers);
    const url = exercise?.files.fit?.url ?? '';
    const token = gateway.simulator.people[0]?.token ?? '';
    const readable = url.split(/[/.]/).flatMap((part) => [part, Buffer.from(part, 'base64url').toString('latin1')]);
    expect(readable.join('\n')).not.toContain(token);
    expect((await open(gateway.app, url)).status).toBe(200);
    expect((await open(gateway.app, url, { headers })).status).toBe(200);
    expect(gateway.simulator.requests.at(-1)).toMatchObject({
      userId: gateway.simulator.people[0]?.userId,
      status: 200,
    });
  });

  it('is under PUBLIC_URL where that is set', async () => {
    gateway = await startGateway({ app: { publicUrl: 'https://health.example' } });
    expect((await exerciseWithRoute()).files.fit?.url).toMatch(/^https:\/\/health\.example\/files\//);
  });
});

describe('the response without a file', () => {
  it('is the same, byte for byte, for links that are altered, expired, unknown, of others, or opened by another method', async () => {
    let now = NOW;
    gateway = await startGateway({ now: () => now });
    const mine = urlOf(await exerciseWithRoute(), 'fit');
    const responses: unknown[] = [];
    const send = async (url: string, init?: RequestInit) =>
      responses.push(await visible(await open(gateway.app, url, init)));
    for (let index = mine.indexOf('/files/') + 7; index < mine.length; index += 7) {
      const other = mine[index] === 'A' ? 'B' : 'A';
      await send(mine.slice(0, index) + other + mine.slice(index + 1));
    }
    for (const url of ['', 'x', 'k.a.b.c', `${mine}x`]) await send(new URL(`/files/${url}`, mine).href);
    await send(mine, { headers: headersOf(gateway.simulator, 1) });
    await send(mine, { headers: { authorization: 'Bearer unknown' } });
    await send(mine, { headers: { authorization: 'nonsense' } });
    await send(mine, { method: 'POST' });
    const before = gateway.simulator.requests.length;
    now = NOW + 600_000;
    await send(mine);
    expect(gateway.simulator.requests).toHaveLength(before);
    expect(responses.length).toBeGreaterThan(25);
    expect(new Set(responses.map((response) => JSON.stringify(response)))).toHaveLength(1);
    expect(responses[0]).toMatchObject({ status: 404 });
  });

  it('is an error of this server, and reported, when the sender cannot be looked up', async () => {
    const opened = await openGatewayStore({}, () => NOW);
    onTestFinished(() => opened.close());
    const { store } = opened;
    const failure = new Error('The store does not answer');
    gateway = await startGateway({
      store: { ...store, sessions: { ...store.sessions, find: () => Promise.reject(failure) } },
    });
    const url = urlOf(await exerciseWithRoute(), 'fit');
    const response = await open(gateway.app, url, { headers: { authorization: 'Bearer alg_session' } });
    expect(response.status).toBe(500);
    expect(gateway.reports).toEqual([failure]);
  });

  it('is sent for links of another server', async () => {
    gateway = await startGateway();
    const foreign = urlOf(await exerciseWithRoute(), 'fit');
    await gateway.close();
    gateway = await startGateway();
    expect((await open(gateway.app, foreign)).status).toBe(404);
    expect(gateway.simulator.requests).toHaveLength(0);
  });
});

describe('a file that AccessLink does not deliver', () => {
  it.each([
    [401, 401],
    [403, 403],
    [429, 429],
    [500, 502],
    [503, 502],
  ])('with the status %i has the status %i and a short text', async (status, expected) => {
    gateway = await startGateway();
    const url = urlOf(await exerciseWithRoute(), 'tcx');
    gateway.simulator.addFault({ path: '/tcx', kind: 'status', status });
    const { status: received, body, headers } = await visible(await open(gateway.app, url));
    expect(received).toBe(expected);
    expect(body.length).toBeLessThan(300);
    expect(body).not.toContain('Error');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    });
  });

  it('says whether a new link would help: AccessLink has no such file, or failed with this reason', async () => {
    gateway = await startGateway();
    const url = urlOf(await exerciseWithRoute(), 'gpx');
    for (const status of [204, 404]) {
      gateway.simulator.addFault({ path: '/gpx', kind: 'status', status, times: 1 });
      const { status: received, body } = await visible(await open(gateway.app, url));
      expect([received, body]).toEqual([404, expect.stringMatching(/^AccessLink has no GPX file of this session/)]);
    }
    gateway.simulator.addFault({ path: '/gpx', kind: 'status', status: 500, times: 1 });
    expect((await visible(await open(gateway.app, url))).body).toContain('AccessLink says: Injected failure');
    for (const status of [200, 404]) {
      gateway.simulator.addFault({ path: '/gpx', kind: 'html', status, times: 1 });
      const { status: received, body } = await visible(await open(gateway.app, url));
      expect([received, body]).toEqual([502, expect.stringContaining('HTML page')]);
    }
  });

  it('in time has the status 504', async () => {
    gateway = await startGateway({ app: { timeouts: { connect: 1_000, headers: 1_000, total: 1_000 } } });
    const url = urlOf(await exerciseWithRoute(), 'fit');
    gateway.simulator.addFault({ path: '/fit', kind: 'hang' });
    expect((await open(gateway.app, url)).status).toBe(504);
  });
});

async function exerciseWithRoute(): Promise<Linked> {
  const exercise = (await linkedExercises(gateway)).find(({ hasRoute }) => hasRoute);
  if (!exercise) throw new Error('The simulator has no exercise with a route');
  return exercise;
}

function urlOf({ files }: Linked, type: Type): string {
  return files[type]?.url ?? '';
}

async function fromSimulator({ polarExerciseId }: Linked, type: Type): Promise<Buffer> {
  const { url, people } = gateway.simulator;
  const headers = { authorization: `Bearer ${people[0]?.token}` };
  const response = await fetch(`${url}/v3/exercises/${polarExerciseId}/${type}`, { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
