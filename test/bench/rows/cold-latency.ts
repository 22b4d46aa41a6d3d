// How many latencies a cold answer takes: in a warm process, and as the first operation of one.
import { median } from '../arithmetic.ts';
import { type Connection, openConnection } from '../load/connection.ts';
import { assertAnswer } from '../load/generator.ts';
import { getRequest, requestsTo } from '../load/request.ts';
import { daysAgo, FOUR_RESOURCES, tokenOf } from '../operations.ts';
import { type Bench, type Findings, scaled } from '../row.ts';
import { startGateway } from '../servers/gateway.ts';
import { number, tableOf } from '../text.ts';

const LATENCY_MS = 100;
const COUNTS = { calls: 20, warmUp: 300, answers: 40, processes: 7 };

/** Medians, in times of one call that is sent alone over an open connection. */
export async function measureColdLatency(bench: Bench): Promise<Findings> {
  const { upstream } = bench;
  try {
    await upstream.set({ latencyMs: LATENCY_MS });
    const call = await timesOf(await openConnection(upstream.origin), scaled(bench, COUNTS.calls), () =>
      getRequest(upstream.origin, `/v3/users/activities/${daysAgo(3)}`),
    );
    const warm = await warmAnswers(bench);
    const first: number[] = [];
    for (let index = 0; index < scaled(bench, COUNTS.processes); index += 1) first.push(await firstAnswer(bench));
    const one = median(call);
    const figure = (times: readonly number[]) => {
      return { value: median(times) / one, text: `${number(median(times) / one)} (${number(median(times))} ms)` };
    };
    const row = (name: string, times: readonly number[]) => [
      name,
      median(times),
      median(times) / one,
      Math.max(...times),
    ];
    return {
      figures: { 'cold-latency': figure(warm), 'first-operation': figure(first) },
      details: tableOf(
        ['answer', 'p50 ms', 'latencies', 'slowest ms'],
        [row('one call', call), row('cold, warm process', warm), row('first of a process', first)],
      ),
    };
  } finally {
    await upstream.set({ latencyMs: 0 });
  }
}

async function warmAnswers(bench: Bench): Promise<number[]> {
  const { upstream } = bench;
  const gateway = await startGateway({ upstream: upstream.origin });
  try {
    const request = requestsTo(gateway.origin);
    const connection = await openConnection(gateway.origin);
    const ask = (group: string) => (index: number) => request(operationOf(group, index));
    await upstream.set({ latencyMs: 0 });
    await timesOf(connection, scaled(bench, COUNTS.warmUp), ask('warm-up'));
    await upstream.set({ latencyMs: LATENCY_MS });
    return await timesOf(await openConnection(gateway.origin), scaled(bench, COUNTS.answers), ask('cold'));
  } finally {
    await gateway.stop();
  }
}

/** The moment that it listens is the moment that it is asked. */
async function firstAnswer({ upstream }: Bench): Promise<number> {
  const gateway = await startGateway({ upstream: upstream.origin });
  try {
    const request = requestsTo(gateway.origin);
    const [time = Number.NaN] = await timesOf(await openConnection(gateway.origin), 1, (index) =>
      request(operationOf('first', index)),
    );
    return time;
  } finally {
    await gateway.stop();
  }
}

function operationOf(group: string, index: number) {
  return { query: FOUR_RESOURCES, variables: { range: { lastDays: 28 } }, token: tokenOf(group, index) };
}

/** One after the other; closes the connection. */
async function timesOf(connection: Connection, count: number, request: (index: number) => Buffer): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const bytes = request(index);
    const sent = performance.now();
    assertAnswer(await connection.send(bytes));
    times.push(performance.now() - sent);
  }
  connection.close();
  return times;
}
