// What values take of V8's heap, measured: in a process of its own, since in this one other tests run.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What something takes, and what the code believes that it does, in bytes. */
export interface Measured {
  readonly bytes: number;
  readonly size: number;
}

/** What a program prints with `printMeasured`. */
export function measuredBy(program: URL): Readonly<Record<string, Measured>> {
  return runMeasured(program);
}

/** What a program prints, as JSON. */
export function runMeasured<T>(program: URL): T {
  // Code that is compiled meanwhile would be measured, too, and what is compiled already and dropped.
  const args = ['--no-opt', '--no-maglev', '--no-sparkplug', '--no-flush-bytecode', fileURLToPath(program)];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(printed) as T;
}

export function printMeasured(measured: Readonly<Record<string, Measured>>): void {
  process.stdout.write(JSON.stringify(measured));
}

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes of the heap that are in use when garbage is collected. */
export function settledHeap(): number {
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
