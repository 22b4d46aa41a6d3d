// The program as `npm run build` makes it, in a folder of its own: its files find packages and schema/ as those of dist/ do.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A program in JavaScript. */
export interface BuiltProgram {
  /** The name of its folder. */
  readonly folder: string;
  /** What Node starts. */
  readonly script: string;
  remove(): void;
}

/** Builds the program. */
export function buildProgram(): BuiltProgram {
  const path = mkdtempSync(join(root, 'dist-'));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', path], { cwd: root });
  const folder = basename(path);
  return { folder, script: join(folder, 'main.js'), remove: () => rmSync(path, { recursive: true }) };
}
