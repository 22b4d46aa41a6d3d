// Asked again: the same document with the same variables of the same people, an answer of 8 kB.
import { statSync } from 'node:fs';
import { contest, type Speed } from '../contest.ts';
import { requestsTo } from '../load/request.ts';
import { FOUR_RESOURCES, range, REMEMBERED, SETTLED_DAYS, tokenOf } from '../operations.ts';
import type { ServerProcess } from '../processes.ts';
import { answerFile, assertNoCalls, startRemembering } from '../remembered.ts';
import { type Bench, type Findings, scaled } from '../row.ts';
import { startBare, startPeer } from '../servers/peer.ts';
import { number, tableOf } from '../text.ts';

const operationOf = (index: number) => ({
  query: FOUR_RESOURCES,
  variables: range(28, SETTLED_DAYS),
  token: tokenOf('remembered', index % REMEMBERED.people),
});

/** What an answer costs bare node:http, as a share of what it costs us. */
export async function measureAgain(bench: Bench): Promise<Findings> {
  const { repeats, seconds, upstream } = bench;
  const gateway = await startRemembering(bench, FOUR_RESOURCES);
  const file = await answerFile(gateway, bench, operationOf(0));
  const servers = {
    ours: gateway,
    'bare node:http': await startBare(file),
    'Yoga, default': await startPeer('constant-yoga', 'default', file),
    'Yoga, tuned, response cache': await startPeer('constant-yoga', 'response-cache', file),
  };
  try {
    await upstream.take();
    const contestants = (Object.keys(servers) as (keyof typeof servers)[]).map((name) => ({
      name,
      server: servers[name],
      request: repeatedRequests(servers[name]),
    }));
    const speeds = await contest(contestants, {
      connections: 10,
      repeats,
      seconds,
      warmUpAnswers: scaled(bench, 20_000),
    });
    await assertNoCalls(bench);
    return findingsOf(speeds, statSync(file).size);
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}

function findingsOf(speeds: Readonly<Record<'ours' | 'bare node:http', Speed>>, bytes: number): Findings {
  const [ours, bare] = [speeds.ours, speeds['bare node:http']];
  const value = bare.cpuMicros / ours.cpuMicros;
  const rate = number(ours.perSecond / bare.perSecond);
  const text = `${number(value)} (${number(ours.cpuMicros)} to ${number(bare.cpuMicros)} us; ${rate} of its rate)`;
  const rows = Object.entries(speeds).map(([name, { perSecond, cpuMicros, p50, p99 }]) => {
    return [name, cpuMicros, bare.cpuMicros / cpuMicros, perSecond, p50, p99];
  });
  const table = tableOf(['server', 'CPU us an answer', 'of bare', 'answers/s', 'p50 ms', 'p99 ms'], rows);
  return { figures: { again: { value, text } }, details: `An answer of ${bytes} bytes.\n\n${table}` };
}

/** Made before they are sent: there are only so many. */
function repeatedRequests({ origin }: ServerProcess): (index: number) => Buffer {
  const requests = Array.from({ length: REMEMBERED.people }, (_, index) => requestsTo(origin)(operationOf(index)));
  return (index) => requests[index % requests.length] ?? Buffer.alloc(0);
}
