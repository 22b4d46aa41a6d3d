// A program that cannot start because of its store, its keys or its folder: one line with the path and the reason, no stack.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateEncryptionKey } from '../../src/store/crypto/encryption.ts';
import { startProgram } from './process.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a program says that does not start. */
async function failedStart(variables: Readonly<Record<string, string>>): Promise<string> {
  const program = startProgram({ PORT: '0', ...variables });
  expect(await program.ended).toBe(1);
  return program.output();
}

const SECRET_KEY = generateEncryptionKey();

describe('a program that cannot start', () => {
  it('names the folder when DATA_DIR is below a file', async () => {
    const dataDir = join(folder, 'file', 'data');
    writeFileSync(join(folder, 'file'), '');
    expect(await failedStart({ DATA_DIR: dataDir, SECRET_KEY })).toBe(
      `Cannot open the database ${dataDir}/accesslink.db: a part of the path is no folder. Set DATA_DIR to another\n`,
    );
    expect(await failedStart({ DATA_DIR: dataDir })).toBe(
      `Cannot use the key in ${dataDir}/secret.key: a part of the path is no folder\n`,
    );
  });

  it.each([
    ['is no database', 'not a database, and longer than its header would be. '.repeat(100), 'it is no SQLite database'],
    ['is damaged', `SQLite format 3\0${'\x10\0'.repeat(4_000)}`, 'it is '],
  ])('names the file when the database %s', async (_, content, reason) => {
    writeFileSync(join(folder, 'accesslink.db'), content);
    const output = await failedStart({ DATA_DIR: folder, SECRET_KEY });
    expect(output).toMatch(
      /^Cannot open the database .*\/accesslink\.db: .*restore a backup \(docs\/operating\.md\)\n$/,
    );
    expect(output).toContain(`${folder}/accesslink.db: ${reason}`);
  });

  it('names the file and both versions when the database is of a newer program', async () => {
    const database = new DatabaseSync(join(folder, 'accesslink.db'));
    database.exec('create table schema_versions (version integer primary key, applied_at integer)');
    database.exec('insert into schema_versions values (4711, 0)');
    database.close();
    expect(await failedStart({ DATA_DIR: folder, SECRET_KEY })).toMatch(
      new RegExp(
        `^Cannot open the database ${folder}/accesslink\\.db: its schema is of version 4711, this program knows \\d+\\. Run the newer program\\n$`,
      ),
    );
  });

  it.each([
    ['may be read by others', '644', 'others may read it (mode 644). Run chmod 600 on it'],
    ['was altered', '600', 'it was altered. Restore it from a copy'],
  ])('names the key file when it %s', async (_, mode, reason) => {
    const path = join(folder, 'secret.key');
    writeFileSync(path, mode === '644' ? SECRET_KEY : 'canary');
    chmodSync(path, Number.parseInt(mode, 8));
    expect(await failedStart({ DATA_DIR: folder })).toBe(`Cannot use the key in ${path}: ${reason}\n`);
  });

  it('names the key file when it is a folder', async () => {
    mkdirSync(join(folder, 'secret.key'), { mode: 0o700 });
    expect(await failedStart({ DATA_DIR: folder })).toBe(
      `Cannot use the key in ${folder}/secret.key: it is a folder\n`,
    );
  });

  it('names host and database, and no password, when nothing listens where Postgres should', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const address = closed.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await new Promise((resolve) => closed.close(resolve));
    const output = await failedStart({
      DATABASE_URL: `postgres://somebody:canary@127.0.0.1:${port}/gateway`,
      SECRET_KEY,
    });
    expect(output).toBe(
      `Cannot open the database "gateway" at 127.0.0.1:${port}: nothing listens there. Start Postgres, or correct DATABASE_URL\n`,
    );
  });
});
