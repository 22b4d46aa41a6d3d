// The bench's arithmetic: medians, percentiles, rounds of calls, and what the kernel says a process has used.

/** The middle value of a list, the mean of the two middle ones where their number is even. NaN for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** The smallest value that at least `percent` of all values do not pass (nearest rank). NaN for an empty list. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** The median of each number of several results. */
export function medians<Result extends Readonly<Record<string, number>>>(results: readonly Result[]): Result {
  const names = Object.keys(results[0] ?? {});
  // The same names as in each result, which the compiler does not see.
  return Object.fromEntries(
    names.map((name) => [name, median(results.map((one) => one[name] ?? Number.NaN))]),
  ) as Result;
}

/** A call, by when it was received and when it was answered, in milliseconds. */
export interface TimedCall {
  readonly begin: number;
  readonly end: number;
}

/** How many calls one after the other made the longest chain: a call that began when another was answered waited for it. */
export function roundsOf(calls: readonly TimedCall[]): number {
  const placed: { readonly end: number; readonly round: number }[] = [];
  for (const { begin, end } of calls.toSorted((a, b) => a.begin - b.begin)) {
    const before = placed.filter((one) => one.end <= begin).map(({ round }) => round);
    placed.push({ end, round: 1 + Math.max(0, ...before) });
  }
  return Math.max(0, ...placed.map(({ round }) => round));
}

/** Linux counts the time of processes in hundredths of a second, on every machine that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Seconds of CPU, in the program and in the kernel for it, by the text of `/proc/<pid>/stat`; all threads together. */
export function cpuSecondsIn(stat: string): number {
  // The second field is the name of the program in parentheses, which may have spaces and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Bytes of a line such as `VmRSS:  1234 kB` of `/proc/<pid>/status`. */
export function bytesIn(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? Number.NaN) * 1024;
}
