// What a program has loaded when it has answered: nothing that this answer did not need.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { buildProgram } from '../support/built-program.ts';
import { type Program, startFlags, startProgram } from './process.ts';

const running: Program[] = [];
afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL');
});

/** Says at the end which modules were loaded. */
const WATCHER = `
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';
const loaded = [];
registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
if (isMainThread) process.on('exit', () => process.stderr.write('loaded ' + JSON.stringify(loaded) + '\\n'));`;

interface Loading {
  readonly watcher: string;
  readonly script?: string;
  readonly flags?: readonly string[];
}

/** What a program has loaded after an answer, as a watcher says it: URLs of modules, by the first one. */
async function loadedBy<T = string>(
  variables: Readonly<Record<string, string>>,
  { watcher, script, flags }: Loading = { watcher: WATCHER },
): Promise<T[]> {
  const url = `data:text/javascript,${encodeURIComponent(watcher)}`;
  const hooks = { NODE_OPTIONS: `--import ${JSON.stringify(url)}` };
  const program = startProgram({ PORT: '0', ...hooks, ...variables }, script, flags);
  running.push(program);
  const response = await fetch(await program.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ rateLimit { short { limit } } viewer { polarUserId } }"}',
  });
  expect(response.status).toBe(200);
  program.child.kill('SIGTERM');
  await program.ended;
  return JSON.parse(/^loaded (.*)$/m.exec(program.output())?.[1] ?? '[]') as T[];
}

/** Of packages, their names; of our own modules, the path below src/. */
function namesOf(urls: readonly string[]): ReadonlySet<string> {
  const names = urls.map((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? url.replace(/^.*\/src\//, ''));
  return new Set(names);
}

const WHEN_USED = ['ws', 'graphql-ws', 'pg', 'prom-client', '@graphql-yoga/render-graphiql', '@opentelemetry/api'];

describe('a program that has answered', () => {
  it('has loaded no package that the answer did not need', async () => {
    const names = namesOf(await loadedBy({}));
    expect([...names]).toEqual(expect.arrayContaining(['graphql', 'server/app.ts', 'simulator/simulator.ts']));
    expect(WHEN_USED.filter((name) => names.has(name))).toEqual([]);
  });

  it('has not loaded the simulator when there is an AccessLink', async () => {
    const names = namesOf(await loadedBy({ ACCESSLINK_URL: 'http://127.0.0.1:9' }));
    expect([...names].filter((name) => name.startsWith('simulator/'))).toEqual([]);
  });

  it('has loaded what is configured', async () => {
    const names = namesOf(await loadedBy({ METRICS_TOKEN: 'a-long-token-that-nobody-guesses-0123456789' }));
    expect(names).toContain('prom-client');
  });
});

/** Says at the end which parts of a built program were loaded, and whether with their code. */
const PARTS_WATCHER = `
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
const { loadedParts } = await import(new URL('cached-program.js', pathToFileURL(process.argv[1])));
if (isMainThread) process.on('exit', () => process.stderr.write('loaded ' + JSON.stringify(loadedParts()) + '\\n'));`;

/** Says at the end which modules of Node were loaded. */
const NODE_WATCHER = `
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => process.stderr.write('loaded ' + JSON.stringify(process.moduleLoadList) + '\\n'));`;

/** Says at the end how many bytes of memory each space of the heap has. */
const HEAP_WATCHER = `
import { getHeapSpaceStatistics } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
const sizes = () => getHeapSpaceStatistics().map((space) => [space.space_name, space.physical_space_size]);
if (isMainThread) process.on('exit', () => process.stderr.write('loaded ' + JSON.stringify(sizes()) + '\\n'));`;

interface LoadedPart {
  readonly name: string;
  readonly isCompiled: boolean;
}

describe('a built program that has answered', () => {
  const built = buildProgram();
  afterAll(() => built.remove());
  const loadedParts = async (variables: Record<string, string> = { ACCESSLINK_URL: 'http://127.0.0.1:9' }) => {
    const options = { watcher: PARTS_WATCHER, script: built.script, flags: startFlags() };
    const parts = await loadedBy<LoadedPart>(variables, options);
    return new Map(parts.map(({ name, isCompiled }) => [name.replace(/(-[\w-]{8})?\.cjs$/, ''), isCompiled]));
  };

  it('has loaded no part that the answer did not need, and compiled none: their code was there', async () => {
    const parts = await loadedParts();
    expect(parts.get('program')).toBe(true);
    expect(new Set(parts.values())).toEqual(new Set([true]));
    const unneeded = ['websocket', 'postgres', 'metrics', 'traces', 'simulator', 'page-program', 'sqlite-worker'];
    expect(unneeded.filter((name) => parts.has(name))).toEqual([]);
  });

  it('has compiled nothing in the demo either, with the flags of npm start', async () => {
    const parts = await loadedParts({});
    expect(parts.get('simulator')).toBe(true);
    expect(new Set(parts.values())).toEqual(new Set([true]));
  });

  it("has not loaded Node's fetch, which takes 30 to 50 ms", async () => {
    const loaded = await loadedBy({}, { watcher: NODE_WATCHER, script: built.script });
    expect(loaded).toContain('NativeModule http');
    expect(loaded.filter((name) => name.includes('deps/undici'))).toEqual([]);
  });

  it('has a small young generation: what a start leaves behind has not made it grow', async () => {
    const variables = { ACCESSLINK_URL: 'http://127.0.0.1:9' };
    const options = { watcher: HEAP_WATCHER, script: built.script };
    const sizes = new Map(await loadedBy<[string, number]>(variables, options));
    expect(sizes.get('new_space')).toBeLessThan(5_000_000);
  });

  it('has compiled what V8 does not accept the code of', async () => {
    writeFileSync(join(built.folder, 'program.cjs.code'), 'of another version');
    const parts = await loadedParts();
    expect([parts.get('program'), parts.get('execute')]).toEqual([false, true]);
  });
});
