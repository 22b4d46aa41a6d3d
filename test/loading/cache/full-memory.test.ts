// Memory that is filled ten times over takes no more than it may, and as much the tenth time as the first.
import { expect, it } from 'vitest';
import { runMeasured } from '../../support/heap.ts';

interface Filled {
  readonly bytes: number;
  /** What the heap has more than before, what the memory tier counts, and how many people filled it. */
  readonly filled: readonly { readonly heap: number; readonly counted: number; readonly people: number }[];
}

it('A memory tier that is filled ten times over takes half of its bytes of the heap, whose garbage takes the other half', () => {
  const { bytes, filled } = runMeasured<Filled>(new URL('./full-memory-program.ts', import.meta.url));
  expect(filled).toHaveLength(10);
  for (const { heap, counted, people } of filled) {
    expect(people).toBeGreaterThan(10);
    expect(counted).toBeLessThanOrEqual(bytes);
    expect(counted).toBeGreaterThan(bytes * 0.9);
    expect(heap).toBeLessThan(bytes * 0.6);
    expect(heap).toBeGreaterThan(bytes * 0.35);
  }
});
