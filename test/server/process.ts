// The program as a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A running program. */
export interface Program {
  readonly child: ChildProcess;
  /** Everything it has printed. */
  readonly output: () => string;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
  /** The URL that it logs when it listens; rejects when it ends before. */
  readonly url: Promise<string>;
}

/** What `npm start` starts Node with. */
export function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/**
 * Starts `script` with an empty data folder, and configured by these variables alone. Stop it by a signal to `child`.
 */
export function startProgram(
  variables: Readonly<Record<string, string>>,
  script = 'src/main.ts',
  flags: readonly string[] = [],
): Program {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const dataDir = mkdtempSync(join(tmpdir(), 'accesslink-'));
  const child = spawn(process.execPath, [...flags, script], {
    env: { PATH, NODE_COMPILE_CACHE, DATA_DIR: dataDir, ...variables },
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  void ended.then(() => rmSync(dataDir, { recursive: true, force: true }));
  const url = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += String(chunk);
      const logged = /"url":"(.*?)"/.exec(output)?.[1];
      if (logged) resolve(logged);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then((code) => reject(new Error(`The program ended with ${code}: ${output}`)));
  });
  url.catch(() => {});
  return { child, output: () => output, ended, url };
}
