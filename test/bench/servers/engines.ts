// The two engines of the store: what a gateway is started with to use one, and how much the one has stored.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startServer } from '../../support/postgres-server.ts';
import type { GatewayOptions } from './gateway.ts';

export type Engine = 'sqlite' | 'postgres';

export interface Store extends Pick<GatewayOptions, 'dataDir' | 'env'> {
  readonly dataDir: string;
  /** Bytes on the disk, when no gateway is running. */
  readonly size: () => Promise<number>;
}

/** Runs something with an empty store, and deletes it at the end. */
export async function withEngine<Result>(engine: Engine, run: (store: Store) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'accesslink-bench-'));
  const postgres = engine === 'postgres' ? await startServer() : null;
  try {
    if (postgres === null) return await run({ dataDir, size: async () => folderSize(dataDir) });
    return await run({ dataDir, env: { DATABASE_URL: postgres.url }, size: () => databaseSize(postgres.url) });
  } finally {
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function folderSize(folder: string): number {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { name }) => sum + statSync(join(folder, name)).size, 0);
}

async function databaseSize(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ size: string }>('SELECT pg_database_size(current_database()) AS size');
    return Number(rows[0]?.size);
  } finally {
    await client.end();
  }
}
