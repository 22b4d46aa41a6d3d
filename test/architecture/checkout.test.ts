// What holds for the checkout as a whole: short files, one copy of graphql, and nothing that names a machine.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const NOT_COMMITTED = ['node_modules', '.git', '.data', 'coverage'];

/** Where packages come from, and where they lie on the machine of whoever wrote the file. */
const ADDRESSES = [
  /"resolved":\s*"(?:http|file)/,
  /\bregistry\s*=\s*\S*:\/\//,
  /\/\/registry\.\w/,
  /\/-\/\S+\.t[g]z/,
  /(?:^|[\s"'`(=:])\/(?:work|root|home|Users)\/\w/m,
];

describe('the checkout', () => {
  it('has no source file over 200 lines', () => {
    const long = filesBelow('src').filter((path) => path.endsWith('.ts') && !path.startsWith('src/generated/'));
    expect(long.filter((path) => read(path).trimEnd().split('\n').length > 200)).toEqual([]);
  });

  it('has one copy of graphql', () => {
    expect(copiesOf('graphql', 'node_modules')).toEqual(['node_modules/graphql']);
  });

  it('names no registry and no folder of a machine', () => {
    const telling = filesBelow('').filter((path) => ADDRESSES.some((address) => address.test(read(path))));
    expect(telling).toEqual([]);
  });

  // Put together here, so that this file does not name what it looks for.
  it.each(['"resolved" "https', 'registry=https', 'see ~home/me', "'~work/main'"])('would notice %s', (text) => {
    const written = text.replace('" "', '": "').replace('https', 'https://example.org').replace('~', '/');
    expect(ADDRESSES.some((address) => address.test(written))).toBe(true);
  });
});

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Paths of the files below a folder of the checkout that belong to the repository. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_COMMITTED.includes(name) && !name.endsWith('.log'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

function copiesOf(name: string, modules: string): string[] {
  if (!existsSync(join(root, modules))) return [];
  const installed = readdirSync(join(root, modules))
    .filter((entry) => !entry.startsWith('.'))
    .flatMap((entry) => (entry.startsWith('@') ? scoped(modules, entry) : [join(modules, entry)]));
  const here = installed.filter((path) => path === join(modules, name));
  return [...here, ...installed.flatMap((path) => copiesOf(name, join(path, 'node_modules')))];
}

function scoped(modules: string, scope: string): string[] {
  return readdirSync(join(root, modules, scope)).map((entry) => join(modules, scope, entry));
}
