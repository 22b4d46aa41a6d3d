// A backup of a running gateway, made as docs/operating.md says, and restored in another folder: the same answers to the same
// people, without a request to AccessLink.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it } from 'vitest';
import { generateEncryptionKey } from '../../src/store/crypto/encryption.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';
import { CLIENT } from '../support/client.ts';
import { freePort } from '../support/free-port.ts';
import { backUpFiles } from '../store/documented-backup.ts';
import { type Program, startProgram } from './process.ts';

const folder = mkdtempSync(join(tmpdir(), 'backup-'));
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  rmSync(folder, { recursive: true, force: true });
});

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
const location = (response: Response) => response.headers.get('location') ?? 'about:blank';

/** Signs the first person of the simulator in by browser; the cookie. */
async function signIn(origin: string, simulator: Simulator): Promise<string> {
  simulator.setAutoConsent(simulator.people[0]?.userId ?? '');
  const login = await fetch(`${origin}/auth/login`, { redirect: 'manual' });
  const consent = await fetch(location(login), { redirect: 'manual' });
  const headers = { cookie: cookiesOf(login) };
  return cookiesOf(await fetch(location(consent), { redirect: 'manual', headers }));
}

const DATES = [10, 11, 12].map((days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10));
const DAYS = DATES.map((date, index) => `d${index}: day(date: "${date}") { activity { steps } night { sleepScore } }`);

async function ask(origin: string, cookie: string): Promise<unknown> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accesslink-csrf': '1', cookie },
    body: JSON.stringify({ query: `{ viewer { firstName ${DAYS.join(' ')} } }` }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  return { data, errors };
}

async function stop({ child, ended }: Program): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

/** Of how many resources the database of a running gateway has records. */
function storedResources(dataDir: string): number {
  const database = new DatabaseSync(join(dataDir, 'accesslink.db'), { readOnly: true });
  const row = database.prepare('select count(distinct resource_id) as count from records').get();
  database.close();
  return Number(row?.['count']);
}

it('a backup of a running gateway is restored in another folder, and answers as before with no request', async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const redirectUris = [`${origin}/auth/callback`];
  const simulator = await createSimulator({ client: { ...CLIENT, redirectUris } });
  closing.push(() => simulator.close());
  const variables = {
    PORT: String(port),
    PUBLIC_URL: origin,
    ACCESSLINK_URL: simulator.url,
    POLAR_AUTHORIZE_URL: `${simulator.url}/oauth2/authorization`,
    POLAR_TOKEN_URL: `${simulator.url}/v2/oauth2/token`,
    POLAR_CLIENT_ID: CLIENT.id,
    POLAR_CLIENT_SECRET: CLIENT.secret,
    SECRET_KEY: generateEncryptionKey(),
  };
  const [running, backup, restored] = ['running', 'backup', 'restored'].map((name) => join(folder, name));
  mkdirSync(backup ?? '', { recursive: true });

  const first = startProgram({ ...variables, DATA_DIR: running ?? '' });
  closing.push(() => stop(first));
  await first.url;
  const cookie = await signIn(origin, simulator);
  const before = await ask(origin, cookie);
  expect(before).toMatchObject({ data: { viewer: { d0: { activity: { steps: expect.any(Number) } } } } });
  // Records are written to the store after the answer, those of a response at once: of activities, nights, and the person two.
  await expect.poll(() => storedResources(running ?? '')).toBe(4);
  backUpFiles({ data: running ?? '', backup: backup ?? '' });
  expect(await ask(origin, cookie)).toEqual(before);
  await stop(first);

  cpSync(backup ?? '', restored ?? '', { recursive: true });
  simulator.clearRequests();
  const second = startProgram({ ...variables, DATA_DIR: restored ?? '' });
  closing.push(() => stop(second));
  await second.url;
  expect(await ask(origin, cookie)).toEqual(before);
  expect(simulator.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});
