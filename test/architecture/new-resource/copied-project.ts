// A copy of the project in a folder of its own, to which a resource is added as docs/architecture.md says.
import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const additions = fileURLToPath(new URL('.', import.meta.url));
/** The program that asks the gateway of the copy, by its path there. */
export const ASK = relative(root, fileURLToPath(new URL('ask.ts', import.meta.url)));
const COPIED = ['src', 'schema', 'codegen', 'docs', 'codegen.ts', 'package.json', 'tsconfig.json'];

/** A file that was there before, with the lines that it no longer has, and those that it has now. */
export interface ChangedFile {
  readonly path: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export interface CopiedProject {
  readonly folder: string;
  /** Runs a command in it; gives what it prints, and rejects when it fails. */
  run(command: string, args: readonly string[]): Promise<string>;
  remove(): void;
}

export function copyProject(): CopiedProject {
  const folder = mkdtempSync(join(tmpdir(), 'new-resource-'));
  for (const name of [...COPIED, ASK]) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    run: async (command, args) => (await promisify(execFile)(command, args, { cwd: folder, encoding: 'utf8' })).stdout,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The files of the fictitious resource, and what it adds to files that are there. `.txt` keeps tools from reading them here. */
export function addResource({ folder }: CopiedProject): void {
  for (const path of ['docs', 'schema', 'src'].flatMap((name) => filesBelow(additions, name))) {
    cpSync(join(additions, path), join(folder, path.replace(/\.txt$/, '')));
  }
  append(folder, 'docs/field-map.md', 'field-map.txt');
  append(folder, 'src/domain/resources.ts', 'resources-line.txt');
}

/** What the copy has that the project has not, but for what is generated. */
export function differences({ folder }: CopiedProject): { added: string[]; changed: ChangedFile[] } {
  const paths = COPIED.flatMap((name) => filesBelow(folder, name)).filter((path) => !path.startsWith('src/generated/'));
  const before = new Set(COPIED.flatMap((name) => filesBelow(root, name)));
  const changed = paths.filter((path) => before.has(path)).map((path) => changeOf(path, folder));
  return {
    added: paths.filter((path) => !before.has(path)).sort(),
    changed: changed.filter(({ added, removed }) => added.length + removed.length > 0),
  };
}

function append(folder: string, path: string, addition: string): void {
  appendFileSync(join(folder, path), readFileSync(join(additions, addition)));
}

function changeOf(path: string, folder: string): ChangedFile {
  const [before, after] = [root, folder].map((base) => readFileSync(join(base, path), 'utf8').split('\n'));
  return { path, removed: without(before, after), added: without(after, before) };
}

/** The lines of a text that are not lines of another, each as often as it stands there more often. */
function without(lines: readonly string[] = [], others: readonly string[] = []): string[] {
  const rest = [...others];
  return lines.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** Files, by their paths from `base`; a name that is a file is that file. */
function filesBelow(base: string, name: string): string[] {
  if (name.includes('.')) return [name];
  const entries = readdirSync(join(base, name), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(base, '/').length));
}
