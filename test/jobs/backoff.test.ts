import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Backoff, backoffMs } from '../../src/jobs/backoff.ts';

const backoffs = fc
  .record({
    firstMs: fc.integer({ min: 1, max: 60_000 }),
    factor: fc.integer({ min: 1, max: 10_000 }),
    jitter: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ factor, ...rest }): Backoff => ({ ...rest, maxMs: rest.firstMs * factor }));
const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const failureCounts = fc.integer({ min: 1, max: 5_000 });

describe('a backoff', () => {
  it('waits whole milliseconds, at most the limit, and at least what the jitter leaves of the longest wait', () => {
    fc.assert(
      fc.property(failureCounts, backoffs, chances, (failures, backoff, chance) => {
        const waitMs = backoffMs(failures, backoff, () => chance);
        const longestMs = backoffMs(failures, { ...backoff, jitter: 0 }, () => chance);
        expect(Number.isInteger(waitMs)).toBe(true);
        expect(waitMs).toBeLessThanOrEqual(longestMs);
        expect(longestMs).toBeLessThanOrEqual(backoff.maxMs);
        expect(waitMs).toBeGreaterThanOrEqual(Math.floor(longestMs * (1 - backoff.jitter)));
      }),
    );
  });

  it('starts with the first wait, and doubles it after each failure until the limit', () => {
    fc.assert(
      fc.property(failureCounts, backoffs, (failures, { firstMs, maxMs }) => {
        const after = (count: number) => backoffMs(count, { firstMs, maxMs, jitter: 0 }, () => 0.5);
        expect(after(1)).toBe(firstMs);
        expect(after(failures + 1)).toBe(Math.min(maxMs, after(failures) * 2));
      }),
    );
  });

  it('takes off the share of chance, up to all of the jitter', () => {
    const backoff: Backoff = { firstMs: 1_000, maxMs: 10_000, jitter: 0.5 };
    expect([0, 0.5, 0.999].map((chance) => backoffMs(2, backoff, () => chance))).toEqual([2_000, 1_500, 1_001]);
  });
});
