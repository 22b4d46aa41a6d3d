// Where the parts of payloads belong: a value is found in the part that brought it, and in no other.
import { expect, it } from 'vitest';
import { createPartPaths } from '../../../../src/server/graphql/incremental/part-paths.ts';

const at = (...path: (string | number)[]) => path;

it('parts by ids are placed by what was pending, items behind those that came before', () => {
  const place = createPartPaths();
  const pending = [
    { id: '0', path: at('a') },
    { id: '1', path: at('a', 'list') },
  ];
  const first = place({ data: { a: { list: ['x'] } }, pending, hasNext: true });
  expect([first.ofData(at('a', 'list', 0)), first.ofData(at('a', 'b'))]).toEqual(['x', undefined]);
  const second = place({
    pending: [{ id: '2', path: at('a', 'b', 'inner') }],
    incremental: [
      { id: '0', subPath: ['b'], data: { inner: [1, 2] } },
      { id: '1', items: ['y', 'z'] },
      { id: '2', items: [3] },
    ],
    hasNext: true,
  });
  const valuesOf = (path: (string | number)[]) => second.ofParts.map((valueAt) => valueAt(path));
  expect(valuesOf(at('a', 'b', 'inner', 1))).toEqual([2, undefined, undefined]);
  expect(valuesOf(at('a', 'b', 'inner', 2))).toEqual([undefined, undefined, 3]);
  expect(valuesOf(at('a', 'list', 2))).toEqual([undefined, 'z', undefined]);
  const third = place({ incremental: [{ id: '1', items: ['w'] }], hasNext: true });
  expect([third.ofParts[0]?.(at('a', 'list', 3)), third.ofParts[0]?.(at('a', 'list', 0))]).toEqual(['w', undefined]);
});

it('parts by paths are placed by their own', () => {
  const { ofParts } = createPartPaths()({
    incremental: [
      { path: at('a', 0), data: { b: 1 } },
      { path: at('list', 4), items: [{ c: 2 }] },
      { path: at('a', 1), data: null },
    ],
    hasNext: true,
  });
  expect(ofParts.map((valueAt) => valueAt(at('a', 0, 'b')))).toEqual([1, undefined, undefined]);
  expect(ofParts.map((valueAt) => valueAt(at('list', 4, 'c')))).toEqual([undefined, 2, undefined]);
});
