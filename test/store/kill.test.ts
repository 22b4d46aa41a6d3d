// What was acknowledged is in the database, whenever the process is killed, and no transaction is there by half.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { KILLS } from '../support/long.ts';
import { ITEMS } from './written-transactions.ts';
import { inSqlite } from './sqlite-database.ts';

const writer = fileURLToPath(new URL('writing-process.ts', import.meta.url));

/** Starts a writer and kills it some milliseconds after it first acknowledged something; all that it acknowledged. */
async function killWriter(folder: string, round: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, folder, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (output === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * 50);
    output += text;
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  // The last line may have been cut.
  return output.split('\n').slice(0, -1);
}

it(
  `The store loses no acknowledged transaction in ${KILLS} kills`,
  inSqlite(async (_, folder) => {
    const acknowledged: string[] = [];
    for (let round = 0; round < KILLS; round++) acknowledged.push(...(await killWriter(folder, round)));
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);

    const database = new DatabaseSync(join(folder, 'accesslink.db'));
    const transactions = database.prepare('select transaction_id as id from transactions').all();
    const items = database
      .prepare("select value ->> 'transactionId' as id, count(*) as items from imported_items group by 1")
      .all();
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
    const storedIds = new Set(transactions.map(({ id }) => id));
    expect(acknowledged.filter((id) => !storedIds.has(id))).toEqual([]);
    expect(items.filter(({ items: count }) => count !== ITEMS)).toEqual([]);
    expect(new Set(items.map(({ id }) => id))).toEqual(storedIds);
  }),
  240_000,
);
