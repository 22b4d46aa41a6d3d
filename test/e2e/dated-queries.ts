// Queries with dates relative to a clock, and the requests that the simulator received.
import { addDays, dateOfInstant } from '../../src/calendar.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';

/** Replaces `$-n` by the date n days before `now`. */
export function dated(text: string, now: number): string {
  return text.replaceAll(/\$-(\d+)/g, (_, daysAgo: string) => addDays(dateOfInstant(now), -Number(daysAgo)));
}

/** The paths requested since the last call, sorted. */
export function takePaths(simulator: Simulator): string[] {
  const paths = simulator.requests.map(({ path }) => path).sort();
  simulator.clearRequests();
  return paths;
}
