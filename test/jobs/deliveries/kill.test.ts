// Whatever was acknowledged to Polar is published exactly once, whenever the process is killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSecret } from '../../../src/secret.ts';
import { createSimulator, type Simulator } from '../../../src/simulator/simulator.ts';
import { readOrCreateKeyFile } from '../../../src/store/crypto/key-file.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/contract/store.ts';
import { AINO } from '../../support/delivering.ts';
import { basicOf, CLIENT } from '../../support/client.ts';
import { NOW } from '../../support/gateway.ts';
import { KILLS } from '../../support/long.ts';
import { systemClock } from '../../../src/system-clock.ts';

const program = fileURLToPath(new URL('delivering-process.ts', import.meta.url));

let dataDir: string;
let simulator: Simulator;
let store: Store;
let child: ChildProcess | null = null;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kill-'));
  simulator = await createSimulator({ now: () => NOW, limits: { short: 1e6, long: 1e6 }, client: CLIENT });
  const keys = readOrCreateKeyFile(dataDir);
  store = await openStore({ databaseUrl: null, dataDir, keys, clock: systemClock, isShared: true });
  // Each of them exists: a session that AccessLink does not have yet is looked for, for minutes.
  const json = { id: 'any', start_time: '2026-11-22T08:00:00' };
  simulator.addFault({ kind: 'status', status: 200, path: '/v3/exercises/', json });
  const token = createSecret(simulator.people[0]?.token ?? '');
  await store.users.connect({ polarUserId: AINO, memberId: null, registeredAt: null, token, connectedAt: NOW });
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await store.close();
  await simulator.close();
  rmSync(dataDir, { recursive: true });
});

/** Starts a process on a port (0: any); its address when it listens. */
async function start(port: string): Promise<string> {
  child = spawn(process.execPath, [program, dataDir, simulator.url, port], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return String(chunk).trim();
}

interface Line {
  readonly name: string;
  readonly acknowledged: string[];
}

async function kill(): Promise<void> {
  if (!child) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** Delivers one exercise after another, each of an id of its own, until the process is dead; notes those acknowledged. */
async function deliverTo(url: string, key: string, { name, acknowledged }: Line): Promise<void> {
  for (let index = 0; ; index++) {
    const id = `${name}-${index}`;
    const body = JSON.stringify({
      event: 'EXERCISE',
      user_id: 47110001,
      entity_id: id,
      timestamp: '2026-11-22T18:30:00Z',
    });
    const signature = createHmac('sha256', key).update(body).digest('hex');
    const headers = { 'polar-webhook-signature': signature };
    const response = await fetch(`${url}/webhooks/polar`, { method: 'POST', body, headers }).catch(() => null);
    if (response?.status !== 200) return;
    acknowledged.push(id);
  }
}

it(`every acknowledged delivery is published exactly once by a process that is killed ${KILLS} times`, async () => {
  const url = await start('0');
  const { port } = new URL(url);
  await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: basicOf(CLIENT) },
    body: JSON.stringify({ query: 'mutation { createWebhook(input: {}) { userErrors { code } } }' }),
  });
  const key = (await store.webhooks.find())?.key?.reveal() ?? '';
  const acknowledged: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    if (round > 0) await start(port);
    const enough = acknowledged.length + 1 + Math.floor(Math.random() * 20);
    const lines = [1, 2, 3].map((line) => deliverTo(url, key, { name: `${round}-${line}`, acknowledged }));
    while (acknowledged.length < enough) await wait(1);
    await wait(Math.random() * 5);
    await kill();
    await Promise.all(lines);
  }
  await start(port);
  await expect.poll(() => store.inbox.pending(), { timeout: 120_000, interval: 100 }).toBe(0);
  const events = await store.events.after(AINO, null, 1_000_000);
  const published = Map.groupBy(events, ({ entityId }) => entityId);
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
  expect(acknowledged.filter((id) => published.get(id)?.length !== 1)).toEqual([]);
  expect(Array.from(published.values()).filter((same) => same.length > 1)).toEqual([]);
}, 600_000);
