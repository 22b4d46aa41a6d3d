// Fills a memory tier ten times over with what AccessLink sends, and measures the heap at each time: the program of
// full-memory.test.ts.
import { decodeRecords } from '../../../src/accesslink/decode.ts';
import type { RecordName } from '../../../src/generated/accesslink.ts';
import { heapSize } from '../../../src/loading/cache/heap-size.ts';
import { type Partition, partitionOfUser } from '../../../src/loading/cache/keys.ts';
import { createMemoryTier } from '../../../src/loading/cache/memory-tier.ts';
import { settledHeap } from '../../support/heap.ts';

/** As sent: the summaries of a day, and what of it is a series. */
const SENT: readonly [RecordName, (date: string, seed: number) => unknown][] = [
  [
    'ActivitySummaryWithAllSamples',
    (date, seed) => ({ start_time: `${date}T00:00:00`, steps: seed, calories: 2000.5, distance: seed / 7 }),
  ],
  [
    'Sleep',
    (date, seed) => ({ date, sleep_score: seed % 100, light_sleep: seed, hypnogram: { '00:10': 1, '04:20': 2 } }),
  ],
  ['CardioLoad', (date, seed) => ({ date, cardio_load: seed / 3, strain: 1.5, tolerance: 2.5 })],
  [
    'ContinuousHeartrate',
    (date, seed) => ({
      date,
      heart_rate_samples: Array.from({ length: 144 }, (_, index) => ({
        heart_rate: 50 + ((seed + index) % 60),
        sample_time: `${String(Math.floor(index / 6)).padStart(2, '0')}:${index % 6}0:00`,
      })),
    }),
  ],
];
const BYTES = 2 * 1024 * 1024;
const DAYS = 28;
const TIMES = 10;

const memory = createMemoryTier(BYTES);
const dateOf = (day: number) => `2026-10-${String(day + 1).padStart(2, '0')}`;

/** Puts all of one person; the bytes of their values. */
function putPerson(partition: Partition, seed: number): number {
  let bytes = 0;
  for (const [name, sent] of SENT)
    for (let day = 0; day < DAYS; day += 1) {
      const text = JSON.stringify([sent(dateOf(day), seed + day)]);
      const value = decodeRecords(name, JSON.parse(text)).records;
      bytes += heapSize(value);
      memory.of(partition, name).set(dateOf(day), [{ value, flags: [], fetchedAt: 1, freshUntil: 2, version: 0 }]);
    }
  return bytes;
}

/** As many people as have more than the memory may take. */
function fill(first: number): number {
  let person = first;
  for (let bytes = 0; bytes < BYTES; person += 1) bytes += putPerson(partitionOfUser(`person ${person}`), person);
  return person;
}

const before = settledHeap();
const filled: { heap: number; counted: number; people: number }[] = [];
for (let time = 0, person = 0; time < TIMES; time += 1) {
  const next = fill(person);
  filled.push({ heap: settledHeap() - before, counted: memory.bytes(), people: next - person });
  person = next;
}
process.stdout.write(JSON.stringify({ bytes: BYTES, filled }));
