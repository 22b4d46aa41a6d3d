// Deliveries that are added at once share commits: each commit is a flush of the disk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { delivery } from '../samples.ts';
import { inSqlite } from '../sqlite-database.ts';

const DELIVERIES = 500;

/** The commits in the log: frames that say how many pages the database then has. https://sqlite.org/fileformat2.html#walformat */
function commitsIn(folder: string): number {
  const log = readFileSync(join(folder, 'accesslink.db-wal'));
  const frameBytes = 24 + log.readUInt32BE(8);
  const salt = log.readUInt32BE(16);
  let commits = 0;
  for (let at = 32; at + frameBytes <= log.length; at += frameBytes)
    if (log.readUInt32BE(at + 8) === salt && log.readUInt32BE(at + 4) > 0) commits += 1;
  return commits;
}

it.each([
  ['in its own thread', { hasThread: true }],
  ['in the thread of the server', {}],
])('A store that writes %s adds 500 deliveries in few commits, and one after another in one each', (_, options) =>
  inSqlite(async ({ open }, folder) => {
    const { inbox } = await open();
    const before = commitsIn(folder);
    for (const key of ['a', 'b', 'c']) await inbox.add(delivery(key));
    expect(commitsIn(folder) - before).toBe(3);
    await Promise.all(
      Array.from({ length: DELIVERIES }, (__, index) => inbox.add(delivery(`k${index}`, { body: '' }))),
    );
    expect(commitsIn(folder) - before - 3).toBeLessThanOrEqual(5);
    expect(await inbox.pending()).toBe(DELIVERIES + 3);
  }, options)(),
);
