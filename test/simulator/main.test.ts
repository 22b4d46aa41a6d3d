import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';

interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the program until it ends, or has printed how to use it. */
function run(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/simulator/main.ts', ...args]);
    let output = '';
    const listen = (chunk: unknown): void => {
      output += String(chunk);
      if (output.includes('curl')) child.kill();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('close', (code) => resolve({ code, output }));
  });
}

it('the program prints its address, the people and an example', async () => {
  const { output } = await run('--port', '0', '--clock', '2026-11-22T08:00:00Z', '--dialect', 'documented');
  expect(output).toMatch(/simulator at http:\/\/127\.0\.0\.1:\d+/);
  expect(output).toContain('id 47110001  token simulator-token-aino');
  expect(output).toMatch(/curl -H 'Authorization: Bearer simulator-token-aino' http/);
});

it('the program explains its flags', async () => {
  const { code, output } = await run('--help');
  expect(code).toBe(0);
  expect(output).toContain('--dialect');
});

it.each([
  [['--port', 'x'], /--port: "x" is not a whole number/],
  [['--dialect', 'latin'], /"latin" is neither "documented" nor "live"/],
  [['--clock', '2026'], /"2026" is not like "2026-11-22T08:00:00Z"/],
  [['--nope'], /--nope/],
])('the program rejects %j, naming the value and the remedy', async (args, message) => {
  const { code, output } = await run(...args);
  expect(code).toBe(1);
  expect(output).toMatch(message);
  expect(output).toContain('--help');
});

it('the program accepts the client and its redirect URLs, and rejects what is no URL', async () => {
  const good = [
    '--client-id',
    'me',
    '--client-secret',
    's',
    '--redirect-uri',
    'http://a/b',
    '--redirect-uri',
    'http://c/d',
  ];
  expect((await run('--port', '0', ...good)).output).toContain('client_id=me');
  const { code, output } = await run('--port', '0', '--redirect-uri', 'nowhere');
  expect([code, output]).toEqual([1, expect.stringContaining('"nowhere" is no URL')]);
});
