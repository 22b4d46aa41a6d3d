// Two workers against one, on all cores, which the load shares with them.
import { readFileSync } from 'node:fs';
import { contest } from '../contest.ts';
import { FOUR_RESOURCES } from '../operations.ts';
import { CORES } from '../processes.ts';
import { newRequests, startRemembering } from '../remembered.ts';
import { type Bench, type Findings, scaled } from '../row.ts';
import { number, tableOf } from '../text.ts';

/** Answers/s of two, as a multiple of one. */
export async function measureWorkers(bench: Bench): Promise<Findings> {
  if (!/^WORKERS=/m.test(readFileSync('.env.example', 'utf8'))) {
    return { figures: { workers: 'the program has no workers yet' } };
  }
  const { repeats, seconds } = bench;
  const start = (count: number) => {
    return startRemembering(bench, FOUR_RESOURCES, { env: { WORKERS: String(count) }, core: CORES.any });
  };
  const servers = { one: await start(1), two: await start(2) };
  try {
    const contestants = (['one', 'two'] as const).map((name) => ({
      name,
      server: servers[name],
      request: newRequests(servers[name], FOUR_RESOURCES),
    }));
    const speeds = await contest(contestants, {
      connections: 32,
      repeats,
      seconds,
      warmUpAnswers: scaled(bench, 4_000),
    });
    const value = speeds.two.perSecond / speeds.one.perSecond;
    const rows = Object.entries(speeds).map(([name, { perSecond, p50, p99 }]) => [name, perSecond, p50, p99]);
    return {
      figures: {
        workers: {
          value,
          text: `${number(value)} x (${number(speeds.two.perSecond)} to ${number(speeds.one.perSecond)}/s)`,
        },
      },
      details: tableOf(['workers', 'answers/s', 'p50 ms', 'p99 ms'], rows),
    };
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}
