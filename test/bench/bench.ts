// Prints, per question: calls against the least, and the time of the answer against one upstream call, as ratios.
// Both sides are measured in this run, in turns, against a simulator in a process of its own that delays every answer.
import { systemClock } from '../../src/system-clock.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createApp } from '../../src/server/app.ts';
import { dated } from '../e2e/dated-queries.ts';
import { type Question, questions } from '../e2e/questions.ts';
import { measureDelivery, measureStart } from './waits.ts';

const LATENCY_MS = 100;
const ROUNDS = 5;

interface Upstream {
  readonly url: string;
  readonly token: string;
  readonly polarUserId: string;
}

interface Row {
  readonly name: string;
  readonly calls: number;
  readonly least: number;
  /** Median milliseconds of a cold answer. */
  readonly answer: number;
  /** Median milliseconds of the slowest of its calls, sent alone. */
  readonly oneCall: number;
}

const { upstream, process: simulator } = await startSimulator();
try {
  await fetch(`${upstream.url}/control/faults`, post({ kind: 'delay', delayMs: LATENCY_MS }));
  const rows: Row[] = [];
  for (const question of questions) rows.push(await measure(question, upstream));
  print(rows);
} finally {
  simulator.kill();
}
const waits = {
  'start to first answer': await measureStart(ROUNDS),
  'delivery to event': await measureDelivery(ROUNDS),
};
console.table(Object.entries(waits).map(([wait, times]) => ({ wait, 'median ms': Math.round(median(times)) })));

async function measure({ name, query, paths }: Question, { url, token, polarUserId }: Upstream): Promise<Row> {
  const answers: number[] = [];
  const singles: number[] = [];
  let calls = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const app = createApp({
      clock: systemClock,
      random: Math.random,
      accessLinkUrl: url,
      defaultUser: { token, polarUserId },
    });
    answers.push(
      await timed(async () => {
        const response = await app.fetch(
          new Request('http://bench/graphql', post({ query: dated(query, Date.now()) })),
        );
        const { extensions } = (await response.json()) as { extensions: { accesslink: { calls: number } } };
        calls = extensions.accesslink.calls;
      }),
    );
    await app.close();
    singles.push(
      await slowestOf(
        paths.map((path) => `${url}${dated(path, Date.now())}`),
        token,
      ),
    );
  }
  return { name, calls, least: paths.length, answer: median(answers), oneCall: median(singles) };
}

/** The calls one after the other, so that each is alone; at most three of them, they are alike. */
async function slowestOf(urls: readonly string[], token: string): Promise<number> {
  const times: number[] = [];
  for (const url of urls.slice(0, 3)) {
    times.push(
      await timed(
        async () => void (await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).text()),
      ),
    );
  }
  return Math.max(0, ...times);
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function print(rows: readonly Row[]): void {
  const lines = rows.map(({ name, calls, least, answer, oneCall }) => ({
    question: name,
    calls,
    least,
    'calls/least': least === 0 ? '-' : (calls / least).toFixed(2),
    'answer ms': Math.round(answer),
    'one call ms': Math.round(oneCall),
    'answer/one call': oneCall === 0 ? '-' : (answer / oneCall).toFixed(2),
  }));
  process.stdout.write(`Upstream latency ${LATENCY_MS} ms, medians of ${ROUNDS} cold answers.\n`);
  console.table(lines);
}

function post(body: object): { method: string; headers: Record<string, string>; body: string } {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function startSimulator(): Promise<{ upstream: Upstream; process: ChildProcess }> {
  const child = spawn(process.execPath, ['src/simulator/main.ts', '--port', '0', '--control'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const line of createInterface({ input: child.stdout })) {
    output += `${line}\n`;
    const url = /http:\/\/[\w.:]+/.exec(output)?.[0];
    const person = /id (\d+) +token (\S+)/.exec(output);
    if (url && person)
      return { upstream: { url, polarUserId: person[1] ?? '', token: person[2] ?? '' }, process: child };
  }
  throw new Error(`Cannot start the simulator: it said "${output}"`);
}
