// Bundles the program: src/ and the packages that it uses, as few files of JavaScript with all that a process needs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What is started by its URL: the program, a thread and a process of its own. Each is a file of this name. */
const ENTRIES = {
  program: 'src/program.ts',
  'sqlite-worker': 'src/store/engines/sqlite-worker.ts',
  'page-program': 'src/server/graphiql/page-program.ts',
  thread: 'src/accesslink/decoder/thread.ts',
};

/** Writes the bundle into a folder. */
export async function bundle(folder: string): Promise<void> {
  const build = await rolldown({
    cwd: root,
    input: ENTRIES,
    platform: 'node',
    // An optional part of `pg`, in C.
    external: ['pg-native'],
    plugins: [typeDefs, pool, noHttp2, ascii],
    // Yoga compares its own class with Node's, whose fetch is loaded when somebody looks at it, in 30 to 50 ms.
    transform: { define: { 'globalThis.Request': 'undefined' } },
  });
  // Names and lines stay: stack traces in the log are of these files.
  const names = { entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' };
  await build.write({ dir: folder, format: 'cjs', cleanDir: true, comments: false, minify: false, ...names });
  await build.close();
  const start = await rolldown({
    cwd: root,
    input: { main: 'src/main.ts', 'cached-program': 'scripts/cached-program.ts' },
    platform: 'node',
    plugins: [cachedProgram, ascii],
  });
  await start.write({ dir: folder, format: 'esm', comments: false, minify: false });
  await start.close();
}

/** The program is loaded from the bundle, with its code. */
const cachedProgram: Plugin = {
  name: 'cached-program',
  resolveId: { filter: { id: /^\.\/program\.ts$/ }, handler: () => join(root, 'scripts/cached-program.ts') },
};

/** The SDL as text, in the place of the module that reads it. */
const typeDefs: Plugin = {
  name: 'type-defs',
  load: {
    filter: { id: /src[\\/]server[\\/]graphql[\\/]type-defs\.ts$/ },
    handler: () => {
      const files = readdirSync(join(root, 'schema')).filter((name) => name.endsWith('.graphql'));
      const texts = files.sort().map((name) => readFileSync(join(root, 'schema', name), 'utf8'));
      return `export function readTypeDefs() { return ${JSON.stringify(texts)}; }`;
    },
  },
};

/** Of undici, the pool of connections: the whole is three times as much, most of it for fetch, caches, proxies and mocks. */
const pool: Plugin = {
  name: 'pool',
  resolveId: { filter: { id: /^undici$/ }, handler: () => '\0undici' },
  load: {
    filter: { id: /^\0undici$/ },
    handler: () => `
      import api from 'undici/lib/api/index.js';
      import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
      Object.assign(Dispatcher.prototype, api);
      export { default as buildConnector } from 'undici/lib/core/connect.js';
      export { default as Pool } from 'undici/lib/dispatcher/pool.js';`,
  },
};

/** HTTP/2, which undici would load and our pool does not speak. */
const noHttp2: Plugin = {
  name: 'no-http2',
  resolveId: { filter: { id: /^node:http2$/ }, handler: () => '\0http2' },
  load: { filter: { id: /^\0http2$/ }, handler: () => 'module.exports = { constants: {} };' },
};

/** V8 stores a text with one character beyond Latin-1 in two bytes a character, and reads ASCII fastest. */
const ascii: Plugin = {
  name: 'ascii',
  renderChunk: (code) =>
    code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
};
