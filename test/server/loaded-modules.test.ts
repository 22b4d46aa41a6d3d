// What a program has loaded when it has answered: nothing that this answer did not need.
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { buildProgram } from '../support/built-program.ts';
import { type Program, startProgram } from './process.ts';

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

/** The modules that a program has loaded after an answer. */
async function loadedBy(variables: Readonly<Record<string, string>>, script?: string): Promise<string[]> {
  const watcher = `data:text/javascript,${encodeURIComponent(WATCHER)}`;
  const hooks = { NODE_OPTIONS: `--import ${JSON.stringify(watcher)}` };
  const program = startProgram({ PORT: '0', ...hooks, ...variables }, script);
  running.push(program);
  const response = await fetch(await program.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ rateLimit { short { limit } } viewer { polarUserId } }"}',
  });
  expect(response.status).toBe(200);
  program.child.kill('SIGTERM');
  await program.ended;
  return JSON.parse(/^loaded (.*)$/m.exec(program.output())?.[1] ?? '[]') as string[];
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

describe('a built program that has answered', () => {
  const built = buildProgram();
  afterAll(() => built.remove());

  it('has loaded no part that the answer did not need', async () => {
    const urls = await loadedBy({ ACCESSLINK_URL: 'http://127.0.0.1:9' }, built.script);
    const files = urls
      .filter((url) => url.includes(built.folder))
      .map((url) => /([a-z-]+?)(-[\w-]{8})?\.js$/.exec(url)?.[1]);
    expect(files).toContain('program');
    const unneeded = ['websocket', 'postgres', 'metrics', 'traces', 'simulator', 'page-program', 'sqlite-worker'];
    expect(files.filter((file) => unneeded.includes(file ?? ''))).toEqual([]);
  });
});
