// The throttle of the log, against a model that remembers everything that happened and counts it anew for each line.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThrottle, type ThrottledLine } from '../../../../src/server/observability/log/throttle.ts';

const INTERVAL = 60;
const MAX_CAUSES = 3;

/** What a caller does: something happens, or the due lines are looked for; and the time that passes before. */
interface Step {
  readonly after: number;
  readonly cause: string | null;
}

interface Line {
  readonly at: number;
  readonly cause: string;
  readonly count: number;
}

const steps = (causes: number) =>
  fc.array(
    fc.record({
      after: fc.nat(90),
      cause: fc.option(
        fc.nat(causes - 1).map((index) => `cause ${index}`),
        { freq: 4 },
      ),
    }),
    { maxLength: 80 },
  );

function linesOf(run: readonly Step[], maxCauses = MAX_CAUSES): { lines: Line[]; flushed: Line[]; largest: number } {
  const throttle = createThrottle<string>({ intervalMs: INTERVAL, maxCauses });
  const lines: Line[] = [];
  let [now, largest] = [0, 0];
  const put = ({ value, count, isMixed }: ThrottledLine<string>) =>
    lines.push({ at: now, cause: isMixed ? 'mixed' : value, count });
  for (const { after, cause } of run) {
    now += after;
    if (cause === null) throttle.due(now).forEach(put);
    else {
      const line = throttle.add({ group: 'group', cause, value: cause }, now);
      if (line) put(line);
    }
    largest = Math.max(largest, throttle.size());
  }
  const flushed = throttle.flush().map(({ value, count }) => ({ at: now, cause: value, count }));
  return { lines, flushed, largest };
}

/** The slow and obvious way: for each step, everything that happened so far, cause by cause. */
function model(run: readonly Step[]): { lines: Line[]; flushed: Line[] } {
  const lines: Line[] = [];
  const times = run.map((_, index) => run.slice(0, index + 1).reduce((sum, { after }) => sum + after, 0));
  const uncounted = (cause: string, until: number) =>
    run.slice(0, until + 1).filter((step) => step.cause === cause).length -
    lines.filter((line) => line.cause === cause).reduce((sum, { count }) => sum + count, 0);
  const mayHaveLine = (cause: string, at: number) =>
    lines.filter((line) => line.cause === cause).every((line) => at - line.at >= INTERVAL);
  const causes = [...new Set(run.flatMap(({ cause }) => cause ?? []))];
  for (const [index, step] of run.entries()) {
    const at = times[index] ?? 0;
    for (const cause of step.cause === null ? causes : [step.cause]) {
      const count = uncounted(cause, index);
      if (count > 0 && mayHaveLine(cause, at)) lines.push({ at, cause, count });
    }
  }
  const counts = causes.map((cause) => ({ at: times.at(-1) ?? 0, cause, count: uncounted(cause, run.length) }));
  return { lines, flushed: counts.filter(({ count }) => count > 0) };
}

const sorted = (lines: readonly Line[]) =>
  lines.toSorted((one, other) => one.at - other.at || one.cause.localeCompare(other.cause));
const totalOf = (lines: readonly Line[]) => lines.reduce((sum, { count }) => sum + count, 0);

describe('the throttle', () => {
  it('writes the lines of a model that remembers everything, as long as the causes are few', () => {
    fc.assert(
      fc.property(steps(MAX_CAUSES), (run) => {
        const { lines, flushed } = linesOf(run);
        const expected = model(run);
        expect(sorted(lines)).toEqual(sorted(expected.lines));
        expect(sorted(flushed)).toEqual(sorted(expected.flushed));
      }),
      { numRuns: 500 },
    );
  });

  it('counts each occurrence once and knows a bounded number of causes, however many there are', () => {
    fc.assert(
      fc.property(steps(40), (run) => {
        const { lines, flushed, largest } = linesOf(run);
        expect(totalOf([...lines, ...flushed])).toBe(run.filter(({ cause }) => cause !== null).length);
        expect(largest).toBeLessThanOrEqual(MAX_CAUSES + 1);
      }),
      { numRuns: 500 },
    );
  });

  it('writes the first occurrence at once, and a thousand more of a second in one line a minute later', () => {
    const burst = Array.from({ length: 1_000 }, () => ({ after: 0, cause: 'outage' }));
    const { lines } = linesOf([...burst, { after: 59, cause: null }, { after: 1, cause: null }]);
    expect(lines).toEqual([
      { at: 0, cause: 'outage', count: 1 },
      { at: 60, cause: 'outage', count: 999 },
    ]);
  });
});
