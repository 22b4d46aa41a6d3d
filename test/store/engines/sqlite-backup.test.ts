// Backups of SQLite that the program `sqlite3` makes, as docs/operating.md says; the contract has those of Node.
import { spawnSync } from 'node:child_process';
import { describe } from 'vitest';
import { backupContract } from '../contract/backup.ts';
import { backUpFilesBySqlite3 } from '../documented-backup.ts';
import { backUp, inSqlite } from '../sqlite-database.ts';

const isInstalled = spawnSync('sqlite3', ['--version']).status === 0;

describe.skipIf(!isInstalled)('a backup of a SQLite file by sqlite3', () => {
  backupContract((test) =>
    inSqlite((database, folder) => test({ ...database, backUp: async () => backUp(folder, backUpFilesBySqlite3) })),
  );
});
