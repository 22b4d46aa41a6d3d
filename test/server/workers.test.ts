// The program with two workers: both answer at one address, within one budget, and one that ends is replaced.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { buildProgram } from '../support/built-program.ts';
import { headersOf, startGateway } from '../support/gateway.ts';
import { type Program, startProgram } from './process.ts';

const METRICS_TOKEN = 'a-long-token-that-nobody-guesses-0123456789';
const NIGHTS =
  '{ viewer { nights(range: { between: { from: "2026-11-18", to: "2026-11-20" } }) { nodes { date sleepScore } } } }';
const PLAN = { 'accesslink-plan': 'only' };

const built = buildProgram();
afterAll(() => built.remove());
const running: Program[] = [];
const agents: Agent[] = [];
afterEach(() => {
  for (const agent of agents.splice(0)) agent.destroy();
  for (const { child } of running.splice(0)) child.kill('SIGKILL');
});

function start(variables: Readonly<Record<string, string>> = {}): Program {
  const program = startProgram({ PORT: '0', WORKERS: '2', ...variables }, built.script);
  running.push(program);
  return program;
}

/** One connection, which one worker has: those of one after the other are given to the workers in turn. */
function connection(): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agents.push(agent);
  return agent;
}

interface Response {
  readonly status: number;
  readonly text: string;
}

interface Sent {
  readonly agent?: Agent;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function send(url: string | URL, { agent = connection(), headers = {}, body }: Sent): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers, method: body === undefined ? 'GET' : 'POST' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text: String(Buffer.concat(chunks)) }));
      response.once('error', reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Where the records of an answer came from. */
interface Cost {
  readonly calls: number;
  readonly fromMemory: number;
  readonly fromStore: number;
  readonly plan?: readonly unknown[];
}

type Headers = Readonly<Record<string, string>>;

async function ask(url: string, agent = connection(), headers: Headers = {}): Promise<Cost> {
  const sent = { agent, headers: { 'content-type': 'application/json', ...headers } };
  const { text } = await send(url, { ...sent, body: JSON.stringify({ query: NIGHTS }) });
  const { errors, extensions } = JSON.parse(text) as { errors?: unknown; extensions: { accesslink: Cost } };
  expect(errors).toBeUndefined();
  return extensions.accesslink;
}

/** Lets both have the nights in memory: the first has read them, and stored them behind its answer. */
async function readByBoth(url: string, [one, other]: readonly Agent[], headers: Headers = {}): Promise<void> {
  expect(await ask(url, one, headers)).toMatchObject({ calls: 1 });
  const planned = async () => (await ask(url, other, { ...headers, ...PLAN })).plan;
  await expect.poll(planned).toEqual([]);
  expect(await ask(url, other, headers)).toMatchObject({ calls: 0 });
}

/** The requests that each worker has answered, by its number. */
async function answeredBy(url: string): Promise<ReadonlyMap<string, number>> {
  const { text } = await send(new URL('/metrics', url), { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  const lines = text.matchAll(/^accesslink_operations_total\{.*worker="(\d)"\} (\d+)$/gm);
  return new Map([...lines].map(([, worker = '', count]) => [worker, Number(count)]));
}

/** The lines of an event in the log. */
const linesOf = (program: Program, event: string) =>
  program
    .output()
    .split('\n')
    .filter((line) => line.includes(`"event":"${event}"`));

describe('two workers', () => {
  it('answer connections in turn, and send what one process would', async () => {
    const gateway = await startGateway();
    const { simulator } = gateway;
    const url = await start({ ACCESSLINK_URL: simulator.url, METRICS_TOKEN }).url;
    const connections = [connection(), connection()];
    const headers = headersOf(simulator, 0);
    await readByBoth(url, connections, headers);
    for (const agent of connections) expect(await ask(url, agent, headers)).toMatchObject({ calls: 0, fromMemory: 3 });
    expect(simulator.requests).toHaveLength(1);
    const answered = await answeredBy(url);
    expect([...answered.keys()].toSorted()).toEqual(['1', '2']);
    await gateway.close();
  });

  it('know at once what is erased at the other', async () => {
    // Of the demo user, whose simulator is in the primary.
    const url = await start().url;
    const connections = [connection(), connection()] as const;
    await readByBoth(url, connections);
    const body = JSON.stringify({ query: 'mutation { forgetMe { userErrors { message } } }' });
    await send(url, { agent: connections[0], headers: { 'content-type': 'application/json' }, body });
    const planned = async () => (await ask(url, connections[1], PLAN)).plan;
    await expect.poll(planned).toHaveLength(1);
    expect(await ask(url, connections[1])).toMatchObject({ calls: 1, fromMemory: 0, fromStore: 0 });
  });

  it('are replaced when they end, and the other one answers meanwhile', async () => {
    const program = start();
    const url = await program.url;
    const [one, other] = [connection(), connection()];
    const pids = workersOf(program);
    await Promise.all([ask(url, one), ask(url, other)]);
    process.kill(pids[0] ?? 0, 'SIGKILL');
    await expect.poll(() => linesOf(program, 'worker-ended')).toHaveLength(1);
    expect(linesOf(program, 'worker-ended')[0]).toContain('"ended":"SIGKILL"');
    // One connection broke off with its worker; new ones are given to the other.
    for (let times = 0; times < 4; times += 1) await ask(url);
    await expect.poll(() => linesOf(program, 'worker-replaced')).toHaveLength(1);
    expect(workersOf(program)).toHaveLength(2);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(linesOf(program, 'stopped')).toHaveLength(3);
    expect(program.output()).toContain('"worker":2');
  });

  it('end with their primary, however it ends', async () => {
    const program = start();
    await program.url;
    const pids = workersOf(program);
    program.child.kill('SIGKILL');
    await program.ended;
    await expect.poll(() => pids.filter(isRunning)).toEqual([]);
  });
});

describe('two workers that cannot start', () => {
  it('exit with 1, and say once why', async () => {
    const first = start();
    const { port } = new URL(await first.url);
    const second = start({ PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toBe(
      `Cannot listen on 127.0.0.1:${port}: the port is in use; set PORT to another\n` +
        'Cannot start: worker 1 ended with 1\n',
    );
  });
});

/** Process numbers of the workers: children of the primary. */
function workersOf({ child }: Program): number[] {
  const text = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
  return text.trim().split(' ').map(Number);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
