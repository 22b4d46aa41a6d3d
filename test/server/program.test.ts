// The program as a process: whom it serves, how it stops, and its messages when it cannot start.
import { readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { buildProgram } from '../support/built-program.ts';
import { startGateway } from '../support/gateway.ts';
import { type Program, startFlags, startProgram } from './process.ts';

const running: Program[] = [];
afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL');
});

function start(variables: Readonly<Record<string, string>> = {}, script?: string, flags?: readonly string[]): Program {
  const program = startProgram({ PORT: '0', ...variables }, script, flags);
  running.push(program);
  return program;
}

async function ask(url: string, query: string, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe('the program', () => {
  it('serves the demo user without any configuration', async () => {
    const url = await start().url;
    const answer = await ask(url, '{ viewer { polarUserId firstName } }');
    expect(answer).toMatchObject({ data: { viewer: { firstName: 'Aino' } } });
  });

  it('sends requests to ACCESSLINK_URL, and has no demo user then', async () => {
    const gateway = await startGateway();
    const { simulator } = gateway;
    const url = await start({ ACCESSLINK_URL: simulator.url }).url;
    const query = '{ viewer { physicalInfo { fetchedAt } } }';
    expect(await ask(url, query)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    const authorization = `Bearer ${simulator.people[0]?.token}`;
    expect(await ask(url, query, { authorization })).not.toHaveProperty('errors');
    expect(simulator.requests).toHaveLength(1);
    await gateway.close();
  });

  it('has connections to ACCESSLINK_URL before it listens, and has sent nothing over them', async () => {
    const seen = { connections: 0, bytes: 0 };
    const server = createServer((socket) => {
      seen.connections += 1;
      socket.on('data', (chunk) => (seen.bytes += chunk.length)).on('error', () => {});
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await start({ ACCESSLINK_URL: `http://127.0.0.1:${port}` }).url;
    expect(seen).toEqual({ connections: 4, bytes: 0 });
    server.close();
  });

  const MEMORY_FLAGS = ['--max-semi-space-size=8', '--no-allocation-site-pretenuring', '--no-memory-reducer'];
  /** Flags of Node, and variables, as the kernel has them. */
  async function startedWith(program: Program) {
    await program.url;
    const read = (file: string) => readFileSync(`/proc/${program.child.pid}/${file}`, 'utf8').split('\0');
    return { flags: read('cmdline').filter((word) => word.startsWith('--')), variables: read('environ') };
  }

  it('has limits of memory that are set at the start of a process only', async () => {
    const { flags, variables } = await startedWith(start({ NODE_OPTIONS: '--no-deprecation' }));
    expect(flags).toEqual(MEMORY_FLAGS);
    expect(variables).toEqual(expect.arrayContaining(['MALLOC_ARENA_MAX=2', 'NODE_OPTIONS=--no-deprecation']));
  });

  it('has them by npm start, too, where it is not the demo, which is the process that was started', async () => {
    const demo = await startedWith(start({}, 'src/main.ts', startFlags()));
    expect(demo.flags).toEqual(['--min-semi-space-size=8', ...MEMORY_FLAGS]);
    expect(demo.variables).not.toContain('MALLOC_ARENA_MAX=2');
    const program = start({ ACCESSLINK_URL: 'http://127.0.0.1:9' }, 'src/main.ts', [...startFlags(), '--no-warnings']);
    const { flags, variables } = await startedWith(program);
    expect(flags).toEqual([...MEMORY_FLAGS, '--no-warnings']);
    expect(variables).toContain('MALLOC_ARENA_MAX=2');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops at %s and exits with 0', async (signal) => {
    const program = start();
    await ask(await program.url, '{ viewer { physicalInfo { fetchedAt } } }');
    program.child.kill(signal);
    expect(await program.ended).toBe(0);
    expect(program.output()).toContain('"msg":"stopped"');
  });
});

/** Threads and processes that a module starts by a URL next to its own: in the bundle they are next to it, too. */
function startedByUrl(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const texts = files.map((file) => readFileSync(join('src', file), 'utf8'));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/new URL\(`\.\/([\w-]+)\$\{extname/g)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(2);
  return names.map((name) => `${name}.cjs`);
}

describe('the program that is built', () => {
  const built = buildProgram();
  afterAll(() => built.remove());

  it('is a few files of ASCII, which V8 stores in a byte a character', () => {
    const files = readdirSync(built.folder).filter((file) => !file.endsWith('.code'));
    expect(files).toEqual(expect.arrayContaining(['main.js', 'program.cjs', ...startedByUrl()]));
    expect(files.length).toBeLessThan(25);
    const others = files.filter((file) => /[^\0-\x7f]/.test(readFileSync(join(built.folder, file), 'utf8')));
    expect(others).toEqual([]);
  });

  it('answers, stores, and shows GraphiQL, as the one that it is built of', async () => {
    const program = start({}, built.script);
    const url = await program.url;
    const answer = await ask(url, '{ viewer { firstName } }');
    expect(answer).toMatchObject({ data: { viewer: { firstName: 'Aino' } } });
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('GraphiQL')]);
    expect(await (await fetch(new URL('/health/ready', url))).json()).toMatchObject({ store: 'ok' });
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });
});

describe('a program that cannot start', () => {
  it('exits with 1 and a line for every mistake in its configuration', async () => {
    const program = start({ PORT: 'x', LOG_LEVEL: 'loud', CORS_ORIGINS: '*,y' });
    expect(await program.ended).toBe(1);
    const lines = program.output().trimEnd().split('\n');
    expect(lines.map((line) => line.split(', which')[0])).toEqual([
      'Cannot start: PORT is "x"',
      'Cannot start: CORS_ORIGINS is "*"',
      'Cannot start: CORS_ORIGINS is "y"',
      'Cannot start: LOG_LEVEL is "loud"',
    ]);
  });

  it('exits with 1 and one line when the port is in use, although the demo has started', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const program = start({ PORT: String(port) });
    expect(await program.ended).toBe(1);
    expect(program.output()).toBe(`Cannot listen on 127.0.0.1:${port}: the port is in use; set PORT to another\n`);
    other.close();
  });

  it('exits with 1 and one line when the host is of another machine', async () => {
    const program = start({ HOST: '203.0.113.1' });
    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(/^Cannot listen on 203\.0\.113\.1:0: .*\n$/);
  });
});
