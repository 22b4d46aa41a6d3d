// The log. A library writes it to standard output, so it is read from a process of its own.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const sourceOf = (path: string) => JSON.stringify(new URL(`../../../../src/${path}`, import.meta.url).href);
const LOG = `import { createLog } from ${sourceOf('server/observability/log/log.ts')};
  import { systemClock as clock } from ${sourceOf('system-clock.ts')};`;

/** Runs statements with `log` in scope and returns the lines that were logged. */
function logged(statements: string, level = 'info'): Record<string, unknown>[] {
  const program = `${LOG} const log = createLog({ level: '${level}', clock }); ${statements}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

const INFO = { level: 30, time: expect.any(Number) };

it('the log has a line for the start, with the URL, and one for the stop', () => {
  const lines = logged(
    `log.event('listening', { url: 'http://127.0.0.1:1/graphql', mode: 'demo' }); log.event('stopped', {});`,
  );
  expect(lines).toEqual([
    { ...INFO, event: 'listening', url: 'http://127.0.0.1:1/graphql', mode: 'demo', msg: 'listening' },
    { ...INFO, event: 'stopped', msg: 'stopped' },
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

const IMPORT = `const { AccessLinkError } = await import(${sourceOf('accesslink/errors.ts')});`;

it('the line of a failure of AccessLink has the request without user and query, the status, its names, and the cause', () => {
  const [line] = logged(`${IMPORT} log.upstream(new AccessLinkError('unavailable', 'canary', {
    label: 'GET /v3/users/47110001/exercise-transactions/12',
    status: 500,
    upstream: { status: 500, errorType: 'ServiceFailure', message: 'canary', correlationId: 'c0441d00-1122' },
  }));`);
  expect(line).toEqual({
    level: 40,
    time: expect.any(Number),
    event: 'upstream-failed',
    count: 1,
    msg: 'AccessLink failed',
    method: 'GET',
    path: '/v3/users/{user-id}/exercise-transactions/12',
    status: 500,
    errorType: 'ServiceFailure',
    correlationId: 'c0441d00-1122',
    cause: 'unavailable',
  });
});

it.each([
  [
    'a redirect',
    `{ status: 301, problem: 'redirect', redirectHost: 'www.polaraccesslink.com' }`,
    { status: 301, problem: 'redirect', redirectHost: 'www.polaraccesslink.com' },
  ],
  [
    'a broken connection',
    `{ cause: Object.assign(new Error('canary'), { code: 'ECONNREFUSED' }) }`,
    { system: 'ECONNREFUSED' },
  ],
  [
    'names of no known form',
    `{ upstream: { status: 400, errorType: 'canary is 61', correlationId: 'canary\\n', message: '' } }`,
    {},
  ],
])('the line of %s has what is known, and no text of others', (_, details, known) => {
  const [line] = logged(`${IMPORT} log.upstream(new AccessLinkError('invalid', 'canary', ${details}));`);
  const { level, time, msg, event, count, ...fields } = line ?? {};
  expect([level, typeof time, msg, event, count]).toEqual([40, 'number', 'AccessLink failed', 'upstream-failed', 1]);
  expect(fields).toEqual({ cause: 'invalid', ...known });
});

it('the level silent logs nothing', () => {
  expect(logged(`log.unexpected(new Error('x')); log.event('stopped', {});`, 'silent')).toEqual([]);
});
