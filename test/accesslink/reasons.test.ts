// What AccessLink says about a failure: found in whichever form it is sent, and cleaned.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createCleaner, secretsOf } from '../../src/accesslink/clean-text.ts';
import { reasonIn } from '../../src/accesslink/error-body.ts';
import { AccessLinkError } from '../../src/accesslink/errors.ts';
import { isAboutAge, isAboutConsent, isAboutRegistration } from '../../src/accesslink/reason-words.ts';
import { failureOf, TOKEN, upstream } from './upstream.ts';

const clean = createCleaner([TOKEN]);
const JSON_TYPE = 'application/json';
const reasonOf = (body: unknown, type = JSON_TYPE) =>
  reasonIn(
    typeof body === 'string' ? body : JSON.stringify(body),
    { statusCode: 400, headers: { 'content-type': type } },
    clean,
  );

const PING = 'Ping failed to URL https://gateway.example/webhooks/polar. Response code was [404]';
const KNOWN = { status: 400, errorType: 'WebhookPingFailedException', message: PING, correlationId: 'ec1122c7-0000' };
const documented = { timestamp: 'x', status: 400, errorType: KNOWN.errorType, message: PING, corrId: 'ec1122c7-0000' };
const live = { timestamp: 'x', status: 400, error_type: KNOWN.errorType, message: PING, corr_id: 'ec1122c7-0000' };

describe('the reason of a failure', () => {
  test.each([
    ['as documented', documented],
    ['in snake case', live],
    ['in a wrapper', { error: live }],
    ['in a list', { errors: [live, { message: 'another' }] }],
    ['in a list alone', [documented]],
    ['in two wrappers', { errors: [{ error: live }] }],
    ['among other properties', { ...documented, heart_rate: 61, email: 'canary@example.org' }],
  ])('%s is found', (_, body) => {
    expect(reasonOf(body)).toEqual(KNOWN);
  });

  test.each([
    ['an error of OAuth', { error: 'invalid_client', error_description: 'Bad client' }, 'invalid_client', 'Bad client'],
    ['an error of OAuth without a description', { error: 'invalid_grant' }, 'invalid_grant', null],
    ['an error of a framework', { error: 'Bad Request', message: 'x', path: '/y' }, 'Bad Request', 'x'],
    ['a message alone', { message: 'Sorry' }, null, 'Sorry'],
    ['a message within', { error: { message: 'Sorry' } }, null, 'Sorry'],
    ['an empty error', { error: {}, message: 'Sorry' }, null, 'Sorry'],
    ['no word', { heart_rate: 61 }, null, null],
    ['objects in the place of words', { message: { a: 1 }, errorType: [1] }, null, null],
    ['nothing', '', null, null],
    ['null', 'null', null, null],
    ['a number', '17', null, null],
    ['a JSON text', '"Not allowed"', null, 'Not allowed'],
    ['half a JSON', '{"message": "Sor', null, null],
    ['a page', '<html>Sorry</html>', null, null],
  ])('of a body with %s is what it says', (_, body, ...[errorType, message]) => {
    expect(reasonOf(body)).toEqual({ status: 400, errorType, message, correlationId: null });
  });

  test('is a text only when it is declared as one', () => {
    expect(reasonOf('Too many requests', 'text/plain; charset=utf-8').message).toBe('Too many requests');
    expect(reasonOf('Too many requests', 'application/octet-stream').message).toBeNull();
    expect(reasonOf('<p>Too many', 'text/plain').message).toBeNull();
  });

  test('has an id that is a number as text', () => {
    expect(reasonOf({ corrId: 17 }).correlationId).toBe('17');
  });

  test('does not descend for ever', () => {
    const deep = Array.from({ length: 900 }).reduce<object>((inner) => ({ error: inner }), live);
    expect(reasonOf(deep)).toMatchObject({ errorType: null, message: null });
  });

  test.each([
    ['plain', (body: string) => body, {}],
    ['packed', gzipSync, { 'Content-Encoding': 'gzip' }],
  ])('is read from a response whose body is %s', async (_, pack, headers) => {
    const { send } = await upstream((response) => {
      response.writeHead(400, { 'Content-Type': JSON_TYPE, ...headers });
      response.end(pack(JSON.stringify({ error: live })));
    });
    expect((await failureOf(send())).upstream).toEqual(KNOWN);
  });

  test('is read from the first kilobytes alone', async () => {
    const { send } = await upstream((response) => {
      response.writeHead(400, { 'Content-Type': JSON_TYPE });
      response.end(JSON.stringify({ message: 'Sorry', filler: 'x'.repeat(10_000) }));
    });
    expect((await failureOf(send())).upstream).toMatchObject({ status: 400, message: null });
  });
});

describe('a text of AccessLink', () => {
  const shown = (text: string, maxLength = 300) => clean(text, maxLength);

  test.each([
    ['the token of the request', `Token ${TOKEN} is unknown`, 'Token [secret] is unknown'],
    ['any token', 'Bearer abc.def-1 is unknown', 'Bearer [secret] is unknown'],
    ['any password', 'basic aWQ6c2VjcmV0 is wrong', 'basic [secret] is wrong'],
    ['an e-mail address', 'User eka.toka+1@mail.example.org.', 'User [e-mail]'],
    ['a control character', 'a\u0000b\u001b[31mc\r\nd', 'a b [31mc d'],
    ['a turn of the direction', 'a\u202eb\u200bc', 'a b c'],
    ['half a character', 'a\ud800b', 'a b'],
  ])('is shown without %s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('is cut, and null when nothing is left', () => {
    expect(shown('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`);
    expect(shown('x'.repeat(300))).toHaveLength(300);
    expect([shown(''), shown(' \u0000 ')]).toEqual([null, null]);
  });

  test('repeats nothing that the request carried', () => {
    const basic = btoa('the-client:pass word');
    const secrets = secretsOf(`Basic ${basic}`, { code: 'code/123', redirect_uri: 'https://x' });
    const text = `${basic} pass word pass%20word code/123 code%2F123 the-client https://x`;
    expect(createCleaner(secrets)(text, 300)).toBe('[secret] [secret] [secret] [secret] [secret] the-client https://x');
    expect(createCleaner(secretsOf(`Bearer ${TOKEN}`))(`<${TOKEN}>`, 300)).toBe('<[secret]>');
  });

  test('that the transport passes on repeats no token', async () => {
    const { send } = await upstream((response) => {
      response.writeHead(403, { 'Content-Type': JSON_TYPE });
      response.end(JSON.stringify({ message: `No ${TOKEN}`, errorType: TOKEN, corrId: `Bearer ${TOKEN}` }));
    });
    const { upstream: reason } = await failureOf(send());
    expect(JSON.stringify(reason)).not.toContain(TOKEN);
  });
});

describe('the words of a reason', () => {
  const said = (message: string, errorType: string | null = null) => ({
    status: 400,
    errorType,
    message,
    correlationId: null,
  });

  test.each([
    'The date is too old',
    'Data older than 28 days is not available',
    'Cannot serve date: 2025-01-01 is more than 365 days ago',
    'Only the last 28 days can be requested',
    'from is too far in the past',
  ])('are about age: %s', (message) => {
    expect(isAboutAge(said(message))).toBe(true);
  });

  test.each(['Bad request', 'Unknown parameter flags', 'to is before from', 'Range is longer than 28 days', ''])(
    'are not about age: %j',
    (message) => {
      expect(isAboutAge(said(message))).toBe(false);
    },
  );

  test('are about registration or consent, by message or name', () => {
    expect(isAboutRegistration(said('The user is not registered with this client'))).toBe(true);
    expect(isAboutRegistration(said('', 'UserNotRegisteredException'))).toBe(true);
    expect(isAboutRegistration(said('Forbidden'))).toBe(false);
    expect(isAboutConsent(said('A mandatory consent is missing'))).toBe(true);
    expect(isAboutConsent(said('', 'CONSENT_MISSING'))).toBe(true);
    expect([isAboutAge(null), isAboutConsent(null), isAboutRegistration(null)]).toEqual([false, false, false]);
  });
});

describe('a failure with code rate-limited', () => {
  test('always has seconds to wait', () => {
    expect(new AccessLinkError('rate-limited', '').retryAfterSeconds).toBe(900);
    expect(new AccessLinkError('rate-limited', '', { retryAfterSeconds: 5 }).retryAfterSeconds).toBe(5);
    expect(new AccessLinkError('unavailable', '').retryAfterSeconds).toBeNull();
  });
});
