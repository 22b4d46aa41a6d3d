// The disk is full while the program runs, and has space again: no file of the process may grow, as `prlimit` sets it.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe } from 'vitest';
import { createSecret } from '../../src/secret.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../src/store/crypto/encryption.ts';
import { openStore } from '../../src/store/open.ts';
import { systemClock } from '../../src/system-clock.ts';
import { CLIENT } from '../support/client.ts';
import { AINO } from '../support/delivering.ts';
import { headersOf, NOW } from '../support/gateway.ts';
import type { Program } from '../server/process.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type SourceChange, startChangedProgram } from './support/changed-program.ts';

/** Of the store. */
const SECRET_KEY = generateEncryptionKey();
const KEY = 'the key of the webhook';
const DELIVERIES = 5;
const DAYS = ['2026-11-17', '2026-11-18', '2026-11-19'];
/** Asked when there is space again. */
const LATER_DAY = '2026-11-16';

/** A program in front of a simulator, and the folder of its store. */
interface Site {
  readonly url: string;
  readonly simulator: Simulator;
  readonly program: Program;
  readonly dataDir: string;
}

/** With space, a file may have any size; without, not even two bytes are written. */
function setSpace({ program }: Site, hasSpace: boolean): void {
  execFileSync('prlimit', [`--pid=${program.child.pid}`, `--fsize=${hasSpace ? 'unlimited' : '1'}:`]);
}

async function connect(dataDir: string): Promise<void> {
  const keys = parseEncryptionKeys(SECRET_KEY);
  const store = await openStore({ databaseUrl: null, dataDir, keys, clock: systemClock });
  const token = createSecret('simulator-token-aino');
  await store.users.connect({ polarUserId: AINO, memberId: null, registeredAt: null, token, connectedAt: NOW });
  const webhook = { id: 'w1', url: 'https://gateway.test/webhooks/polar', events: ['SLEEP'], pausedAt: null };
  await store.webhooks.put({ ...webhook, key: createSecret(KEY), createdAt: NOW });
  await store.close();
}

async function deliver({ url }: Site, index: number): Promise<number> {
  const body = JSON.stringify({ event: 'SLEEP', user_id: Number(AINO), date: '2026-11-20', timestamp: `t${index}` });
  const signature = createHmac('sha256', KEY).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'polar-webhook-signature': signature };
  const { status } = await fetch(`${url}/webhooks/polar`, { method: 'POST', body, headers });
  return status;
}

/** An answer about a day that is no answer; empty when it is one. */
async function errorsOf({ url, simulator }: Site, date: string): Promise<string> {
  const query = `{ viewer { day(date: "${date}") { activity { steps } } } }`;
  const headers = { 'content-type': 'application/json', ...headersOf(simulator, 0) };
  const response = await fetch(`${url}/graphql`, { method: 'POST', body: JSON.stringify({ query }), headers });
  const answer = await response.text();
  return /"steps":\d/.test(answer) && !answer.includes('"errors"') ? '' : answer;
}

/** What is wrong while there is no space, and when there is some again. */
async function breachesOf(site: Site): Promise<string[]> {
  const statuses = { before: await deliver(site, 0), full: [] as number[], after: 0 };
  setSpace(site, false);
  for (let index = 1; index <= DELIVERIES; index += 1) statuses.full.push(await deliver(site, index));
  const errors = await Promise.all(DAYS.map((date) => errorsOf(site, date)));
  const failed = failedIn(site.program.output());
  setSpace(site, true);
  statuses.after = await deliver(site, 1);
  errors.push(await errorsOf(site, LATER_DAY));
  site.program.child.kill('SIGKILL');
  await site.program.ended;
  const isExpected = statuses.before === 200 && statuses.after === 200;
  return [
    ...(isExpected ? [] : [`deliveries got the statuses ${JSON.stringify(statuses)}`]),
    ...statuses.full.filter((status) => status !== 503).map((status) => `a delivery got the status ${status}`),
    ...errors.filter((text) => text !== ''),
    ...(failed.includes('inbox.add') ? [] : ['the log does not have that deliveries are not stored']),
    ...(new Set(failed).size === failed.length ? [] : [`the log has ${failed.length} lines: ${failed.join()}`]),
    ...damagesOf(site.dataDir),
  ];
}

/** What the store could not do, once for each line of the log. */
function failedIn(output: string): (string | undefined)[] {
  const lines = output.split('\n').filter((line) => line.includes('"event":"store-failed"'));
  return lines.map((line) => /"operation":"([\w.]+)"/.exec(line)?.[1]);
}

/** What is wrong with the files that a kill has left. */
function damagesOf(dataDir: string): string[] {
  const database = new DatabaseSync(join(dataDir, 'accesslink.db'));
  const { stored } = database.prepare('select count(*) as stored from inbox').get() ?? {};
  const { integrity_check: check } = database.prepare('pragma integrity_check').get() ?? {};
  database.close();
  return [
    ...(stored === 2 ? [] : [`${String(stored)} deliveries are stored, not 2`]),
    ...(check === 'ok' ? [] : [`the file is damaged: ${String(check)}`]),
  ];
}

async function measure(change: SourceChange | null): Promise<Measurement> {
  const dataDir = mkdtempSync(join(tmpdir(), 'disk-'));
  await connect(dataDir);
  const simulator = await createSimulator({ now: () => NOW, client: CLIENT });
  const program = startChangedProgram(
    {
      PORT: '0',
      DATA_DIR: dataDir,
      SECRET_KEY,
      ACCESSLINK_URL: simulator.url,
      PUBLIC_URL: 'https://gateway.test',
      POLAR_CLIENT_ID: CLIENT.id,
      POLAR_CLIENT_SECRET: CLIENT.secret,
    },
    change,
  );
  try {
    const breaches = await breachesOf({ url: new URL(await program.url).origin, simulator, program, dataDir });
    return {
      figure: `${DELIVERIES} deliveries and ${DAYS.length} questions: ${breaches.length} wrong answers`,
      breaches,
    };
  } finally {
    program.child.kill('SIGKILL');
    await simulator.close();
    rmSync(dataDir, { recursive: true });
  }
}

/** Acknowledges what it does not store. */
const CARELESS: SourceChange = {
  file: 'src/server/webhook/receiver.ts',
  from: "if (!(await store.inbox.add(deliveryOf(body, clock.now())))) return 'duplicate';",
  to: 'store.inbox.add(deliveryOf(body, clock.now())).catch(() => {});',
};

/** Part of every Linux. */
const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0;

describe.skipIf(!hasPrlimit)('where the size of files can be limited', () => {
  bar('disk', { measure: () => measure(null), control: () => measure(CARELESS), timeout: 120_000 });
});
