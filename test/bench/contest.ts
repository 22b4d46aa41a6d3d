// Measures servers in turns: each repeat asks all of them, so that what else the machine does concerns all alike.
import { median, medians, percentile } from './arithmetic.ts';
import { type ClosedLoop, runClosedLoop } from './load/generator.ts';
import type { ServerProcess } from './processes.ts';

export interface Contestant {
  readonly name: string;
  readonly server: ServerProcess;
  /** The bytes of the request with a number. No number is used twice. */
  readonly request: (index: number) => Buffer;
}

/** A server under load. */
export interface Speed extends Readonly<Record<string, number>> {
  readonly perSecond: number;
  /** Microseconds of CPU that the server spent on an answer. */
  readonly cpuMicros: number;
  /** And the load generator. */
  readonly loadMicros: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export interface ContestOptions {
  readonly connections: number;
  readonly repeats: number;
  /** Of each measurement. */
  readonly seconds: number;
  /** Before the first, for code to be compiled and connections to be opened: so many answers, or 20 seconds. */
  readonly warmUpAnswers: number;
}

/** Of less the kernel's count of CPU, in hundredths of a second, says little. */
const FEWEST = 100;

/** The medians of each. */
export async function contest<Name extends string>(
  contestants: readonly (Contestant & { readonly name: Name })[],
  { connections, repeats, seconds, warmUpAnswers }: ContestOptions,
): Promise<Record<Name, Speed>> {
  const measured = new Map<Name, Speed[]>();
  let next = 0;
  for (let repeat = -1; repeat < repeats; repeat += 1) {
    for (const contestant of contestants) {
      const offset = next;
      const request = (index: number) => contestant.request(offset + index);
      const length = repeat < 0 ? { seconds: 20, answers: warmUpAnswers } : { seconds, atLeast: FEWEST };
      const speed = await speedOf({ ...contestant, request }, { connections, ...length });
      next += 1_000_000;
      if (repeat >= 0) measured.set(contestant.name, [...(measured.get(contestant.name) ?? []), speed]);
    }
  }
  // One for each contestant.
  return Object.fromEntries([...measured].map(([name, speeds]) => [name, medians(speeds)])) as Record<Name, Speed>;
}

/** One measurement. */
export async function speedOf(
  { server, request }: Contestant,
  options: Pick<ClosedLoop, 'connections' | 'seconds' | 'answers' | 'atLeast'>,
): Promise<Speed> {
  const [before, loadBefore] = [server.cpuSeconds(), process.cpuUsage()];
  const load = await runClosedLoop({ origin: server.origin, request, ...options });
  const cpu = server.cpuSeconds() - before;
  const { user, system } = process.cpuUsage(loadBefore);
  return {
    perSecond: load.answers / load.seconds,
    cpuMicros: (cpu / load.answers) * 1e6,
    loadMicros: (user + system) / load.answers,
    p50: median(load.times),
    p99: percentile(load.times, 99),
  };
}
