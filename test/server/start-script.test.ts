// `npm start` builds the program when its sources have changed, and not otherwise.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** In the place of the bundler: a program that prints its configuration, and a line when it is made. */
const BUILD = `
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('dist', { recursive: true });
console.log('built');
writeFileSync('dist/main.js', "console.log('started with ' + process.env.GREETING)");
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  for (const name of ['src/deep', 'schema', 'scripts']) mkdirSync(join(folder, name), { recursive: true });
  cpSync('scripts/start.js', join(folder, 'scripts/start.js'));
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', '{}');
  write('scripts/build.ts', BUILD);
  write('src/deep/one.ts', 'one');
  write('schema/days.graphql', 'type Day');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

/** What the script prints, line by line. */
function start(): string[] {
  const output = execFileSync(process.execPath, ['scripts/start.js'], { cwd: folder, env: { GREETING: 'nothing' } });
  return String(output).trimEnd().split('\n');
}

const STARTED = 'started with nothing';

describe('npm start', () => {
  it('builds the program once', () => {
    expect([start(), start()]).toEqual([['built', STARTED], [STARTED]]);
  });

  it.each<[string, () => void]>([
    ['of another size', () => write('src/deep/one.ts', 'another')],
    ['written again', () => utimesSync(join(folder, 'schema/days.graphql'), 1, 1)],
    ['added', () => write('src/deep/two.ts', 'two')],
    ['deleted', () => rmSync(join(folder, 'src/deep/one.ts'))],
    ['the list of packages', () => write('package-lock.json', '{ }')],
  ])('builds it again when a source is %s', (_, change) => {
    start();
    change();
    expect([start(), start()]).toEqual([['built', STARTED], [STARTED]]);
  });

  it('builds it again when it was deleted', () => {
    start();
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(start()).toEqual(['built', STARTED]);
  });

  it('starts what is there when there are no sources', () => {
    start();
    rmSync(join(folder, 'src'), { recursive: true });
    expect(start()).toEqual([STARTED]);
  });

  it('reads .env, whose variables yield to those of the environment', () => {
    write('.env', 'GREETING=file\nOTHER=file');
    write('scripts/build.ts', BUILD.replace('process.env.GREETING', 'process.env.GREETING + process.env.OTHER'));
    expect(start().at(-1)).toBe('started with nothingfile');
  });
});
