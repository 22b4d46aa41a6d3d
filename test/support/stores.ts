// The store of an end-to-end test: a SQLite file, or a database of the Postgres that the run has started for it.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { generateEncryptionKey, parseEncryptionKeys } from '../../src/store/crypto/encryption.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import type { Store } from '../../src/store/contract/store.ts';
import { timeLimits } from '../../src/store/time-limits.ts';
import { clockAt } from './clocks.ts';

/** The keys of every gateway and store of a process, so that one gateway opens what another has closed. */
export const keys = parseEncryptionKeys(generateEncryptionKey());

/** What a test expects of a store must not depend on how much else the machine has to do. */
export const PATIENT = Object.fromEntries(
  Object.entries(timeLimits).map(([method, limit]) => [method, { ...limit, milliseconds: 60_000 }]),
);

export interface GatewayStoreOptions {
  /** Whether calls have the time limits of the program; by default those of a machine that is never slow. */
  readonly hasLimits?: boolean;
  /** The folder to which the store belongs, there before and after; by default one that goes with the gateway. */
  readonly dataDir?: string | undefined;
}

export interface GatewayStore {
  readonly store: Store;
  readonly dataDir: string;
  close(): Promise<void>;
}

/** Opens the store of a gateway. Two with one folder are two processes over one database. */
export async function openGatewayStore(options: GatewayStoreOptions, now: () => number): Promise<GatewayStore> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'gateway-'));
  const limits = options.hasLimits ? timeLimits : PATIENT;
  const store = await openTestStore({ dataDir, keys, clock: clockAt(now), limits });
  return {
    store,
    dataDir,
    close: async () => {
      await store.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true });
    },
  };
}

/** Opens what belongs to a folder: on Postgres a database of its own, there again when it is opened again. */
async function openTestStore(options: Omit<StoreOptions, 'databaseUrl'>): Promise<Store> {
  return openStore({ ...options, databaseUrl: await databaseUrlOf(options.dataDir), isShared: true });
}

/** The database that belongs to a folder on the Postgres of the run; null: a SQLite file in it. */
export async function databaseUrlOf(dataDir: string): Promise<string | null> {
  const server = process.env['E2E_ENGINE'] === 'postgres' ? process.env['DATABASE_URL_TEST'] : undefined;
  return server === undefined ? null : databaseFor(dataDir, server);
}

async function databaseFor(dataDir: string, server: string): Promise<string> {
  const name = `e2e_${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount === 0) await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}
