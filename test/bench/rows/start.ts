// The start: how long until npm start answers, and how much the program then takes.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../arithmetic.ts';
import { CORES, onCore } from '../processes.ts';
import { type Bench, type Findings, scaled } from '../row.ts';
import { startGateway } from '../servers/gateway.ts';
import { number, tableOf } from '../text.ts';

const MEBIBYTE = 1024 * 1024;
const STARTS = 7;
const BODY = '{"query":"{ viewer { firstName } }"}';

/** In the demo, as one starts it to look at it; the disk has been read before. */
export async function measureStart(bench: Bench): Promise<Findings> {
  const dist = [process.execPath, 'dist/main.js'];
  const commands = { 'npm start': ['npm', 'start'], 'node dist/main.js': dist };
  const times: Record<keyof typeof commands, number[]> = { 'npm start': [], 'node dist/main.js': [] };
  const bare: number[] = [];
  const rss: number[] = [];
  for (let start = 0; start <= scaled(bench, STARTS); start += 1) {
    for (const name of ['npm start', 'node dist/main.js'] as const) times[name].push(await timeOf(commands[name]));
    bare.push(await timeOfBareNode());
    rss.push(await rssAfterStart(bench));
  }
  const middle = (values: readonly number[]) => median(values.slice(1));
  const [npm, program, node] = [middle(times['npm start']), middle(times['node dist/main.js']), middle(bare)];
  const size = middle(rss) / MEBIBYTE;
  return {
    figures: {
      start: { value: npm, text: `${number(npm)} s (the program ${number(program)} s; node -e 0 ${number(node)} s)` },
      'rss-start': { value: size, text: `${number(size)} MB` },
    },
    details: tableOf(
      ['started', 'seconds', 'times bare Node'],
      [
        ['npm start', npm, npm / node],
        ['node dist/main.js', program, program / node],
        ['node -e 0', node, 1],
      ],
    ),
  };
}

/** Seconds until the first answer in the demo. */
async function timeOf(start: readonly string[]): Promise<number> {
  const [command = '', ...args] = onCore(CORES.any, start);
  const dataDir = mkdtempSync(join(tmpdir(), 'accesslink-bench-'));
  const { PATH = '', HOME = '' } = process.env;
  const began = performance.now();
  const child = spawn(command, args, { env: { PATH, HOME, PORT: '0', DATA_DIR: dataDir }, detached: true });
  try {
    const url = await urlOf(child);
    const headers = { 'content-type': 'application/json' };
    await (await fetch(url, { method: 'POST', headers, body: BODY })).text();
    return (performance.now() - began) / 1000;
  } finally {
    // npm starts a shell, which starts the program: all of its group.
    if (child.exitCode === null && child.pid !== undefined) {
      process.kill(-child.pid, 'SIGTERM');
      await once(child, 'close');
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function urlOf({ stdout, stderr }: ChildProcess): Promise<string> {
  let output = '';
  stderr?.on('data', (chunk: Buffer) => (output += String(chunk)));
  for await (const chunk of stdout ?? []) {
    output += String(chunk);
    const url = /"url":"(.*?)"/.exec(output)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`Cannot start: ${output}`);
}

async function timeOfBareNode(): Promise<number> {
  const began = performance.now();
  const [command = '', ...args] = onCore(CORES.any, [process.execPath, '-e', '0']);
  await once(spawn(command, args), 'close');
  return (performance.now() - began) / 1000;
}

/** With an upstream, after the first answer. */
async function rssAfterStart({ upstream }: Bench): Promise<number> {
  const gateway = await startGateway({ upstream: upstream.origin });
  try {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer start', 'polar-user-id': '47110001' };
    await (await fetch(`${gateway.origin}/graphql`, { method: 'POST', headers, body: BODY })).text();
    return gateway.rssBytes();
  } finally {
    await gateway.stop();
  }
}
