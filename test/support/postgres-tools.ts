// pg_dump and pg_restore as somebody has installed them, and a server whose version they know: the package of the tests' own
// server has neither.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres, type TestPostgres } from './postgres.ts';

export interface PostgresTools {
  /** The folder of the programs. */
  readonly programs: string;
  /** The server of the run, or one of the programs' own version where that is newer than they are. */
  readonly startServer: () => Promise<TestPostgres>;
}

/** Null when there are none, or only older ones than the server of the run, without a server of their own. */
export async function findPostgresTools(): Promise<PostgresTools | null> {
  const newest = await majorOfServer();
  for (const programs of folders()) {
    const major = await majorOfTools(programs);
    if (major >= newest) return { programs, startServer: () => startPostgres() };
    if (major > 0 && existsSync(join(programs, 'postgres')) && existsSync(join(programs, 'initdb')))
      return { programs, startServer: () => startPostgres(programs) };
  }
  return null;
}

/** Where programs are, and where Debian has those of each version. */
function folders(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const paths = (process.env['PATH'] ?? '').split(delimiter);
  return [...versions.map((version) => join(debian, version, 'bin')), ...paths].filter((folder) =>
    ['pg_dump', 'pg_restore'].every((name) => existsSync(join(folder, name))),
  );
}

async function majorOfServer(): Promise<number> {
  const server = await startPostgres();
  const [row] = await server.query('show server_version_num');
  await server.stop();
  return Math.floor(Number(row?.['server_version_num']) / 10_000);
}

/** 0 when it does not run. */
async function majorOfTools(programs: string): Promise<number> {
  const { stdout } = await promisify(execFile)(join(programs, 'pg_dump'), ['--version']).catch(() => ({ stdout: '' }));
  return Number(/ (\d+)\./.exec(stdout)?.[1] ?? 0);
}
