import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../src/series/columns.ts';
import { type Curve, largestTriangles } from '../../src/series/lttb.ts';
import { slowlyThinned } from './slow-thin.ts';
import { thinnedIndices } from '../../src/series/thin.ts';

const gappy = fc.array(fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 200 }) }, fc.constant(null)), {
  maxLength: 120,
});
const maxima = fc.integer({ min: 3, max: 60 });

function curveOf(y: readonly number[]): Curve {
  return { x: Float64Array.from(y.keys()), y: Float64Array.from(y) };
}

function thinned(values: readonly (number | null)[], max: number): readonly number[] {
  return thinnedIndices(seriesOf([...values.keys()], values), max);
}

/** The definition, word for word: how much larger a triangle each bucket had to offer than the one that was kept. */
function regrets(y: readonly number[], kept: readonly number[]): number[] {
  const [inner, buckets] = [y.length - 2, kept.length - 2];
  const bucket = (place: number): number[] => {
    const [from, to] = [place, place + 1].map((edge) => 1 + Math.floor((edge * inner) / buckets));
    return y.map((_, index) => index).slice(from, to);
  };
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  return kept.slice(1, -1).map((chosen, place) => {
    const next = place === kept.length - 3 ? [y.length - 1] : bucket(place + 1);
    const [ax, cx] = [kept[place] ?? 0, mean(next)];
    const [ay, cy] = [y[ax] ?? 0, mean(next.map((index) => y[index] ?? 0))];
    const area = (bx: number): number => Math.abs((ax - cx) * ((y[bx] ?? 0) - ay) - (ax - bx) * (cy - ay));
    return bucket(place).includes(chosen) ? Math.max(...bucket(place).map(area)) - area(chosen) : Infinity;
  });
}

function lastIndexOf(values: readonly unknown[]): number | undefined {
  return values.length > 0 ? values.length - 1 : undefined;
}

/** Whether a null stands between two values, found the slow way. */
function hasGap(values: readonly (number | null)[], from: number, to: number): boolean {
  return values.slice(from, to + 1).includes(null);
}

describe('largestTriangles', () => {
  it('finds the spike of a flat line', () => {
    const y = Array.from({ length: 100 }, (_, index) => (index === 57 ? 9 : 0));
    expect(largestTriangles(curveOf(y), 10)).toContain(57);
  });

  it('follows the definition', () => {
    const lists = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 31, maxLength: 120 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 3, max: 30 }), (y, count) => {
        const kept = largestTriangles(curveOf(y), count);
        expect(Math.max(...regrets(y, kept))).toBeLessThan(1e-6);
      }),
    );
  });

  it('keeps as many points as wanted, in order, both ends among them', () => {
    const lists = fc.array(fc.float({ noNaN: true, min: -1000, max: 1000 }), { minLength: 3, maxLength: 200 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 3, max: 50 }), (y, count) => {
        const kept = largestTriangles(curveOf(y), count);
        expect(kept).toHaveLength(Math.min(count, y.length));
        expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
        expect([kept[0], kept.at(-1)]).toEqual([0, y.length - 1]);
      }),
    );
  });
});

describe('thinnedIndices', () => {
  it('keeps everything when nothing is said or there is room', () => {
    fc.assert(
      fc.property(gappy, (values) => {
        const all = values.map((_, index) => index);
        expect(thinnedIndices(seriesOf(all, values), null)).toEqual(all);
        expect(thinned(values, Math.max(3, values.length))).toEqual(all);
      }),
    );
  });

  it('never keeps more than wanted, and counts less than 3 as 3', () => {
    fc.assert(
      fc.property(gappy, fc.integer({ min: -5, max: 60 }), (values, max) => {
        expect(thinned(values, max).length).toBeLessThanOrEqual(Math.max(3, max));
        expect(thinned(values, Math.min(2, max))).toEqual(thinned(values, 3));
      }),
    );
  });

  it('leaves hardly any room unused', () => {
    const lists = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 51, maxLength: 120 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 5, max: 50 }), (values, max) => {
        expect(thinned(values, max).length).toBeGreaterThanOrEqual(max - 2);
      }),
    );
  });

  it('keeps the first and the last sample, in order', () => {
    fc.assert(
      fc.property(gappy, maxima, (values, max) => {
        const kept = thinned(values, max);
        expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
        expect([kept[0], kept.at(-1)]).toEqual([values.length > 0 ? 0 : undefined, lastIndexOf(values)]);
      }),
    );
  });

  it('keeps the highest and the lowest value', () => {
    const lists = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 4, max: 50 }), (values, max) => {
        const kept = thinned(values, max).map((index) => values[index] ?? 0);
        expect([Math.max(...kept), Math.min(...kept)]).toEqual([Math.max(...values), Math.min(...values)]);
      }),
    );
  });

  it('shows a gap between two values exactly where there was one', () => {
    fc.assert(
      fc.property(gappy, maxima, (values, max) => {
        const kept = thinned(values, max);
        const present = kept.filter((index) => values[index] !== null);
        present.slice(1).forEach((to, place) => {
          const from = present[place] ?? 0;
          const isShown = kept.some((index) => index > from && index < to);
          expect(isShown).toBe(hasGap(values, from, to));
        });
      }),
    );
  });

  it('thins a day of heart rate at every second to as many as are wanted', () => {
    const values = Array.from({ length: 86_400 }, (_, second) => (second % 977 === 0 ? null : 60 + (second % 61)));
    expect(thinned(values, 500).length).toBeLessThanOrEqual(500);
  });

  it('selects what the definition selects on lists, an object a point', () => {
    const numbers = fc.double({ noNaN: true, min: -1000, max: 1000 });
    const lists = fc.array(fc.option(fc.oneof(numbers, fc.integer({ min: 0, max: 9 })), { freq: 6 }), {
      maxLength: 90,
    });
    const steps = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 90, maxLength: 90 });
    fc.assert(
      fc.property(lists, steps, fc.integer({ min: 3, max: 40 }), (values, gaps, max) => {
        let at = 0;
        const x = values.map((_, index) => (at += gaps[index] ?? 0));
        expect(thinnedIndices(seriesOf(x, values), max)).toEqual(slowlyThinned({ x, values }, max));
      }),
      { numRuns: 500 },
    );
  });
});
