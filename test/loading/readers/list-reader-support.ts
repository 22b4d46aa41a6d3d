// Exercises written by hand, and what may be wanted of them.
import type { IsoDate } from '../../../src/calendar.ts';
import { exerciseResource } from '../../../src/domain/exercises/loader.ts';
import { type ListLookup, readFromList } from '../../../src/loading/readers/list-reader.ts';
import type { LoadContext } from '../../../src/loading/context.ts';
import { daysAgo } from '../support.ts';

export const list: ListLookup = { kind: 'list' };
export const one = (id: string): ListLookup => ({ kind: 'one', id });
export const day = (date: IsoDate): ListLookup => ({ kind: 'day', date });

export const run = (id: string | null, date: IsoDate | null) => ({ id, start_time: date && `${date}T08:00:00` });
export const runs = [
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

/** The ids of the records found for each key; the failure where there is one. */
export async function ids(keys: readonly ListLookup[], session: LoadContext) {
  const found = await readFromList(exerciseResource, keys, session);
  return found.map((held) => (held instanceof Error ? held : held.value.map(({ id }) => id)));
}
