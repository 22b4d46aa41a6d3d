// What reading the records of an event comes to, when some of them cannot be read.
import { describe, expect, it } from 'vitest';
import { AccessLinkError, type AccessLinkErrorCode } from '../../../src/accesslink/errors.ts';
import { checkRead } from '../../../src/jobs/deliveries/refresh.ts';

const upstream = (code: AccessLinkErrorCode) => new AccessLinkError(code, code);

describe('the check of what was read', () => {
  const cached = (stale: boolean) => ({ status: 'fulfilled', value: { value: [], fetchedAt: 0, stale } }) as const;
  const failed = (reason: Error) => ({ status: 'rejected', reason }) as const;

  it('passes although AccessLink denies some resources for good', () => {
    const denials = [upstream('forbidden'), upstream('refused')];
    expect(checkRead([cached(false), ...denials.map(failed)])).toHaveLength(1);
  });

  it('fails when stale records came in the place of new ones', () => {
    expect(() => checkRead([cached(false), cached(true)])).toThrow('Cannot read the records of an event');
  });

  it.each([upstream('unavailable'), new TypeError('a bug')])('fails when there is %s', (failure) => {
    expect(() => checkRead([cached(false), failed(failure)])).toThrow(failure.message);
  });

  it('fails first with a token that is not accepted', () => {
    expect(() => checkRead([failed(upstream('unavailable')), failed(upstream('unauthorized'))])).toThrow(
      'unauthorized',
    );
  });
});
