// Errors that come with the status of success.
import { describe, expect, test } from 'vitest';
import { failureOf, upstream } from './upstream.ts';

describe('a response', () => {
  test.each([
    ['its status is 500', { status: 500, errorType: 'Sad', message: 'Sorry' }, 'unavailable', null],
    ['its status is 400, in a wrapper', { error: { status: 400, message: 'Sorry' } }, 'refused', null],
    ['its status is 429', { status: 429, message: 'Sorry' }, 'rate-limited', null],
    ['its status is 401', { status: 401, message: 'Sorry' }, 'invalid', 'error-in-body'],
    ['its status is 404', { status: 404, message: 'Sorry' }, 'invalid', 'error-in-body'],
    ['it states no status', { error_type: 'Sad', message: 'Sorry' }, 'invalid', 'error-in-body'],
    ['it is one of OAuth', { error: 'sad', error_description: 'Sorry' }, 'invalid', 'error-in-body'],
  ])('with 200 and an error in the place of data is that error: %s', async (_, body, ...[code, problem]) => {
    const { send } = await upstream((response) => response.end(JSON.stringify(body)));
    const failure = await failureOf(send());
    expect(failure).toMatchObject({ code, problem, status: 200, upstream: { status: 200, message: 'Sorry' } });
  });

  test.each([
    { nights: [{ date: '2026-11-20' }], errors: ['one was left out'] },
    { status: 'ok', message: 'fine', nights: [] },
    { error: null, errors: [], error_type: '' },
    { date: '2026-11-20', status: 3 },
  ])('with 200 and data is data, whatever is with it: %j', async (body) => {
    const { send } = await upstream((response) => response.end(JSON.stringify(body)));
    expect((await send()).body).toEqual(body);
  });
});
