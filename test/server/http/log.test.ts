// The log is written to standard output by a library, so a process of its own is read.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const LOG = new URL('../../../src/server/http/log.ts', import.meta.url).href;

/** Runs statements with `log` in scope and answers the lines that were logged. */
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

it('says where it listens and that it stopped', () => {
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
    'in what hangs on it',
    `Object.assign(new Error('x', { cause: new Error('canary') }), { token: 'canary', name: 'canary' })`,
  ],
  [
    'in a message that changed after it was thrown',
    `((failure) => (failure.stack, Object.assign(failure, { message: 'changed' })))(new Error('x\\n    at canary:1:1'))`,
  ],
  ['in what is no error', `'canary'`],
  ['in a value', `{ toString: () => 'canary', name: 'canary' }`],
])('logs a failure nobody expected without the canary %s', (_, failure) => {
  const [line] = logged(`log.unexpected(${failure});`);
  expect(line).toMatchObject({ level: 50, msg: 'unexpected failure', kind: expect.any(String) });
  expect(JSON.stringify(line)).not.toContain('canary');
});

it('logs the kind of a failure and where it arose', () => {
  const [line] = logged(`function arose() { return new RangeError('x'); } log.unexpected(arose());`);
  expect(line).toMatchObject({
    kind: 'RangeError',
    at: expect.arrayContaining([expect.stringMatching(/^at arose .*:\d+:\d+\)$/)]),
  });
});

it('says nothing when it is silent', () => {
  expect(logged(`log.unexpected(new Error('x')); log.stopped();`, 'silent')).toEqual([]);
});
