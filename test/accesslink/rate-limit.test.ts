// The two rate windows in the headers, and how long to wait after a 429.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateLimitFrom, retryAfterSeconds } from '../../src/accesslink/rate-limit.ts';

const NOW = 1_000_000;
const headers = (usage?: string | string[], limit?: string, reset?: string) => ({
  'ratelimit-usage': usage,
  'ratelimit-limit': limit,
  'ratelimit-reset': reset,
});

describe('the rate limit', () => {
  test.each(['12, 340', '12,340', ' 12 ,  340 '])('is read from %j', (usage) => {
    expect(rateLimitFrom(headers(usage, '520, 5100', '60, 7200'), NOW)).toEqual({
      short: { used: 12, limit: 520, resetsAt: NOW + 60_000 },
      long: { used: 340, limit: 5100, resetsAt: NOW + 7_200_000 },
    });
  });

  test('is read from a header that was sent twice', () => {
    expect(rateLimitFrom(headers(['12', '340'], '520, 5100', '60, 7200'), NOW)?.long?.used).toBe(340);
  });

  test('of a window that the headers do not state is unknown', () => {
    const short = { used: 1, limit: 2, resetsAt: NOW + 3000 };
    expect(rateLimitFrom(headers('1', '2', '3'), NOW)).toEqual({ short, long: null });
    expect(rateLimitFrom(headers('1, 1', '2, 2', '3'), NOW)).toEqual({ short, long: null });
  });

  test.each([
    ['no header', headers()],
    ['no usage', headers(undefined, '520, 5100', '60, 7200')],
    ['no limit', headers('1, 1', undefined, '60, 7200')],
    ['no reset', headers('1, 1', '520, 5100')],
    ['an empty header', headers('', '520, 5100', '60, 7200')],
    ['no number', headers('few, many', '520, 5100', '60, 7200')],
    ['a negative number', headers('-1, -1', '520, 5100', '60, 7200')],
  ])('is unknown with %s', (_, sent) => {
    expect(rateLimitFrom(sent, NOW)).toBeNull();
  });

  test('contains no NaN, whatever the headers', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('1, 2', '1', ', ', '1e5, 2', '٣, 2'));
    fc.assert(
      fc.property(text, text, text, (usage, limit, reset) => {
        const { short, long } = rateLimitFrom(headers(usage, limit, reset), NOW) ?? { short: null, long: null };
        const numbers = [short, long].flatMap((window) => (window ? Object.values(window) : []));
        expect(numbers.every((number) => Number.isFinite(number) && number >= 0)).toBe(true);
      }),
    );
  });
});

describe('the wait', () => {
  const windows = (usage: string) => headers(usage, '520, 5100', '60, 7200');

  test.each([
    ['520, 340', 60],
    ['521, 340', 60],
    ['12, 5100', 7200],
    ['520, 5100', 7200],
    ['519, 5099', 60],
  ])('with a usage of %s is %j seconds', (usage, seconds) => {
    expect(retryAfterSeconds(windows(usage), NOW)).toBe(seconds);
  });

  test.each([
    ['nothing', {}, 900],
    ['the reset alone', headers(undefined, undefined, '347, 80000'), 347],
    ['a reset that is no number', headers('520, 5100', '520, 5100', 'soon'), 900],
    ['a window that has reset', headers('520, 0', '520, 5100', '0, 0'), 1],
    ['a window that never resets', headers('520, 0', '520, 5100', '9999999, 0'), 86_400],
  ])('after a 429 with %s is %j: %i seconds', (_, sent, seconds) => {
    expect(retryAfterSeconds(sent, NOW)).toBe(seconds);
  });

  test.each([
    ['840', 840],
    [' 7 ', 7],
    ['1.2', 2],
    ['0', 1],
    ['1000000000', 86_400],
    ['Thu, 01 Jan 1970 00:17:10 GMT', 30],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 1],
    ['Thursday, 01-Jan-70 00:17:10 GMT', 30],
    ['-5', 60],
    ['soon', 60],
    ['1970-01-01T00:17:10Z', 30],
    ['45s', 45],
    ['45, 60', 45],
    ['45 seconds', 45],
    ['2099', 2099],
    ['', 60],
  ])('by Retry-After: %s is %i seconds, whatever the windows say', (header, seconds) => {
    expect(retryAfterSeconds({ ...windows('520, 340'), 'retry-after': header }, NOW)).toBe(seconds);
  });

  test.each([
    ['in seconds', '1795372200'],
    ['in milliseconds', '1795372200000'],
  ])('by a Retry-After that is an instant %s lasts until then', (_, header) => {
    const tenMinutesBefore = Date.parse('2026-11-22T18:20:00Z');
    expect(Date.parse('2026-11-22T18:30:00Z') / 1000).toBe(1_795_372_200);
    expect(retryAfterSeconds({ 'retry-after': header }, tenMinutesBefore)).toBe(600);
  });

  test('is a number of seconds from one to a day, whatever the headers', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (retryAfter, reset) => {
        const seconds = retryAfterSeconds({ 'retry-after': retryAfter, 'ratelimit-reset': reset }, NOW);
        expect(seconds >= 1 && seconds <= 86_400).toBe(true);
      }),
    );
  });
});
