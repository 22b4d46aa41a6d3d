// The measures of the bench, in the order of the table: how each is called and what it should be. docs/bench.md has the same.

/** A bound of a figure. */
export type Bound = { readonly atMost: number } | { readonly atLeast: number };

export interface Measure {
  /** Which row finds it. */
  readonly row: string;
  /** What is measured, and against what. */
  readonly name: string;
  /** Null: nothing is aimed at. */
  readonly goal: Bound | null;
  /** Behind the number of the goal. */
  readonly unit: string;
}

const atMost = (bound: number) => ({ atMost: bound });
const atLeast = (bound: number) => ({ atLeast: bound });

export const MEASURES = {
  calls: { row: 'calls', name: 'calls beyond the least, over the questions of the suite', goal: atMost(0), unit: '' },
  rounds: { row: 'calls', name: 'round trips beyond the least, over the same', goal: atMost(0), unit: '' },
  'cold-ranges': {
    row: 'cold',
    name: 'cold answers/s, 20 ms upstream, 10 connections, 28 nights with recharge and activity: against Mesh, by ranges by hand',
    goal: atLeast(1),
    unit: 'x',
  },
  'cold-dates': { row: 'cold', name: 'the same against Mesh, by date as generated', goal: atLeast(4), unit: 'x' },
  'cold-rest': { row: 'cold', name: 'the same against RESTDataSource on Yoga', goal: atLeast(4), unit: 'x' },
  'cold-latency': {
    row: 'cold-latency',
    name: 'cold p50, 100 ms upstream, 4 resources',
    goal: atMost(1.1),
    unit: 'latencies',
  },
  'first-operation': {
    row: 'cold-latency',
    name: 'first operation of a process, 100 ms upstream, 4 resources',
    goal: atMost(1.3),
    unit: 'latencies',
  },
  again: {
    row: 'again',
    name: 'asked again, 8 kB: answers for the CPU of one of bare node:http',
    goal: atLeast(0.55),
    unit: 'of it',
  },
  memory: {
    row: 'memory',
    name: 'in memory, new variables: CPU of default Yoga per CPU of ours',
    goal: atLeast(2.5),
    unit: 'x',
  },
  'restart-sqlite': {
    row: 'restart',
    name: 'from the store after a restart, 28 days x 5 resources, SQLite: times from memory',
    goal: atMost(1.5),
    unit: 'x',
  },
  'restart-postgres': { row: 'restart', name: 'the same from Postgres', goal: atMost(1.5), unit: 'x' },
  stall: {
    row: 'stall',
    name: 'event-loop stall while 16 MB bodies come and large answers go',
    goal: atMost(50),
    unit: 'ms',
  },
  neighbours: { row: 'stall', name: 'p99 of small questions at that time: times alone', goal: atMost(3), unit: 'x' },
  year: { row: 'year', name: '365 days x 5 resources from memory', goal: atMost(25), unit: 'ms' },
  heap: { row: 'heap', name: 'heap for a user-day of 4 summaries', goal: atMost(1500), unit: 'bytes' },
  'rss-full': { row: 'rss', name: 'RSS when memory is full, above MEMORY_MB', goal: atMost(150), unit: 'MB' },
  'rss-start': { row: 'start', name: 'RSS after the start', goal: atMost(120), unit: 'MB' },
  start: { row: 'start', name: 'npm start to the first answer', goal: atMost(0.6), unit: 's' },
  'store-sqlite': { row: 'store', name: 'store for a user-year of 4 summaries, SQLite', goal: atMost(0.3), unit: 'MB' },
  'store-postgres': { row: 'store', name: 'the same in Postgres', goal: atMost(0.3), unit: 'MB' },
  'series-sqlite': {
    row: 'store',
    name: 'store for a user-year of 4 summaries and 288 heart rates a day, SQLite',
    goal: atMost(1.5),
    unit: 'MB',
  },
  'series-postgres': { row: 'store', name: 'the same with heart rates in Postgres', goal: atMost(1.5), unit: 'MB' },
  tail: { row: 'tail', name: 'p99 at 70 % of the highest load: times p50', goal: atMost(5), unit: 'x' },
  workers: { row: 'workers', name: 'answers/s of two workers: times one', goal: atLeast(1.7), unit: 'x' },
  delivery: { row: 'delivery', name: 'from a delivery to its event', goal: null, unit: 'ms' },
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureId = keyof typeof MEASURES;

/** The names of rows, which `--only` takes. */
export type RowId = (typeof MEASURES)[MeasureId]['row'];

/** As the table says it, such as `≥ 2.5 x`. */
export function goalText({ goal, unit }: Measure): string {
  if (goal === null) return '-';
  return `${'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`} ${unit}`.trim();
}

/** Whether a figure is as it should be; null where nothing is aimed at. */
export function isMet({ goal }: Measure, value: number): boolean | null {
  if (goal === null) return null;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}
