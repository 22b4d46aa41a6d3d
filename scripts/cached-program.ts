// Stands in the built program in the place of `src/program.ts`: loads it with the code that V8 compiled of it when it was built.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/** A file of the bundle that has been loaded. */
interface Part {
  readonly script: Script;
  readonly module: { readonly exports: object };
}

/** A module in CommonJS, as a function of its `exports`, `require`, `module` and `__filename`. */
type ModuleFunction = (...parameters: readonly unknown[]) => void;

const folder = fileURLToPath(new URL('.', import.meta.url));
const requireBuiltin = createRequire(import.meta.url);
const parts = new Map<string, Part>();

/** As that of `src/program.ts`. */
export async function startProgram(): Promise<void> {
  const program = load('program.cjs') as { readonly startProgram: () => Promise<void> };
  await program.startProgram();
}

/** The files that have been loaded, and whether V8 took the code that was compiled before. */
export function loadedParts(): { readonly name: string; readonly isCompiled: boolean }[] {
  return [...parts].map(([name, { script }]) => ({ name, isCompiled: script.cachedDataRejected === false }));
}

/** Writes the code of each loaded file next to it: of all functions that have run, where Node's own cache has only few. */
export function writeCode(): void {
  for (const [name, { script }] of parts) writeFileSync(codeOf(name), script.createCachedData());
}

function codeOf(name: string): string {
  return `${folder}${name}.code`;
}

/** What `require` would, which cannot be given code. V8 rejects that of another version or of other flags, and compiles. */
function load(name: string): object {
  const loaded = parts.get(name);
  if (loaded) return loaded.module.exports;
  const filename = folder + name;
  // The bundle is ASCII, of which a character takes one byte.
  const text = `(function (exports, require, module, __filename) { ${readFileSync(filename, 'latin1')}\n})`;
  const cachedData = existsSync(codeOf(name)) ? readFileSync(codeOf(name)) : undefined;
  const script = new Script(text, { filename, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  parts.set(name, { script, module });
  const run = script.runInThisContext() as ModuleFunction;
  run(module.exports, requirePart, module, filename);
  return module.exports;
}

function requirePart(id: string): unknown {
  return id.startsWith('./') ? load(id.slice(2)) : requireBuiltin(id);
}
