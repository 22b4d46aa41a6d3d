// The rows of the bench, by the name that `--only` takes: how each measures. What it finds is in measures.ts.
import type { RowId } from './measures.ts';
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

/** In the order in which they run. */
export const ROWS: Readonly<Record<RowId, Row>> = {
  calls: measureCalls,
  cold: measureColdRate,
  'cold-latency': measureColdLatency,
  again: measureAgain,
  memory: measureMemory,
  restart: measureRestart,
  stall: measureStall,
  year: measureYear,
  heap: measureHeap,
  rss: measureRss,
  start: measureStart,
  store: measureStore,
  tail: measureTail,
  workers: measureWorkers,
  delivery: measureDeliveries,
};

export const ROW_IDS = Object.keys(ROWS) as readonly RowId[];
