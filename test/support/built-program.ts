// The program as `npm run build` makes it, in a folder of its own.
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
  execFileSync(process.execPath, ['scripts/build.ts', path], { cwd: root });
  const folder = basename(path);
  return { folder, script: join(folder, 'main.js'), remove: () => rmSync(path, { recursive: true }) };
}
