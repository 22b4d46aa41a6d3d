// Servers under measurement: each a process of its own, on a core of its own, whose time and memory the kernel knows.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { bytesIn, cpuSecondsIn } from './arithmetic.ts';

/** The bench and the upstream share one core; the server has the other. */
export const CORES = { load: '0', server: '1', any: `0-${availableParallelism() - 1}` } as const;

export interface ServerProcess {
  /** Where it listens: scheme, address and port. */
  readonly origin: string;
  readonly child: ChildProcess;
  /** Everything it has printed. */
  output(): string;
  /** With those of its workers. */
  cpuSeconds(): number;
  rssBytes(): number;
  /** The most that it has taken since it began. */
  peakRssBytes(): number;
  /** Ends it by SIGTERM and waits. */
  readonly stop: () => Promise<void>;
}

export interface ServerOptions {
  /** The arguments of Node. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** As `taskset` takes them. Default: the core of servers. */
  readonly core?: string;
}

/** Starts it; it has started when it prints `"url":"…"`. Rejects with all that it printed when it ends before. */
export async function startServer({ args, env = {}, core = CORES.server }: ServerOptions): Promise<ServerProcess> {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const [program = '', ...rest] = onCore(core, [process.execPath, ...args]);
  const variables = { PATH, NODE_COMPILE_CACHE, NODE_ENV: 'production', ...env };
  const child = spawn(program, rest, { env: variables, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output = `${output}${String(chunk)}`.slice(-100_000);
      const printed = /"url":"(.*?)"/.exec(output)?.[1];
      if (printed) resolve(printed);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`The server ended: ${args.join(' ')}\n${output}`)));
  });
  killAtExit(child);
  const proc = (file: string, pid = String(child.pid)) => readFileSync(`/proc/${pid}/${file}`, 'utf8');
  const workers = () => proc(`task/${child.pid}/children`).split(' ').filter(Boolean);
  return {
    origin: new URL(await url).origin,
    child,
    output: () => output,
    cpuSeconds: () => workers().reduce((sum, pid) => sum + cpuSecondsIn(proc('stat', pid)), cpuSecondsIn(proc('stat'))),
    rssBytes: () => bytesIn(proc('status'), 'VmRSS'),
    peakRssBytes: () => bytesIn(proc('status'), 'VmHWM'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function killAtExit(child: ChildProcess): void {
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
}

/** `taskset` is a part of util-linux; without it every process runs where the kernel puts it. */
export function hasTaskset(): boolean {
  return spawnSync('taskset', ['-c', CORES.server, 'true']).status === 0;
}

/** A command that runs on a core. */
export function onCore(core: string, command: readonly string[]): readonly string[] {
  return hasTaskset() ? ['taskset', '-c', core, ...command] : command;
}

/** Moves this process, and whatever it starts, to a core. */
export function moveTo(core: string): void {
  if (hasTaskset()) spawnSync('taskset', ['-a', '-c', '-p', core, String(process.pid)]);
}
