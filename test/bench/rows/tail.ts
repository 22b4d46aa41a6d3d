// How much slower the slowest answers are under load: p99 at 70 % of the highest load, with requests that come at their own rate.
import { median, percentile } from '../arithmetic.ts';
import { speedOf } from '../contest.ts';
import { runOpenLoop } from '../load/generator.ts';
import { FOUR_RESOURCES } from '../operations.ts';
import { newRequests, startRemembering } from '../remembered.ts';
import { type Bench, type Findings, scaled } from '../row.ts';
import { number, tableOf } from '../text.ts';

/** p99 as a multiple of p50. */
export async function measureTail(bench: Bench): Promise<Findings> {
  const { repeats, seconds } = bench;
  const gateway = await startRemembering(bench, FOUR_RESOURCES);
  const contestant = { name: 'ours', server: gateway, request: newRequests(gateway, FOUR_RESOURCES) };
  const measured: { highest: number; p50: number; p99: number }[] = [];
  try {
    await speedOf(contestant, { connections: 32, seconds: 20, answers: scaled(bench, 2_000) });
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const offset = (repeat + 1) * 10_000_000;
      const request = (index: number) => contestant.request(offset + index);
      const { perSecond: highest } = await speedOf({ ...contestant, request }, { connections: 32, seconds });
      const open = { origin: gateway.origin, perSecond: 0.7 * highest, seconds: 2 * seconds };
      const { times } = await runOpenLoop({ ...open, request: (index) => request(5_000_000 + index) });
      measured.push({ highest, p50: percentile(times, 50), p99: percentile(times, 99) });
    }
  } finally {
    await gateway.stop();
  }
  const value = median(measured.map(({ p50, p99 }) => p99 / p50));
  const [p50, p99] = [median(measured.map((one) => one.p50)), median(measured.map((one) => one.p99))];
  return {
    figures: { tail: { value, text: `${number(value)} x (${number(p99)} to ${number(p50)} ms)` } },
    details: tableOf(
      ['highest load, answers/s', 'p50 ms at 70 %', 'p99 ms at 70 %', 'p99/p50'],
      measured.map((one) => [one.highest, one.p50, one.p99, one.p99 / one.p50]),
    ),
  };
}
