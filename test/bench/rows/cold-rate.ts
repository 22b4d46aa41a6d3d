// Cold answers: nothing is in memory, every request is somebody else's, and the upstream takes 20 ms.
import { type Contestant, contest, type Speed } from '../contest.ts';
import { runClosedLoop } from '../load/generator.ts';
import { requestsTo } from '../load/request.ts';
import { NIGHTS, tokenOf } from '../operations.ts';
import { NIGHTS_BY_RESOLVERS, nightsByDates, nightsByDatesInCamelCase, nightsByRanges } from '../peer-operations.ts';
import type { ServerProcess } from '../processes.ts';
import { type Bench, type Figure, type Findings, scaled } from '../row.ts';
import { startGateway } from '../servers/gateway.ts';
import { startPeer } from '../servers/peer.ts';
import { number, tableOf } from '../text.ts';

const LATENCY_MS = 20;
const OURS = 'accesslink-graphql';
const [RANGES, DATES, REST] = ['Mesh, ranges by hand', 'Mesh, by date', 'RESTDataSource on Yoga'] as const;

/** What each is asked: what a developer would ask it for these 28 nights. */
const QUERIES: Readonly<Record<string, () => string>> = {
  [OURS]: () => NIGHTS,
  [RANGES]: nightsByRanges,
  [DATES]: nightsByDates,
  [REST]: () => NIGHTS_BY_RESOLVERS,
  'openapi-to-graphql, by date': nightsByDatesInCamelCase,
  'Hive Gateway, ranges by hand': nightsByRanges,
  'Hive Gateway, by date': nightsByDates,
};

/** Answers/s of ours, as a multiple of each peer's. */
export async function measureColdRate(bench: Bench): Promise<Findings> {
  const { upstream, repeats, seconds } = bench;
  const { servers, failures } = await startAll(bench);
  const contestants = Object.entries(QUERIES).flatMap(([name, query]) => {
    const server = servers.get(name);
    return server ? [contestantOf(name, server, query())] : [];
  });
  await upstream.set({ latencyMs: LATENCY_MS });
  try {
    const calls = await callsOf(contestants, bench);
    const speeds = await contest(contestants, { connections: 10, repeats, seconds, warmUpAnswers: scaled(bench, 300) });
    const figureFor = (peer: string): Figure | string => {
      const [ours, theirs] = [speeds[OURS], speeds[peer]];
      return ours && theirs ? figureOf(ours, theirs) : `${peer} does not run here`;
    };
    return {
      figures: { 'cold-ranges': figureFor(RANGES), 'cold-dates': figureFor(DATES), 'cold-rest': figureFor(REST) },
      details: [table(speeds, calls), ...failures].join('\n\n'),
    };
  } finally {
    await upstream.set({ latencyMs: 0 });
    await Promise.all([...new Set(servers.values())].map((server) => server.stop()));
  }
}

async function startAll({ upstream, note }: Bench) {
  const servers = new Map<string, ServerProcess>([[OURS, await startGateway({ upstream: upstream.origin })]]);
  const failures: string[] = [];
  for (const [peer, names] of [
    ['mesh', [RANGES, DATES]],
    ['rest-data-source', [REST]],
    ['openapi-to-graphql', ['openapi-to-graphql, by date']],
    ['hive-gateway', ['Hive Gateway, ranges by hand', 'Hive Gateway, by date']],
  ] as const) {
    try {
      const server = await startPeer(peer, upstream.origin);
      for (const name of names) servers.set(name, server);
    } catch (failure) {
      note(`${peer} does not start: ${String(failure)}`);
      failures.push(`${peer} does not start: ${String(failure).split('\n').slice(0, 3).join(' ')}`);
    }
  }
  return { servers, failures };
}

function contestantOf(name: string, server: ServerProcess, query: string): Contestant {
  const request = requestsTo(server.origin);
  return { name, server, request: (index) => request({ query, token: tokenOf('cold', index) }) };
}

/** Calls that one answer costs. */
async function callsOf(contestants: readonly Contestant[], { upstream }: Bench): Promise<Map<string, number>> {
  const calls = new Map<string, number>();
  for (const { name, server, request } of contestants) {
    await upstream.take();
    const { origin } = server;
    // The last of the numbers, which no measurement uses.
    await runClosedLoop({ origin, connections: 1, seconds: 60, answers: 1, request: () => request(-1 - calls.size) });
    calls.set(name, (await upstream.take()).count);
  }
  return calls;
}

function figureOf(ours: Speed, theirs: Speed): Figure {
  const value = ours.perSecond / theirs.perSecond;
  const [cpu, theirCpu] = [ours.cpuMicros / 1000, theirs.cpuMicros / 1000].map(number);
  return {
    value,
    text: `${number(value)} x (${number(ours.perSecond)}/s to ${number(theirs.perSecond)}/s; CPU an answer ${cpu} to ${theirCpu} ms)`,
  };
}

function table(speeds: Readonly<Record<string, Speed>>, calls: ReadonlyMap<string, number>): string {
  const rows = Object.entries(speeds).map(([name, { perSecond, cpuMicros, p50, p99 }]) => {
    return [name, String(calls.get(name)), perSecond, cpuMicros / 1000, p50, p99];
  });
  return tableOf(['server', 'calls an answer', 'answers/s', 'CPU ms an answer', 'p50 ms', 'p99 ms'], rows);
}
