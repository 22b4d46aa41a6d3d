// What the store takes for a user-year: of 4 summaries, and with the heart rate of every day; on both engines.
import { fillStore } from '../filling.ts';
import { FIVE_RESOURCES, FOUR_RESOURCES } from '../operations.ts';
import { type Bench, type Figure, type Findings, scaled } from '../row.ts';
import { withEngine, type Engine } from '../servers/engines.ts';
import { number } from '../text.ts';

const PEOPLE = 4;
const DAYS = 365;
const MEGABYTE = 1e6;

/** Bytes on the disk that were not there before, for each person. */
export async function measureStore(bench: Bench): Promise<Findings> {
  const [sqlite, postgres] = [await measureEngine('sqlite', bench), await measureEngine('postgres', bench)];
  return {
    figures: {
      'store-sqlite': figureOf(sqlite.summaries),
      'series-sqlite': figureOf(sqlite.series),
      'store-postgres': figureOf(postgres.summaries),
      'series-postgres': figureOf(postgres.series),
    },
  };
}

function measureEngine(engine: Engine, bench: Bench): Promise<{ readonly summaries: number; readonly series: number }> {
  const people = scaled(bench, PEOPLE);
  return withEngine(engine, async ({ size, ...options }) => {
    const sizeAfter = async (query: string, days: number) => {
      await fillStore(bench, options, { query, group: 'stored', people, days });
      return size();
    };
    // Nothing but the tables, and what a first person has other than records.
    const empty = await sizeAfter(FOUR_RESOURCES, 1);
    const summaries = await sizeAfter(FOUR_RESOURCES, DAYS);
    const series = await sizeAfter(FIVE_RESOURCES, DAYS);
    return { summaries: (summaries - empty) / people, series: (series - empty) / people };
  });
}

function figureOf(bytes: number): Figure {
  return { value: bytes / MEGABYTE, text: `${number(bytes / MEGABYTE)} MB` };
}
