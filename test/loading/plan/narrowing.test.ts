// The search for the edge of a window, for every position of the edge.
import { describe, expect, it } from 'vitest';
import { narrow, type Part } from '../../../src/loading/plan/narrowing.ts';

const TOO_OLD = new Error('too old');

/** The parts of a range of `days` days of which AccessLink serves the nearest ones, and the requests that it took. */
async function search(days: number, served: number) {
  const requests: string[] = [];
  const parts = await narrow<string>(TOO_OLD, {
    days,
    isRefused: (outcome) => outcome === TOO_OLD,
    request: async (start, end) => {
      requests.push(`${start}-${end}`);
      return end <= served ? 'records' : TOO_OLD;
    },
  });
  return { parts, requests };
}

function daysOf(parts: readonly Part<string>[], outcome: string | Error): number[] {
  const found = parts.filter((part) => part.outcome === outcome);
  return found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, day) => start + day));
}

const upTo = (count: number, from = 0) => Array.from({ length: count - from }, (_, day) => from + day);

describe('narrow', () => {
  it.each([1, 2, 3, 7, 27, 28])('finds every edge within %i days, each day in one part', async (days) => {
    for (let served = 0; served < days; served += 1) {
      const { parts, requests } = await search(days, served);
      expect(daysOf(parts, 'records')).toEqual(upTo(served));
      expect(daysOf(parts, TOO_OLD)).toEqual(upTo(days, served));
      expect(requests.length).toBeLessThanOrEqual(5);
    }
  });

  it.each([90, 180])('needs at most 6 requests for an edge within 60 of %i days', async (days) => {
    for (let served = 0; served <= 60; served += 1) {
      const { parts, requests } = await search(days, served);
      expect(daysOf(parts, 'records')).toEqual(upTo(served));
      expect(requests.length).toBeLessThanOrEqual(6);
    }
  });

  it('ends at a failure of another kind: the days behind it have that failure', async () => {
    const down = new Error('down');
    const parts = await narrow<string>(TOO_OLD, {
      days: 28,
      isRefused: (outcome) => outcome === TOO_OLD,
      request: async (start) => (start === 0 ? 'records' : down),
    });
    expect(daysOf(parts, 'records')).toEqual(upTo(14));
    expect(daysOf(parts, down)).toEqual(upTo(28, 14));
  });
});
