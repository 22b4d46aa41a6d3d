// Questions with real dates, and the paths that the simulator has seen.
import { addDays, dateOfInstant } from '../../src/calendar.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';

/** Replaces `$-n` by the date n days before `now`. */
export function dated(text: string, now: number): string {
  return text.replaceAll(/\$-(\d+)/g, (_, daysAgo: string) => addDays(dateOfInstant(now), -Number(daysAgo)));
}

/** The paths seen since the last time, in a stable order. */
export function takePaths(simulator: Simulator): string[] {
  const paths = simulator.requests.map(({ path }) => path).sort();
  simulator.clearRequests();
  return paths;
}
