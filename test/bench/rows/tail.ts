// How much slower the slowest answers are under load: p99 at 70 % of the highest load, with requests that come at their own rate.
// Bare node:http at the same rate says what of it is the machine's and the load generator's.
import { median, percentile } from '../arithmetic.ts';
import { speedOf } from '../contest.ts';
import { runOpenLoop } from '../load/generator.ts';
import { FOUR_RESOURCES, newVariables } from '../operations.ts';
import type { ServerProcess } from '../processes.ts';
import { answerFile, newRequests, startRemembering } from '../remembered.ts';
import { type Bench, type Findings, scaled } from '../row.ts';
import { startBare } from '../servers/peer.ts';
import { number, tableOf } from '../text.ts';

interface Tail {
  readonly p50: number;
  readonly p99: number;
}

interface Measured extends Tail {
  readonly highest: number;
  readonly bare: Tail;
}

/** p99 as a multiple of p50. */
export async function measureTail(bench: Bench): Promise<Findings> {
  const gateway = await startRemembering(bench, FOUR_RESOURCES);
  const bare = await startBare(await answerFile(gateway, bench, newVariables(FOUR_RESOURCES, 0)));
  const measured: Measured[] = [];
  try {
    const contestant = { name: 'ours', server: gateway, request: newRequests(gateway, FOUR_RESOURCES) };
    await speedOf(contestant, { connections: 32, seconds: 20, answers: scaled(bench, 2_000) });
    for (let repeat = 0; repeat < bench.repeats; repeat += 1) {
      measured.push(await measureOnce(bench, { gateway, bare, repeat }));
    }
  } finally {
    await Promise.all([gateway.stop(), bare.stop()]);
  }
  return findingsOf(measured);
}

async function measureOnce(
  { seconds }: Bench,
  { gateway, bare, repeat }: { readonly gateway: ServerProcess; readonly bare: ServerProcess; readonly repeat: number },
): Promise<Measured> {
  const first = (repeat + 1) * 10_000_000;
  const ours = newRequests(gateway, FOUR_RESOURCES);
  const contestant = { name: 'ours', server: gateway, request: (index: number) => ours(first + index) };
  const { perSecond: highest } = await speedOf(contestant, { connections: 32, seconds });
  const tailOf = async ({ origin }: ServerProcess): Promise<Tail> => {
    const request = (index: number) => ours(first + 5_000_000 + index);
    const { times } = await runOpenLoop({ origin, request, perSecond: 0.7 * highest, seconds: 2 * seconds });
    return { p50: percentile(times, 50), p99: percentile(times, 99) };
  };
  return { highest, ...(await tailOf(gateway)), bare: await tailOf(bare) };
}

function findingsOf(measured: readonly Measured[]): Findings {
  const value = median(measured.map(({ p50, p99 }) => p99 / p50));
  const [p50, p99] = [median(measured.map((one) => one.p50)), median(measured.map((one) => one.p99))];
  const bareP99 = number(median(measured.map(({ bare }) => bare.p99)));
  const text = `${number(value)} x (${number(p99)} to ${number(p50)} ms; p99 of bare node:http at this rate ${bareP99} ms)`;
  return {
    figures: { tail: { value, text } },
    details: tableOf(
      ['highest load, answers/s', 'p50 ms at 70 %', 'p99 ms at 70 %', 'p99/p50', 'bare p50 ms', 'bare p99 ms'],
      measured.map((one) => [one.highest, one.p50, one.p99, one.p99 / one.p50, one.bare.p50, one.bare.p99]),
    ),
  };
}
