// Lists of few lengths: each length that a statement has is a statement of its own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padded, piecesOf } from '../../../src/store/tables/chunks.ts';

const lists = fc.array(fc.integer(), { maxLength: 600 });

describe('the pieces of a list', () => {
  it('are the list, in lengths of seven kinds', () => {
    fc.assert(
      fc.property(lists, (items) => {
        const pieces = piecesOf(items);
        expect(pieces.flat()).toEqual(items);
        for (const { length } of pieces) expect([1, 2, 4, 8, 16, 32, 64]).toContain(length);
      }),
    );
  });

  it('are few', () => {
    expect(piecesOf(Array.from({ length: 127 }, () => 0))).toHaveLength(7);
    expect(piecesOf([])).toEqual([]);
  });
});

describe('a padded list', () => {
  it('has the same items, and a power of two of them', () => {
    fc.assert(
      fc.property(lists, (items) => {
        const all = padded(items);
        expect(all.slice(0, items.length)).toEqual(items);
        expect(new Set(all)).toEqual(new Set(items));
        expect(all.length).toBeLessThan(Math.max(1, items.length * 2));
        expect(Number.isInteger(Math.log2(Math.max(1, all.length)))).toBe(true);
      }),
    );
  });
});
