// Tokens that AccessLink has refused are not sent again for a while.
import { describe, expect, it } from 'vitest';
import { createRefusedCredentials } from '../../src/accesslink/refused-credentials.ts';
import { createSecret } from '../../src/secret.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { type CallOutcome, ended, failed, listedTransport, requestOf } from './budget/outcomes.ts';

const UPSTREAM = { status: 401, errorType: 'Unauthorized', message: 'No such token', correlationId: 'c1' };
const REFUSED = failed('unauthorized', { status: 401, upstream: UPSTREAM });

function withholding(outcomes: readonly CallOutcome[], maxTokens?: number) {
  const clock = createVirtualClock();
  const refused = createRefusedCredentials(clock, maxTokens);
  const { send, sent } = listedTransport(outcomes);
  return { clock, sent, call: refused.withhold(send) };
}

describe('a refused token', () => {
  it('is sent once in five minutes, and the others that bring it learn the same', async () => {
    const { clock, call, sent } = withholding([REFUSED]);
    for (let nth = 0; nth < 50; nth += 1) await ended(call(requestOf('made-up')));
    const failure: unknown = await call(requestOf('made-up', { path: '/v3/exercises' })).catch((it: unknown) => it);
    expect(failure).toMatchObject({ code: 'unauthorized', status: 401, upstream: UPSTREAM, isSent: false });
    expect(failure).toMatchObject({ label: 'GET /v3/exercises' });
    expect(JSON.stringify(failure) + String(failure)).not.toContain('made-up');
    expect(sent).toHaveLength(1);
    await clock.advance(300_000);
    await ended(call(requestOf('made-up')));
    expect(sent).toHaveLength(2);
  });

  it('is no hindrance to another token', async () => {
    const { call, sent } = withholding([REFUSED, 'ok']);
    await ended(call(requestOf('old')));
    expect(await ended(call(requestOf('new')))).toBe('ok');
    expect(sent).toHaveLength(2);
  });

  it('is forgotten when there are too many, the oldest first', async () => {
    const { call, sent } = withholding([REFUSED], 2);
    for (const token of ['a', 'b', 'c', 'c', 'b', 'a']) await ended(call(requestOf(token)));
    expect(sent.map(({ authorization }) => authorization.reveal().slice(-1))).toEqual(['a', 'b', 'c', 'a']);
  });
});

describe('what is sent again', () => {
  it('a registration and a deletion, whatever reads were answered with', async () => {
    const { call, sent } = withholding([REFUSED]);
    await ended(call(requestOf('a')));
    await ended(call(requestOf('a', { method: 'POST', path: '/v3/users' })));
    await ended(call(requestOf('a', { method: 'DELETE', path: '/v3/users/1' })));
    expect(sent).toHaveLength(3);
  });

  it('a token that was refused by a page, which is not from AccessLink', async () => {
    const { call, sent } = withholding([failed('unauthorized', { status: 401, problem: 'html-page' })]);
    await ended(call(requestOf('a')));
    await ended(call(requestOf('a')));
    expect(sent).toHaveLength(2);
  });

  it.each(['forbidden', 'unavailable', 'rate-limited', 'client-rejected'] as const)('after %s', async (code) => {
    const { call, sent } = withholding([failed(code)]);
    await ended(call(requestOf('a', { authorization: createSecret('Basic a') })));
    await ended(call(requestOf('a', { authorization: createSecret('Basic a') })));
    expect(sent).toHaveLength(2);
  });
});
