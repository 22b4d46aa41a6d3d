// A restart: the clients that README shows come back by themselves, and miss no event of before, meanwhile and after.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSecret } from '../../../src/secret.ts';
import { createSimulator, type Simulator } from '../../../src/simulator/simulator.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../../src/store/crypto/encryption.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/contract/store.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { basicOf, CLIENT } from '../../support/client.ts';
import { AINO, sessionHash } from '../../support/delivering.ts';
import { freePort } from '../../support/free-port.ts';
import { type Program, startProgram } from '../process.ts';
import { type RunningClient, runSocketClient, runStreamClient } from './readme-clients.ts';

const TOKEN = `alg_${'restart'.repeat(6)}`;
const PATIENCE = { timeout: 60_000, interval: 50 };

let dataDir: string;
let simulator: Simulator;
let port: number;
let program: Program;
let clients: readonly RunningClient[];
const secretKey = generateEncryptionKey();

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'restart-'));
  simulator = await createSimulator({ limits: { short: 1e6, long: 1e6 }, client: CLIENT });
  port = await freePort();
  await withStore(signIn);
  program = await start();
  const url = `http://127.0.0.1:${port}`;
  clients = [runSocketClient(url, TOKEN), runStreamClient(url, TOKEN)];
});
afterEach(async () => {
  for (const { stop } of clients) stop();
  program.child.kill('SIGKILL');
  await program.ended;
  await simulator.close();
  rmSync(dataDir, { recursive: true });
});

/** Opens the store of a program that does not run. */
async function withStore(work: (store: Store) => Promise<unknown>): Promise<void> {
  const store = await openStore({
    databaseUrl: null,
    dataDir,
    keys: parseEncryptionKeys(secretKey),
    clock: systemClock,
  });
  await work(store);
  await store.close();
}

async function signIn(store: Store): Promise<void> {
  const now = systemClock.now();
  const token = createSecret(simulator.people[0]?.token ?? '');
  await store.users.connect({ polarUserId: AINO, memberId: null, registeredAt: now, token, connectedAt: now });
  const lasting = { createdAt: now, expiresAt: now + 86_400_000 };
  await store.sessions.create({ tokenHash: sessionHash(TOKEN), polarUserId: AINO, kind: 'app', ...lasting });
}

/** The program on the same port and folder each time, as a restart leaves them. */
async function start(): Promise<Program> {
  const started = startProgram({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    SECRET_KEY: secretKey,
    ACCESSLINK_URL: simulator.url,
    POLAR_CLIENT_ID: CLIENT.id,
    POLAR_CLIENT_SECRET: CLIENT.secret,
    POLAR_TOKEN_URL: `${simulator.url}/v2/oauth2/token`,
  });
  await started.url;
  return started;
}

async function stop(): Promise<void> {
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
}

async function createWebhook(): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: basicOf(CLIENT) },
    body: JSON.stringify({ query: 'mutation { createWebhook(input: {}) { userErrors { message } } }' }),
  });
  expect(await response.json()).toMatchObject({ data: { createWebhook: { userErrors: [] } } });
}

/** An event of a day, as the job that processes deliveries appends it. */
function append(store: Store, date: string) {
  return store.events.append({
    key: date,
    polarUserId: AINO,
    type: 'ACTIVITY_SUMMARY',
    date,
    entityId: null,
    createdAt: systemClock.now(),
  });
}

const datesOf = ({ shown }: RunningClient) => [...new Set(shown.map(({ date }) => date))];
const shownEverywhere = () => clients.map(datesOf);

it('Clients as README shows them come back over a restart, and show every event once it is stored', async () => {
  await createWebhook();
  await Promise.all(clients.map(({ begun }) => begun));
  // Before any event has come: a client knows where it stands from the beginning.
  await stop();
  await withStore((store) => append(store, '2026-11-01'));
  program = await start();
  await expect.poll(shownEverywhere, PATIENCE).toEqual([['2026-11-01'], ['2026-11-01']]);
  await stop();
  await withStore(async (store) => {
    await append(store, '2026-11-02');
    await append(store, '2026-11-03');
  });
  program = await start();
  const three = ['2026-11-01', '2026-11-02', '2026-11-03'];
  await expect.poll(shownEverywhere, PATIENCE).toEqual([three, three]);
  await simulator.deliver({ type: 'ACTIVITY_SUMMARY', userId: AINO });
  await expect.poll(() => clients.map((client) => datesOf(client).length), PATIENCE).toEqual([4, 4]);
}, 180_000);
