// Exercises written by hand, and how they are looked up.
import type { IsoDate } from '../../../src/calendar.ts';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import { createListReader } from '../../../src/loading/readers/list-reader.ts';
import type { ListLookup } from '../../../src/loading/readers/list-records.ts';
import type { LoadContext } from '../../../src/loading/context.ts';
import { daysAgo } from '../support.ts';

export const list: ListLookup = { kind: 'list' };
export const one = (id: string): ListLookup => ({ kind: 'one', id });
export const day = (date: IsoDate): ListLookup => ({ kind: 'days', from: date, to: date });

export const run = (id: string | null, date: IsoDate | null) => ({ id, start_time: date && `${date}T08:00:00` });
const runs = [
  run('a', daysAgo(1)),
  run('b', daysAgo(9)),
  run('c', daysAgo(9)),
  run('late', daysAgo(40)),
  run(null, null),
];

/** The list, and each of its records by id; nothing for an id that is not in it. */
export function everyRun(path: string): unknown {
  const id = path.match(/exercises\/(\w+)/)?.[1];
  return id ? runs.find((record) => record.id === id) : runs;
}

/** The ids of the records found for each lookup; the failure where there is one. */
export async function ids(lookups: readonly ListLookup[], context: LoadContext) {
  const found = await createListReader(exerciseResource, context)(lookups);
  return found.map((records) => (records instanceof Error ? records : records.value.map(({ id }) => id)));
}
