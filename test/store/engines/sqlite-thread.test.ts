// The thread that writes is ended: what it was doing fails, and another one goes on.
import { rmSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { createFile, openForWriting } from '../../../src/store/engines/sqlite-files.ts';
import { createWriterThread, type SqliteWriter } from '../../../src/store/engines/sqlite-writer.ts';
import { record } from '../samples.ts';
import { inSqlite } from '../sqlite-database.ts';

/** The threads that are started from now on, in order. */
function watchThreads(): Worker[] {
  const threads: Worker[] = [];
  const add = (thread: Worker) => void threads.push(thread);
  process.on('worker', add);
  onTestFinished(() => void process.off('worker', add));
  return threads;
}

/** A writer over a file with an empty table. */
function startWriter(folder: string): SqliteWriter {
  const path = createFile(folder);
  const database = openForWriting(path);
  database.exec('create table numbers (number integer)');
  database.close();
  return createWriterThread([path])(path);
}

const insert = (writer: SqliteWriter, number: number) => writer.run('insert into numbers values (?)', [number]);

function numbersIn(folder: string): unknown[] {
  const database = new DatabaseSync(join(folder, 'accesslink.db'));
  const rows = database.prepare('select number from numbers order by number').all();
  database.close();
  return rows.map((row) => row['number']);
}

it(
  'A store whose writing thread is ended goes on with another, and has lost nothing that was acknowledged',
  inSqlite(async ({ open }) => {
    const threads = watchThreads();
    const store = await open({ hasThread: true });
    const owner = { partition: 'p', polarUserId: '475' };
    await store.records.write(owner, [record({ key: 'before' })]);
    for (const thread of threads.slice()) await thread.terminate();
    await store.records.write(owner, [record({ key: 'after' })]);
    // Somebody new needs a key, which the same thread writes to another file.
    await store.records.write({ partition: 'q', polarUserId: '476' }, [record()]);
    expect(threads).toHaveLength(2);
    expect((await store.records.read('p', 'sleep', ['before', 'after'])).map(({ key }) => key)).toEqual([
      'after',
      'before',
    ]);
  }),
);

it(
  'A transaction whose thread is ended fails to the end, and nothing of it is written by another thread',
  inSqlite(async (_, folder) => {
    const [threads, writer] = [watchThreads(), startWriter(folder)];
    await writer.run('begin', []);
    await insert(writer, 1);
    await threads[0]?.terminate();
    const failure = { code: 'unavailable', cause: { code: 'WRITER_ENDED' } };
    await expect(insert(writer, 2)).rejects.toMatchObject(failure);
    await expect(writer.run('commit', [])).rejects.toMatchObject(failure);
    await writer.run('rollback', []);
    await insert(writer, 3);
    await writer.close();
    expect(numbersIn(folder)).toEqual([3]);
  }),
);

it(
  'A statement whose thread is ended meanwhile rejects, and the next does not',
  inSqlite(async (_, folder) => {
    const [threads, writer] = [watchThreads(), startWriter(folder)];
    await insert(writer, 1);
    // Nothing ends a thread within a statement: it is long enough to be under way, and no longer.
    const slow = writer.run(
      'with recursive n (i) as (select 1 union all select i + 1 from n limit 1000000) select max(i) from n',
      [],
    );
    const outcome = slow.catch((failure: unknown) => failure);
    await threads[0]?.terminate();
    expect(await outcome).toMatchObject({ code: 'unavailable' });
    await insert(writer, 2);
    await writer.close();
    expect(numbersIn(folder)).toEqual([1, 2]);
  }),
);

it(
  'Threads that end before they do anything are not replaced for ever, and create no file in the place of the one that is gone',
  inSqlite(async (_, folder) => {
    const [threads, writer] = [watchThreads(), startWriter(folder)];
    await insert(writer, 1);
    await threads[0]?.terminate();
    renameSync(join(folder, 'accesslink.db'), join(folder, 'moved.db'));
    for (let tries = 0; tries < 6; tries += 1)
      await expect(insert(writer, 2)).rejects.toMatchObject({ code: 'unavailable' });
    expect(threads).toHaveLength(4);
    expect(() => rmSync(join(folder, 'accesslink.db'))).toThrow('ENOENT');
    await writer.close();
  }),
);
