// What is encrypted under a key that is gone, as in a backup from before an erasure: it counts as not stored, and is deleted.
import type { Engine } from '../engines/engine.ts';
import { chunksOf } from './chunks.ts';
import { lockUser } from './erasure-marks.ts';
import type { PersonKeys } from './person-keys.ts';

const IDS_AT_ONCE = 500;

/** Looks for people whose values are under no key, or not under theirs, and deletes what there is of them; how many values. */
export async function deleteUnreadable(engine: Engine, keys: PersonKeys): Promise<number> {
  let deleted = 0;
  for (const some of chunksOf(await peopleIn(engine), IDS_AT_ONCE)) {
    const found = await keys.find(engine.db, some);
    for (const person of some) if (!found.has(person)) deleted += await deleteOf(engine, keys, person);
  }
  return deleted;
}

async function peopleIn({ db }: Engine): Promise<string[]> {
  const people = new Set<string>();
  for (const table of ['value_keys', 'partitions', 'imported_items'] as const) {
    const rows = await db.selectFrom(table).select('polar_user_id').distinct().execute();
    for (const row of rows) people.add(row.polar_user_id);
  }
  return [...people];
}

async function deleteOf(engine: Engine, keys: PersonKeys, polarUserId: string): Promise<number> {
  return engine.db.transaction().execute(async (trx) => {
    await lockUser(engine, trx, polarUserId);
    return (await keys.find(trx, [polarUserId])).has(polarUserId) ? 0 : keys.deleteGone(trx, polarUserId);
  });
}
