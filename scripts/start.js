// `npm start`: builds the program where it is missing or older than its sources, then becomes it. JavaScript, and no process
// between: a compiler that strips types, and another npm, take a tenth of a second each.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const STAMP = new URL('../dist/sources.txt', import.meta.url);
/** What the program is made of. */
const SOURCES = ['src', 'schema', 'scripts', 'package-lock.json'];

const sources = SOURCES.flatMap(describe).join('\n');
const built = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null;
// Where there is only the program, nothing can be newer.
if (existsSync(`${root}src`) && built !== sources) build();
if (existsSync('.env')) process.loadEnvFile('.env');
await import('../dist/main.js');

/**
 * A line for every file: its name, its size, and when it was written.
 * @param {string} name
 * @returns {string[]}
 */
function describe(name) {
  const found = statSync(root + name, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [`${name} ${found.size} ${found.mtimeMs}`];
  return readdirSync(root + name).flatMap((entry) => describe(`${name}/${entry}`));
}

/** In a process of its own, whose memory is given back. */
function build() {
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(STAMP, sources);
}
