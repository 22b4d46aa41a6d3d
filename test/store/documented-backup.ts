// The commands of docs/operating.md that make a backup and restore it, run as they are written there, with other paths.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { sectionOf } from '../server/observability/documented.ts';

/** A command that the section on backups has: the first that matches. Throws where there is none any more. */
function documentedCommand(pattern: RegExp): string {
  const [, command] = pattern.exec(sectionOf(readFileSync('docs/operating.md', 'utf8'), 'Backup and restore')) ?? [];
  if (command === undefined) throw new Error(`Cannot find a command in docs/operating.md: none matches ${pattern}`);
  return command;
}

export interface DocumentedPaths {
  /** Where the data are, in the place of `/var/lib/accesslink`. */
  readonly data: string;
  /** In the place of `/backup`. */
  readonly backup: string;
}

/** Copies the two files of a SQLite database, which somebody may have open. */
export function backUpFiles({ data, backup }: DocumentedPaths): void {
  const command = documentedCommand(/```sh\n(node -e [^]*?)\n```/);
  run(command.replaceAll('/backup/', `${backup}/`).replaceAll('/var/lib/accesslink', data), [
    dirname(process.execPath),
  ]);
}

/** The same by the program `sqlite3`, for one file after the other. */
export function backUpFilesBySqlite3({ data, backup }: DocumentedPaths): void {
  const command = documentedCommand(/`(sqlite3 accesslink\.db [^`]*)`/);
  for (const name of ['accesslink', 'keys'])
    run(`cd ${data} && ${command.replaceAll('accesslink.db', `${name}.db`).replace('/backup/', `${backup}/`)}`, []);
}

/** A database on Postgres, and where its backups are and the programs that make them. */
export interface DumpPlace {
  readonly url: string;
  readonly backup: string;
  readonly programs: string;
}

/** Dumps the data, and the keys of people, each into its file. */
export function dumpSchemas(place: DumpPlace): void {
  const commands = documentedCommand(/```sh\n(pg_dump [^]*?)\n```/).split('\n');
  for (const command of commands) runAt(place, command);
}

/** Restores the data; with `keys`, the keys. */
export function restoreDump(place: DumpPlace, keys?: 'keys'): void {
  const command = documentedCommand(/`(pg_restore [^`]*)`/);
  runAt(place, keys ? command.replace('accesslink.dump', 'accesslink-keys.dump') : command);
}

/** The statements that a dump of the data has. */
export function readDump(place: DumpPlace): string {
  return runAt(place, 'pg_restore --file=- /backup/accesslink.dump');
}

function runAt({ url, backup, programs }: DumpPlace, command: string): string {
  return run(command.replace('/backup/', `${backup}/`), [programs], { DATABASE_URL: url });
}

function run(command: string, folders: readonly string[], variables: Readonly<Record<string, string>> = {}): string {
  const path = [...folders, process.env['PATH']].join(delimiter);
  // No password of a server that nobody named here.
  return execFileSync('sh', ['-c', command], { env: { ...variables, PATH: path }, encoding: 'utf8' });
}
