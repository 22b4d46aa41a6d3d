// Every request is reported once, with its outcome and without its token.
import { describe, expect, test } from 'vitest';
import { AccessLinkError } from '../../src/accesslink/errors.ts';
import { type UpstreamCall, emptyTransport, traced } from '../../src/accesslink/trace.ts';
import type { Transport } from '../../src/accesslink/upstream.ts';
import { createSecret } from '../../src/secret.ts';

const request = { path: '/v3/users/sleep?x=1', authorization: createSecret('canary') };

/** The calls noted for one request that `send` handles, by a clock that moves 12.34 ms each time it is read. */
async function noted(send: Transport): Promise<{ calls: readonly UpstreamCall[]; outcome: unknown }> {
  const calls: UpstreamCall[] = [];
  let time = 0;
  const elapsed = () => {
    time += 12.34;
    return time;
  };
  const outcome = await traced(send, (call) => calls.push(call), elapsed)(request).catch((failure: unknown) => failure);
  return { calls, outcome };
}

const call = { method: 'GET', path: '/v3/users/sleep?x=1', milliseconds: 12.3 };

describe('a request', () => {
  test('with a response is noted with its status, and its response returned', async () => {
    const reply = { status: 200, body: [] };
    expect(await noted(async () => reply)).toEqual({ calls: [{ ...call, status: 200 }], outcome: reply });
  });

  test('that fails with a status is noted with it, and its failure is rethrown', async () => {
    const failure = new AccessLinkError('forbidden', 'no', { status: 403 });
    expect(await noted(() => Promise.reject(failure))).toEqual({ calls: [{ ...call, status: 403 }], outcome: failure });
  });

  test.each([new AccessLinkError('timeout', 'late'), new TypeError('odd')])(
    'without a response is noted without a status: %s',
    async (failure) => {
      expect(await noted(() => Promise.reject(failure))).toEqual({
        calls: [{ ...call, status: null }],
        outcome: failure,
      });
    },
  );

  test('is noted without its token', async () => {
    expect(JSON.stringify((await noted(emptyTransport)).calls)).not.toContain('canary');
  });

  test('that is only planned resolves with "nothing"', async () => {
    expect((await noted(emptyTransport)).outcome).toEqual({ status: 204, body: undefined });
  });
});
