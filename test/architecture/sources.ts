// The sources of the checkout, for tests that read them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A file: its path below the checkout, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** The files below a folder of the checkout whose names end in one of these ways, without what is generated. */
export function sourcesBelow(folder: string, endings: readonly string[] = ['.ts']): Source[] {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return paths
    .map((path) => join(folder, path))
    .filter((path) => endings.some((ending) => path.endsWith(ending)) && !path.startsWith('src/generated/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Code without its comments; every line stays in its place. */
export function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|[^:'"`\\])\/\/[^\n]*/gm, '$1');
}

/** One file of the checkout. */
export function sourceAt(path: string): Source {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}
