// One person asks the dearest operation that is allowed, all the time: what that costs everybody else.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { everythingOf, SAMPLES } from '../e2e/full-selection.ts';
import { bar, type Measurement } from './support/bar.ts';
import { canaryPerson, startCanaryUpstream } from './support/canary-upstream.ts';
import { type SourceChange, startChangedProgram } from './support/changed-program.ts';

const OTHERS = 10;
/** Answers to others in each half of a round. */
const ANSWERS = 1_500;
/** Rounds take turns with and without the neighbour, so that both meet the same machine. A control is clear, and slow. */
const ROUNDS = { measured: 9, control: 1 };
const NEIGHBOURS_AT_ONCE = 2;
const PAUSE_MS = 15;
const LIMIT = 2;

const fields = 'date steps energyKcal activeEnergyKcal distanceMeters activityPercent startTime endTime activeDuration';
const USUAL = `{ viewer { days(range: { lastDays: 14 }) { nodes { date activity { ${fields} } night { deviceId } } } } }`;
/** What a day may be asked for; each is dear in another way. */
const SELECTIONS = [
  everythingOf('Day', ['Exercise.files']),
  everythingOf('Day', ['Exercise.files', ...SAMPLES]),
  `{ activity { ${fields} fetchedAt } }`,
  '{ heartRate { samples { time beatsPerMinute } } }',
];

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
const percentile = (times: readonly number[], share: number) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? Number.NaN;
const median = (values: readonly number[]) => percentile(values, 0.5);

interface Asker {
  /** The answer as text; rejects when it has errors. */
  readonly ask: (query: string) => Promise<string>;
}

function createAsker(url: string, token: string, userId: string): Asker {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'polar-user-id': userId };
  return {
    ask: async (query) => {
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
      const text = await response.text();
      if (text.includes('"errors":')) throw new Error(`Cannot ask as ${userId}: ${text.slice(-500)}`);
      return text;
    },
  };
}

/** An AccessLink of which the neighbour has a whole life, and everybody else a few facts of each day. */
async function startUpstream() {
  const simulator = await createSimulator({ limits: { short: 1e7, long: 1e7 } });
  const others = await startCanaryUpstream(() => 1);
  const pass = async ({ url = '/', headers: { authorization = '' } }: IncomingMessage, response: ServerResponse) => {
    const { url: origin } = authorization.includes('canary') ? others : simulator;
    const reply = await fetch(new URL(url, origin), { headers: { authorization, accept: 'application/json' } });
    const headers = [...reply.headers].filter(([name]) => /^rate|^content-type/.test(name));
    response.writeHead(reply.status, Object.fromEntries(headers)).end(Buffer.from(await reply.arrayBuffer()));
  };
  const server = createServer((request, response) => void pass(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = async () => {
    server.closeAllConnections();
    await Promise.all([new Promise((closed) => server.close(closed)), simulator.close(), others.close()]);
  };
  const [neighbour] = simulator.people;
  if (!neighbour) throw new Error('The simulator has nobody');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, neighbour, close };
}

/** Of the selections for as many days as one operation may ask for, the one that takes longest; all of it is at hand then. */
async function dearestOf(asker: Asker): Promise<string> {
  const timed: { query: string; took: number }[] = [];
  for (const selection of SELECTIONS) {
    const query = await longestOf(asker, selection);
    const start = performance.now();
    await asker.ask(query);
    timed.push({ query, took: performance.now() - start });
  }
  return timed.reduce((dearest, other) => (other.took > dearest.took ? other : dearest)).query;
}

/** The selection for the longest range that is allowed. Each is a little longer than the one before, so that calls suffice. */
async function longestOf({ ask }: Asker, selection: string): Promise<string> {
  let longest = '';
  for (let days = 1; days <= 366; days += 5) {
    const query = `{ viewer { days(range: { lastDays: ${days} }) { nodes ${selection} } } }`;
    try {
      await ask(query);
    } catch (failure) {
      if (String(failure).includes('COST_EXCEEDED')) break;
      throw failure;
    }
    longest = query;
  }
  return longest;
}

/** Milliseconds of each answer to the others, who ask side by side, one question after another. */
async function askAsOthers(others: readonly Asker[]): Promise<number[]> {
  const times: number[] = [];
  const askOften = async ({ ask }: Asker) => {
    for (let count = 0; count < ANSWERS / OTHERS; count += 1) {
      const start = performance.now();
      await ask(USUAL);
      times.push(performance.now() - start);
      await pause();
    }
  };
  await Promise.all(others.map(askOften));
  return times;
}

/** Asks until it is stopped; how often it was answered. */
function startNeighbour({ ask }: Asker, query: string): { stop(): Promise<number> } {
  let [isOver, answers] = [false, 0];
  const askOn = async () => {
    for (; !isOver; answers += 1) await ask(query);
  };
  const asking = Promise.all(Array.from({ length: NEIGHBOURS_AT_ONCE }, askOn));
  return {
    stop: async () => {
      isOver = true;
      await asking;
      return answers;
    },
  };
}

async function measure(change: SourceChange | null): Promise<Measurement> {
  const upstream = await startUpstream();
  const program = startChangedProgram({ PORT: '0', ACCESSLINK_URL: upstream.url }, change);
  const url = new URL(await program.url).origin;
  const neighbour = createAsker(url, upstream.neighbour.token, upstream.neighbour.userId);
  const others = Array.from({ length: OTHERS }, (_, index) => canaryPerson(index)).map(({ token, userId }) =>
    createAsker(url, token, userId),
  );
  const dearest = await dearestOf(neighbour);
  const length = (await neighbour.ask(dearest)).length;
  await askAsOthers(others);
  const [alone, beside]: [number[], number[]] = [[], []];
  let answered = 0;
  for (let round = 0; round < (change ? ROUNDS.control : ROUNDS.measured); round += 1) {
    alone.push(percentile(await askAsOthers(others), 0.99));
    const asking = startNeighbour(neighbour, dearest);
    beside.push(percentile(await askAsOthers(others), 0.99));
    answered += await asking.stop();
  }
  program.child.kill('SIGTERM');
  await program.ended;
  await upstream.close();
  const ratio = median(beside) / median(alone);
  const figure = `p99 ${median(alone).toFixed(1)} ms alone, ${median(beside).toFixed(1)} ms beside (${answered} answers of ${Math.round(length / 1000)} kB): ${ratio.toFixed(2)} times`;
  return { figure, breaches: ratio <= LIMIT ? [] : [figure] };
}

// Times of a machine that does other things at the same time say nothing: vitest.config.ts has this file in the long form only.
bar('neighbour', {
  measure: () => measure(null),
  control: () => measure({ file: '/time-slices.ts', from: 'const SLICE_MS = 1;', to: 'const SLICE_MS = Infinity;' }),
  timeout: 1_800_000,
});
