// Starts a built program once, as the demo, and sends it what people send: what V8 compiles for that is stored with the program.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WRITER = fileURLToPath(new URL('write-code.ts', import.meta.url));
const QUERY = `query Compile($range: DateRange) { viewer { polarUserId firstName
  nights(range: $range) { nodes { date sleepScore startTime hypnogram { stage } recharge { ansCharge }
    day { activity { steps energyKcal } cardioLoad { strain } } } }
  days(range: $range) { edges { cursor node { id date night { sleepScore } activity { steps } } } } } }`;
/** From AccessLink, the same answer again, records from memory, and the store when the program ends. */
const LAST_DAYS = [28, 28, 14];

/** Rejects when the program does not start, or does not answer. */
export async function compile(folder: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'accesslink-build-'));
  const { PATH = '' } = process.env;
  const env = { PATH, PORT: '0', DATA_DIR: dataDir, NODE_ENV: 'production' };
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
  const child = spawn(process.execPath, ['--import', WRITER, join(folder, 'main.js')], { env, stdio });
  const ended = once(child, 'close');
  try {
    const url = await urlOf(child);
    for (const lastDays of LAST_DAYS) await request(url, { range: { lastDays } });
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function urlOf({ stdout }: ChildProcess): Promise<string> {
  let output = '';
  for await (const chunk of stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    output += String(chunk);
    const url = /"url":"(.*?)"/.exec(output)?.[1];
    if (url === undefined) continue;
    stdout?.resume();
    return url;
  }
  throw new Error(`The built program does not start: ${output}`);
}

async function request(url: string, variables: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: QUERY, variables }) });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`The built program does not answer: ${text}`);
}
