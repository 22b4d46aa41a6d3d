// 365 days of 5 resources from memory, against Yoga on the same data as a constant.
import { median } from '../arithmetic.ts';
import { fill } from '../filling.ts';
import { runClosedLoop } from '../load/generator.ts';
import { requestsTo } from '../load/request.ts';
import { FIVE_RESOURCES, range, tokenOf } from '../operations.ts';
import type { ServerProcess } from '../processes.ts';
import { answerFile, assertNoCalls } from '../remembered.ts';
import type { Bench, Findings } from '../row.ts';
import { startGateway } from '../servers/gateway.ts';
import { startPeer } from '../servers/peer.ts';
import { number, tableOf } from '../text.ts';

const DAYS = 365;
/** The days before them are the newest of which a record is cached for minutes only. */
const LAST = 1;
const ANSWERS = { warmUp: 15, measured: 15 };

/** p50 of answers one after the other; the CPU of an answer, and that of Yoga, are below the table. */
export async function measureYear(bench: Bench): Promise<Findings> {
  const { upstream, repeats } = bench;
  const gateway = await startGateway({ upstream: upstream.origin });
  await fill(gateway, { query: FIVE_RESOURCES, group: 'year', people: 1, days: DAYS + LAST });
  const file = await answerFile(gateway, bench, operationOf(0));
  const servers = { ours: gateway, 'Yoga, default': await startPeer('constant-yoga', 'default', file) };
  try {
    await upstream.take();
    const measured = { ours: await ask(gateway, 0), 'Yoga, default': await ask(servers['Yoga, default'], 0) };
    const all = { ours: [measured.ours], 'Yoga, default': [measured['Yoga, default']] };
    for (let repeat = 1; repeat <= repeats; repeat += 1) {
      for (const name of ['ours', 'Yoga, default'] as const) all[name].push(await ask(servers[name], repeat));
    }
    await assertNoCalls(bench);
    const middle = (name: keyof typeof all, of: 'ms' | 'cpuMs') => median(all[name].slice(1).map((one) => one[of]));
    const rows = (['ours', 'Yoga, default'] as const).map((name) => [name, middle(name, 'ms'), middle(name, 'cpuMs')]);
    const [ours, theirs] = [middle('ours', 'ms'), middle('Yoga, default', 'ms')];
    return {
      figures: {
        year: { value: ours, text: `${number(ours)} ms (default Yoga on constant data ${number(theirs)} ms)` },
      },
      details: tableOf(['server', 'p50 ms', 'CPU ms an answer'], rows),
    };
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}

function operationOf(index: number) {
  return { query: FIVE_RESOURCES, variables: range(DAYS, LAST, DAYS + index), token: tokenOf('year', 0) };
}

async function ask(server: ServerProcess, repeat: number) {
  const request = requestsTo(server.origin);
  const before = server.cpuSeconds();
  const { times } = await runClosedLoop({
    origin: server.origin,
    connections: 1,
    seconds: 60,
    answers: repeat === 0 ? ANSWERS.warmUp : ANSWERS.measured,
    request: (index) => request(operationOf(1 + repeat * 1000 + index)),
  });
  return { ms: median(times), cpuMs: ((server.cpuSeconds() - before) * 1000) / times.length };
}
