// Many deliveries to a gateway that is a process of its own, while AccessLink is down, and then a kill.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createSecret } from '../../../src/secret.ts';
import type { Store } from '../../../src/store/contract/store.ts';
import { readOrCreateKeyFile } from '../../../src/store/crypto/key-file.ts';
import { openStore } from '../../../src/store/open.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { AINO } from '../../support/delivering.ts';
import { NOW } from '../../support/gateway.ts';
import { databaseUrlOf } from '../../support/stores.ts';

const program = fileURLToPath(new URL('./delivering-process.ts', import.meta.url));
const KEY = 'the key of the webhook';
/** Nothing listens there. */
const DOWN = 'http://127.0.0.1:9';
/** Between deliveries that are sent together. */
const STEP_MS = 10;

export interface DeliveryRate {
  readonly seconds: number;
  readonly perSecond: number;
  /** The gateway acknowledges what it has not stored yet, as none should. */
  readonly acknowledgesEarly?: boolean;
}

/** What became of the deliveries. */
export interface DeliveryFate {
  readonly sent: number;
  readonly acknowledged: number;
  /** Found in the store after the kill. */
  readonly stored: number;
  /** Of the times until the answer, in whole milliseconds; `share` is from 0 to 1. */
  readonly quantile: (share: number) => number;
}

/** Delivers at a steady rate, whether answers come or not; kills the gateway when all have come, and looks at what it left. */
export async function deliverMany({ acknowledgesEarly = false, ...rate }: DeliveryRate): Promise<DeliveryFate> {
  const dataDir = mkdtempSync(join(tmpdir(), 'many-'));
  const databaseUrl = await databaseUrlOf(dataDir);
  const keys = readOrCreateKeyFile(dataDir);
  const store = await openStore({ databaseUrl, dataDir, keys, clock: systemClock, isShared: true });
  const child = await startProcess({ store, dataDir, databaseUrl, acknowledgesEarly });
  try {
    const answers = await deliverAll(child.url, rate);
    await child.kill();
    const times = answers.map(({ took }) => took).toSorted((one, other) => one - other);
    return {
      sent: answers.length,
      acknowledged: answers.filter(({ status }) => status === 200).length,
      stored: await store.inbox.pending(),
      quantile: (share) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0),
    };
  } finally {
    await child.kill();
    await store.close();
    rmSync(dataDir, { recursive: true });
  }
}

interface Place {
  readonly store: Store;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly acknowledgesEarly: boolean;
}

async function startProcess({ store, dataDir, databaseUrl, acknowledgesEarly }: Place) {
  const token = createSecret('a token');
  await store.users.connect({ polarUserId: AINO, memberId: null, registeredAt: null, token, connectedAt: NOW });
  const webhook = { id: 'w1', url: 'https://gateway.test/webhooks/polar', events: ['EXERCISE'], pausedAt: null };
  await store.webhooks.put({ ...webhook, key: createSecret(KEY), createdAt: NOW });
  const args = [program, dataDir, DOWN, '0', ...(databaseUrl === null ? [] : [databaseUrl])];
  const env = { ...process.env, ...(acknowledgesEarly && { ACKNOWLEDGE_EARLY: '1' }) };
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'], env });
  const closed = once(child, 'close');
  const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return {
    url: String(chunk).trim(),
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

interface Answer {
  /** 0: there was none. */
  readonly status: number;
  /** In milliseconds. */
  readonly took: number;
}

async function deliverAll(url: string, { seconds, perSecond }: DeliveryRate): Promise<Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const sent: Promise<Answer>[] = [];
  const start = performance.now();
  while (sent.length < seconds * perSecond) {
    const due = Math.min(seconds * perSecond, Math.ceil(((performance.now() - start) / 1_000) * perSecond));
    while (sent.length < due) sent.push(deliver({ url, agent }, sent.length));
    await wait(STEP_MS);
  }
  const answers = await Promise.all(sent);
  agent.destroy();
  return answers;
}

/** Delivers one exercise. */
function deliver({ url, agent }: { readonly url: string; readonly agent: Agent }, index: number): Promise<Answer> {
  const event = { event: 'EXERCISE', user_id: Number(AINO), entity_id: `e${index}`, timestamp: '2026-11-22T18:30:00Z' };
  const body = JSON.stringify(event);
  const signature = createHmac('sha256', KEY).update(body).digest('hex');
  const start = performance.now();
  return new Promise((resolve) => {
    const sent = request(`${url}/webhooks/polar`, {
      agent,
      method: 'POST',
      headers: { 'polar-webhook-signature': signature, 'content-length': Buffer.byteLength(body) },
    });
    const end = (status: number) => resolve({ status, took: performance.now() - start });
    sent.on('response', (response) => response.resume().on('end', () => end(response.statusCode ?? 0)));
    sent.on('error', () => end(0));
    sent.end(body);
  });
}
