// Two workers against one, on all cores, which the load shares with them. The question is one that costs the servers more than the
// load generator: otherwise that is what is measured.
import { contest, speedOf } from '../contest.ts';
import { requestsTo } from '../load/request.ts';
import { HEART_RATES, thinnedHeartRates } from '../operations.ts';
import { CORES, type ServerProcess } from '../processes.ts';
import { assertNoCalls, startRemembering } from '../remembered.ts';
import { type Bench, type Findings, scaled } from '../row.ts';
import { number, tableOf } from '../text.ts';

/** Answers/s of two, as a multiple of one. */
export async function measureWorkers(bench: Bench): Promise<Findings> {
  const { repeats, seconds, upstream } = bench;
  const start = (count: number) => {
    return startRemembering(bench, HEART_RATES, { env: { WORKERS: String(count) }, core: CORES.any });
  };
  const servers = { one: await start(1), two: await start(2) };
  try {
    const contestants = (['one', 'two'] as const).map((name) => ({
      name,
      server: servers[name],
      request: requestsOf(servers[name]),
    }));
    const warmUp = { connections: 32, seconds: 20, answers: scaled(bench, 4_000) };
    // What one worker has read, the other one reads from the store, or where that could not keep up, once more.
    for (const contestant of contestants) await speedOf(contestant, warmUp);
    await upstream.take();
    const speeds = await contest(contestants, { connections: 32, repeats, seconds, warmUpAnswers: warmUp.answers });
    await assertNoCalls(bench);
    const { one, two } = speeds;
    const value = two.perSecond / one.perSecond;
    const cpu = `CPU an answer ${number(two.cpuMicros)} to ${number(one.cpuMicros)} us, of the load ${number(two.loadMicros)}`;
    const text = `${number(value)} x (${number(two.perSecond)} to ${number(one.perSecond)}/s; ${cpu})`;
    const rows = Object.entries(speeds).map(([name, { perSecond, cpuMicros, loadMicros, p50, p99 }]) => {
      return [name, perSecond, cpuMicros, loadMicros, p50, p99];
    });
    return {
      figures: { workers: { value, text } },
      details: tableOf(['workers', 'answers/s', 'CPU us an answer', 'of the load', 'p50 ms', 'p99 ms'], rows),
    };
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}

function requestsOf({ origin }: ServerProcess): (index: number) => Buffer {
  const request = requestsTo(origin);
  return (index) => request(thinnedHeartRates(index));
}
