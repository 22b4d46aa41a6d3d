// The log. A library writes it to standard output, so it is read from a process of its own.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const LOG = new URL('../../../src/server/http/log.ts', import.meta.url).href;

/** Runs statements with `log` in scope and returns the lines that were logged. */
function logged(statements: string, level = 'info'): Record<string, unknown>[] {
  const program = `import { createLog } from ${JSON.stringify(LOG)}; const log = createLog('${level}'); ${statements}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

it('the log has a line for the start, with the URL, and one for the stop', () => {
  const lines = logged(`log.started('http://127.0.0.1:1/graphql', 'demo'); log.stopped();`);
  expect(lines).toEqual([
    { level: 30, time: expect.any(Number), url: 'http://127.0.0.1:1/graphql', mode: 'demo', msg: 'listening' },
    { level: 30, time: expect.any(Number), msg: 'stopped' },
  ]);
});

it.each([
  ['in its message', `new Error('canary')`],
  [
    'in lines of its message that look like frames',
    `new Error('x\\n    at canary (file:///canary.js:1:1)\\n    at canary:1:1')`,
  ],
  [
    'in its properties',
    `Object.assign(new Error('x', { cause: new Error('canary') }), { token: 'canary', name: 'canary' })`,
  ],
  [
    'in a message that changed after it was thrown',
    `((failure) => (failure.stack, Object.assign(failure, { message: 'changed' })))(new Error('x\\n    at canary:1:1'))`,
  ],
  ['in a thrown string', `'canary'`],
  ['in a thrown object', `{ toString: () => 'canary', name: 'canary' }`],
])('the line of an unexpected failure does not contain a secret %s', (_, failure) => {
  const [line] = logged(`log.unexpected(${failure});`);
  expect(line).toMatchObject({ level: 50, msg: 'unexpected failure', kind: expect.any(String) });
  expect(JSON.stringify(line)).not.toContain('canary');
});

it('the line of an unexpected failure has its class and its stack', () => {
  const [line] = logged(`function arose() { return new RangeError('x'); } log.unexpected(arose());`);
  expect(line).toMatchObject({
    kind: 'RangeError',
    at: expect.arrayContaining([expect.stringMatching(/^at arose .*:\d+:\d+\)$/)]),
  });
});

it('the level silent logs nothing', () => {
  expect(logged(`log.unexpected(new Error('x')); log.stopped();`, 'silent')).toEqual([]);
});
