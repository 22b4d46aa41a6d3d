import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nullableOf } from '../../src/series/column.ts';
import { formsOf, seriesOf } from '../../src/series/columns.ts';
import { statisticsOf } from '../../src/series/statistics.ts';

const series = seriesOf([0, 1, 2, 3, 4, 5], [1, null, 9, 2, 2, 3]);

describe('formsOf', () => {
  it('reads the series once, and not before it is wanted', () => {
    let reads = 0;
    const forms = formsOf(() => {
      reads += 1;
      return series;
    });
    expect(reads).toBe(0);
    forms.columns({});
    forms.points({ maxPoints: 3 }, (x) => x);
    forms.statistics();
    expect(reads).toBe(1);
  });

  it('serves points and columns with the same samples', () => {
    const forms = formsOf(() => series);
    for (const args of [{}, { maxPoints: null }, { maxPoints: 5 }, { maxPoints: 3 }]) {
      const columns = forms.columns(args);
      expect(forms.points(args, (x, value) => ({ x, value }))).toEqual(
        columns && nullableOf(columns.values).map((value, index) => ({ x: columns.x[index], value })),
      );
    }
    expect(forms.columns({ maxPoints: 5 })?.values).toContain(9);
  });

  it('sums up all values however much is thinned', () => {
    expect(formsOf(() => series).statistics()).toEqual({ count: 5, minimum: 1, maximum: 9, mean: 3.4 });
  });

  it('has nothing of no series', () => {
    const forms = formsOf(() => null);
    expect([forms.columns({}), forms.points({}, (x) => x), forms.statistics()]).toEqual([null, null, null]);
  });
});

describe('statisticsOf', () => {
  it('counts what is no gap', () => {
    const lists = fc.array(fc.option(fc.integer({ min: -1000, max: 1000 }), { freq: 4 }));
    fc.assert(
      fc.property(lists, (values) => {
        const present = values.filter((value) => value !== null);
        const sum = present.reduce((total, value) => total + value, 0);
        expect(statisticsOf(seriesOf([], values).values)).toEqual(
          present.length === 0
            ? { count: 0, minimum: null, maximum: null, mean: null }
            : {
                count: present.length,
                minimum: Math.min(...present),
                maximum: Math.max(...present),
                mean: sum / present.length,
              },
        );
      }),
    );
  });
});
