// The rows of the bench, by the name that `--only` takes: how each measures, and which measures it finds.
import type { MeasureId } from './measures.ts';
import type { Row } from './row.ts';
import { measureAgain } from './rows/again.ts';
import { measureCalls } from './rows/calls.ts';
import { measureColdLatency } from './rows/cold-latency.ts';
import { measureColdRate } from './rows/cold-rate.ts';
import { measureDeliveries } from './rows/delivery.ts';
import { measureHeap } from './rows/heap.ts';
import { measureMemory } from './rows/memory.ts';
import { measureRestart } from './rows/restart.ts';
import { measureRss } from './rows/rss.ts';
import { measureStall } from './rows/stall.ts';
import { measureStart } from './rows/start.ts';
import { measureStore } from './rows/store.ts';
import { measureTail } from './rows/tail.ts';
import { measureWorkers } from './rows/workers.ts';
import { measureYear } from './rows/year.ts';

interface RegisteredRow {
  readonly run: Row;
  readonly measures: readonly MeasureId[];
}

export const ROWS = {
  calls: { run: measureCalls, measures: ['calls', 'rounds'] },
  cold: { run: measureColdRate, measures: ['cold-ranges', 'cold-dates', 'cold-rest'] },
  'cold-latency': { run: measureColdLatency, measures: ['cold-latency', 'first-operation'] },
  again: { run: measureAgain, measures: ['again'] },
  memory: { run: measureMemory, measures: ['memory'] },
  restart: { run: measureRestart, measures: ['restart-sqlite', 'restart-postgres'] },
  stall: { run: measureStall, measures: ['stall', 'neighbours'] },
  year: { run: measureYear, measures: ['year'] },
  heap: { run: measureHeap, measures: ['heap'] },
  rss: { run: measureRss, measures: ['rss-full'] },
  start: { run: measureStart, measures: ['start', 'rss-start'] },
  store: { run: measureStore, measures: ['store-sqlite', 'store-postgres', 'series-sqlite', 'series-postgres'] },
  tail: { run: measureTail, measures: ['tail'] },
  workers: { run: measureWorkers, measures: ['workers'] },
  delivery: { run: measureDeliveries, measures: ['delivery'] },
} as const satisfies Readonly<Record<string, RegisteredRow>>;

export type RowId = keyof typeof ROWS;

export const ROW_IDS = Object.keys(ROWS) as readonly RowId[];
