// From memory with new variables: no whole answer can be served again, but all records are there.
import { contest } from '../contest.ts';
import { FOUR_RESOURCES, newVariables } from '../operations.ts';
import { answerFile, assertNoCalls, newRequests, startRemembering } from '../remembered.ts';
import { type Bench, type Findings, scaled } from '../row.ts';
import { startPeer } from '../servers/peer.ts';
import { number, tableOf } from '../text.ts';

/** CPU of default Yoga on constant data, as a multiple of ours. */
export async function measureMemory(bench: Bench): Promise<Findings> {
  const { repeats, seconds, upstream } = bench;
  const gateway = await startRemembering(bench, FOUR_RESOURCES);
  const file = await answerFile(gateway, bench, newVariables(FOUR_RESOURCES, 0));
  const yoga = (variant: string) => startPeer('constant-yoga', variant, file);
  const servers = {
    ours: gateway,
    'Yoga, default': await yoga('default'),
    'Yoga, tuned': await yoga('tuned'),
    'Yoga, tuned, response cache': await yoga('response-cache'),
    'Yoga, tuned, graphql-jit': await yoga('jit'),
  };
  try {
    await upstream.take();
    const contestants = (Object.keys(servers) as (keyof typeof servers)[]).map((name) => ({
      name,
      server: servers[name],
      request: newRequests(servers[name], FOUR_RESOURCES),
    }));
    const speeds = await contest(contestants, {
      connections: 10,
      repeats,
      seconds,
      warmUpAnswers: scaled(bench, 20_000),
    });
    await assertNoCalls(bench);
    const [ours, theirs] = [speeds.ours.cpuMicros, speeds['Yoga, default'].cpuMicros];
    const rows = Object.entries(speeds).map(([name, { perSecond, cpuMicros, p50, p99 }]) => {
      return [name, cpuMicros, cpuMicros / ours, perSecond, p50, p99];
    });
    return {
      figures: {
        memory: { value: theirs / ours, text: `${number(theirs / ours)} x (${number(ours)} to ${number(theirs)} us)` },
      },
      details: tableOf(['server', 'CPU us an answer', 'times ours', 'answers/s', 'p50 ms', 'p99 ms'], rows),
    };
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}
