// Deliveries that are added at once, and records that are written at once, share commits.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { delivery, record } from '../samples.ts';
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

it.each([
  ['in its own thread', { hasThread: true }],
  ['in the thread of the server', {}],
])('A store that writes %s writes the records of 60 operations at once in one commit', (_, options) =>
  inSqlite(async ({ open }, folder) => {
    const { records } = await open();
    const people = Array.from({ length: 20 }, (__, index) => ({ partition: `p${index}`, polarUserId: `${index}` }));
    for (const owner of people) await records.write(owner, [record()]);
    const before = commitsIn(folder);
    await Promise.all(people.flatMap((owner) => ['a', 'b', 'c'].map((key) => records.write(owner, [record({ key })]))));
    expect(commitsIn(folder) - before).toBe(1);
    expect(await records.read('p7', 'sleep', ['a', 'b', 'c'])).toHaveLength(3);
  }, options)(),
);
