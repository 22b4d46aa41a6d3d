// What large answers cost everybody else: bodies of 16 MB come, answers of 10 MB go, and small questions are asked meanwhile.
import { median, percentile } from '../arithmetic.ts';
import { fill } from '../filling.ts';
import { openConnection } from '../load/connection.ts';
import { runOpenLoop } from '../load/generator.ts';
import { requestsTo } from '../load/request.ts';
import { FOUR_RESOURCES, HEART_RATES, newVariables, range, REMEMBERED, SETTLED_DAYS, tokenOf } from '../operations.ts';
import type { Bench, Findings } from '../row.ts';
import { type Gateway, startGateway } from '../servers/gateway.ts';
import { number, tableOf } from '../text.ts';

/** 28 days of them are a body of 16 MB. */
const HEART_RATES_A_DAY = 12_700;
const SMALL = { perSecond: 40, days: 1 };

interface Measured {
  readonly stallMs: number;
  readonly alone: number;
  readonly meanwhile: number;
  readonly large: readonly number[];
}

export async function measureStall(bench: Bench): Promise<Findings> {
  const { upstream, repeats } = bench;
  await upstream.set({ heartRates: HEART_RATES_A_DAY });
  const gateway = await startGateway({ upstream: upstream.origin, observed: true });
  try {
    await fill(gateway, { query: FOUR_RESOURCES, group: 'remembered', ...REMEMBERED });
    const measured: Measured[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) measured.push(await measureOnce(bench, gateway, repeat));
    const stall = median(measured.map(({ stallMs }) => stallMs));
    const value = median(measured.map(({ alone, meanwhile }) => meanwhile / alone));
    const [meanwhile, alone] = (['meanwhile', 'alone'] as const).map((name) =>
      number(median(measured.map((one) => one[name]))),
    );
    return {
      figures: {
        stall: { value: stall, text: `${number(stall)} ms` },
        neighbours: { value, text: `${number(value)} x (${meanwhile} to ${alone} ms)` },
      },
      details: tableOf(
        ['longest stall ms', 'p99 of small questions ms', 'alone ms', 'large answers', 'p50 of them ms'],
        measured.map((one) => [one.stallMs, one.meanwhile, one.alone, String(one.large.length), median(one.large)]),
      ),
    };
  } finally {
    await gateway.stop();
    await upstream.set({ heartRates: 288 });
  }
}

async function measureOnce({ seconds }: Bench, gateway: Gateway, repeat: number): Promise<Measured> {
  const alone = await askSmall(gateway, 2 * seconds, 2 * repeat);
  await gateway.observe();
  let isOver = false;
  const large = askLarge(gateway, repeat, () => isOver);
  const meanwhile = await askSmall(gateway, 4 * seconds, 2 * repeat + 1);
  isOver = true;
  const times = await large;
  const { stallMs } = await gateway.observe();
  return { stallMs, alone, meanwhile, large: times };
}

/** p99 in milliseconds. */
async function askSmall({ origin }: Gateway, seconds: number, part: number): Promise<number> {
  const request = requestsTo(origin);
  const { perSecond, days } = SMALL;
  const { times } = await runOpenLoop({
    origin,
    perSecond,
    seconds,
    request: (index) => {
      const operation = newVariables(FOUR_RESOURCES, part * 100_000 + index);
      return request({
        ...operation,
        variables: range(days, SETTLED_DAYS + (index % 50), 28 + part * 100_000 + index),
      });
    },
  });
  return percentile(times, 99);
}

/** In turns until it is over: read and thinned, from memory whole, from memory thinned. */
async function askLarge({ origin }: Gateway, repeat: number, isOver: () => boolean): Promise<number[]> {
  const request = requestsTo(origin);
  const connection = await openConnection(origin);
  const times: number[] = [];
  for (let index = 0; !isOver(); index += 1) {
    const token = tokenOf(`large-${repeat}`, Math.floor(index / 3));
    const points = [100, undefined, 200 + index][index % 3];
    const variables = { ...range(28, SETTLED_DAYS), ...(points !== undefined && { points }) };
    const sent = performance.now();
    const reply = await connection.send(request({ query: HEART_RATES, variables, token }));
    // Errors are small, and what is large is not searched for them: that would hold the load up.
    if (reply.bytes < 50_000) throw new Error(`A large answer is none: ${reply.body().toString('utf8', 0, 600)}`);
    times.push(performance.now() - sent);
  }
  connection.close();
  return times;
}
