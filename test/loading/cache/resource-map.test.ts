// The entries of one resource of one person.
import { expect, test } from 'vitest';
import type { CacheEntry } from '../../../src/loading/cache/entry.ts';
import { createResourceMap, entriesOf, setEntries } from '../../../src/loading/cache/resource-map.ts';

const entry = (record: object): CacheEntry => {
  return { value: [record], flags: [], fetchedAt: 1, freshUntil: 2, version: 0 };
};

test('Records of one map share the parts that are equal', () => {
  const map = createResourceMap();
  const [first, second] = [{ level: { low: 22.8 } }, { level: { low: 22.8 } }];
  setEntries(map, '2026-03-01', [entry(first)]);
  setEntries(map, '2026-03-02', [entry(second)]);
  expect(second.level).toBe(first.level);
  expect(entriesOf(map, '2026-03-02')).toEqual([entry({ level: { low: 22.8 } })]);
});

test('Records of two maps share nothing', () => {
  const [first, second] = [{ level: { low: 22.8 } }, { level: { low: 22.8 } }];
  setEntries(createResourceMap(), '2026-03-01', [entry(first)]);
  setEntries(createResourceMap(), '2026-03-01', [entry(second)]);
  expect(second.level).not.toBe(first.level);
});

test('A slot that was freed is no neighbour, and takes a new key', () => {
  const map = createResourceMap();
  setEntries(map, 'a', [entry({ level: { low: 1 } })]);
  setEntries(map, 'b', [entry({ level: { low: 1 } })]);
  setEntries(map, 'a', []);
  expect(entriesOf(map, 'a')).toBeUndefined();
  setEntries(map, 'b', [entry({ level: { low: 2 } })]);
  setEntries(map, 'c', [entry({ level: { low: 3 } })]);
  expect(entriesOf(map, 'b')).toEqual([entry({ level: { low: 2 } })]);
  expect(entriesOf(map, 'c')).toEqual([entry({ level: { low: 3 } })]);
});
