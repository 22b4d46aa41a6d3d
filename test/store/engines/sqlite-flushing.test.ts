// What is flushed to the disk before it is acknowledged, and what may wait for the next flush.
import type { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { createSqliteEngine } from '../../../src/store/engines/sqlite.ts';
import { createFile, openForWriting } from '../../../src/store/engines/sqlite-files.ts';
import { createStore } from '../../../src/store/open.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { delivery, record, user } from '../samples.ts';
import { inSqlite } from '../sqlite-database.ts';
import { keys, NOW } from '../test-database.ts';

const owner = { partition: 's', polarUserId: '475' };
/** What `pragma synchronous` says: a commit is flushed, or not before the next one that is. */
const [FULL, NORMAL] = [2, 1];

/** How each commit of a transaction on a connection is flushed. */
function watchCommits(database: DatabaseSync): number[] {
  const commits: number[] = [];
  const mode = database.prepare('pragma synchronous');
  const prepare = database.prepare.bind(database);
  database.prepare = (sql) => {
    const statement = prepare(sql);
    if (sql !== 'commit') return statement;
    const run = statement.run.bind(statement);
    statement.run = () => {
      commits.push(Number(Object.values(mode.get() ?? {})[0]));
      return run();
    };
    return statement;
  };
  return commits;
}

it(
  'A store on SQLite flushes every commit but those of records, which AccessLink sends again',
  inSqlite(async (_, folder) => {
    const path = createFile(folder);
    const database = openForWriting(path);
    const commits = watchCommits(database);
    const store = await createStore(createSqliteEngine({ path, database, clock: systemClock }), {
      keys,
      clock: systemClock,
    });
    const during = async (work: () => Promise<unknown>) => {
      commits.splice(0);
      await work();
      return commits.slice();
    };
    await store.users.connect(user('475'));
    await store.records.write(owner, [record()]);
    expect(await during(() => store.records.write(owner, [record({ key: 'b' })]))).toEqual([NORMAL]);
    const transaction = { kind: 'ACTIVITY', polarUserId: '475', transactionId: 't' } as const;
    const durable = [
      () => store.imports.put(transaction, [{ id: 'i', value: 1, importedAt: NOW }]),
      () => store.users.connect(user('476')),
      () => store.records.invalidate({ polarUserId: '475', records: [], sender: '' }),
      () => store.erasure.user('476'),
    ];
    for (const work of durable) expect(new Set(await during(work))).toEqual(new Set([FULL]));
    await store.inbox.add(delivery('a'));
    expect(Object.values(database.prepare('pragma synchronous').get() ?? {})).toEqual([FULL]);
    // The first record of somebody new needs a key, which is flushed before anything is under it.
    const first = () => store.records.write({ partition: 'n', polarUserId: '477' }, [record()]);
    expect(await during(first)).toEqual([NORMAL, FULL, NORMAL]);
    await store.close();
  }),
);
