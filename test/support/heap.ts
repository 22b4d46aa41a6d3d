// What values take of V8's heap, measured.
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

function settledHeap(): number {
  collect();
  collect();
  return getHeapStatistics().used_heap_size;
}

/** Bytes of heap that each of `count` values takes, and which `make` makes. */
export function heapOfEach(count: number, make: (index: number) => unknown): number {
  // First for whatever is made once, such as the code that is compiled for what runs often.
  for (let index = 0; index < count; index += 1) make(index);
  const values: unknown[] = Array.from({ length: count }, () => null);
  const before = settledHeap();
  for (let index = 0; index < count; index += 1) values[index] = make(index);
  const bytes = (settledHeap() - before) / count;
  return values.length === count ? bytes : Number.NaN;
}
