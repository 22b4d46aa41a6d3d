// What was acknowledged is in the database, whenever the process is killed, and no transaction is there by half.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { KILLS } from '../support/long.ts';
import { readOrCreateKeyFile } from '../../src/store/crypto/key-file.ts';
import { ITEMS, transactionOf } from './written-transactions.ts';
import { inSqlite } from './sqlite-database.ts';

const { kind, polarUserId } = transactionOf('');
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
  `The store loses no acknowledged transaction and no acknowledged delivery in ${KILLS} kills`,
  inSqlite(async ({ open }, folder) => {
    const acknowledged: string[] = [];
    for (let round = 0; round < KILLS; round++) acknowledged.push(...(await killWriter(folder, round)));
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);

    for (const name of ['accesslink.db', 'keys.db']) {
      const database = new DatabaseSync(join(folder, name));
      expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
      database.close();
    }
    const { imports, inbox } = await open({ keys: readOrCreateKeyFile(folder) });
    const storedIds = new Set((await imports.uncommitted(polarUserId, kind)).map(({ transactionId }) => transactionId));
    const deliveries = await inbox.claim({ now: Date.now(), leaseMs: 1, limit: 100_000 });
    const bodies = new Set(deliveries.map(({ body }) => body));
    expect(acknowledged.filter((id) => !bodies.has(id))).toEqual([]);
    const listed = await imports.list({ polarUserId, kind });
    const items = await imports.items(polarUserId, kind, listed.length + 1);
    expect(items).toHaveLength(listed.length);
    const byTransaction = Map.groupBy(items, ({ value }) => (value as { transactionId: string }).transactionId);
    expect(acknowledged.filter((id) => !storedIds.has(id))).toEqual([]);
    expect([...byTransaction.values()].filter(({ length }) => length !== ITEMS)).toEqual([]);
    expect(new Set(byTransaction.keys())).toEqual(storedIds);
  }),
  240_000,
);
