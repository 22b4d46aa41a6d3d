// Backups of Postgres by pg_dump and pg_restore, run as docs/operating.md writes them. The contract imitates them where they
// are not installed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { findPostgresTools } from '../../support/postgres-tools.ts';
import type { TestPostgres } from '../../support/postgres.ts';
import { backupContract } from '../contract/backup.ts';
import { dumpSchemas, readDump, restoreDump } from '../documented-backup.ts';
import { inPostgres } from '../postgres-database.ts';
import type { DataBackup } from '../test-database.ts';

const tools = await findPostgresTools();
let server: TestPostgres;
let url: string;

async function backUp(): Promise<DataBackup> {
  const backup = mkdtempSync(join(tmpdir(), 'dump-'));
  onTestFinished(() => rmSync(backup, { recursive: true }));
  const place = { url, backup, programs: tools?.programs ?? '' };
  dumpSchemas(place);
  const statements = readDump(place);
  const values = [...statements.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex ?? '', 'hex'));
  return {
    bytes: Buffer.concat([Buffer.from(statements), ...values]),
    restore: async () => restoreDump(place),
    restoreKeys: async () => {
      await server.query('drop schema accesslink_keys cascade', url);
      restoreDump(place, 'keys');
    },
  };
}

const missing =
  ' (skipped: no pg_dump and pg_restore of the version of the server, and no server of theirs, is installed)';

describe.skipIf(tools === null)(`a backup of Postgres by pg_dump${tools ? '' : missing}`, () => {
  beforeAll(async () => {
    server = await (tools?.startServer() ?? Promise.reject(new Error('Cannot start a server: there is none')));
    url = await server.createDatabase();
  });
  afterAll(() => server.stop());

  backupContract((test) =>
    inPostgres(
      () => ({ server, url }),
      (database) => test({ ...database, backUp }),
    ),
  );
});
