// What AccessLink says about a failure: found in whichever form it is sent, and cleaned.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createCleaner, secretsOf } from '../../src/accesslink/clean-text.ts';
import { reasonIn } from '../../src/accesslink/error-reason.ts';
import { AccessLinkError } from '../../src/accesslink/errors.ts';
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
    ['in kebab case', { 'error-type': KNOWN.errorType, message: PING, 'corr-id': 'ec1122c7-0000' }],
    ['in capitals', { Error: { ErrorType: KNOWN.errorType, Message: PING, CorrId: 'ec1122c7-0000' } }],
    ['in a wrapper of another name', { error_response: live }],
    ['in the status', { status: live }],
    ['with its id outside its wrapper', { error: { ...live, corr_id: undefined }, corrId: 'ec1122c7-0000' }],
    ['after a byte order mark', `\uFEFF${JSON.stringify(live)}`],
    ['cut off', JSON.stringify({ ...documented, trace: 'x' }).slice(0, -3)],
    [
      'in XML',
      `<?xml version="1.0"?><error><errorType>${KNOWN.errorType}</errorType><message>${PING}</message><corrId>ec1122c7-0000</corrId></error>`,
    ],
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
    ['texts in a list', { errors: ['Sorry', 'No'] }, null, 'Sorry; No'],
    ['a list as its message', { message: ['Sorry', 'No'] }, null, 'Sorry; No'],
    ['problem details', { type: 'about:blank', title: 'No', status: 400, detail: 'Sorry' }, null, 'Sorry'],
    ['a fault', { fault: { faultstring: 'Sorry', detail: { errorcode: 'E1' } } }, 'E1', 'Sorry'],
    ['a code', { code: 'E1', error_message: 'Sorry' }, 'E1', 'Sorry'],
    ['a number as its code', { code: 17, message: 'Sorry' }, null, 'Sorry'],
    ['a blank message', { errorType: 'E1', message: ' ' }, 'E1', null],
    ['a page with a title', '<!doctype html><title>Service break</title>Sorry', null, 'Service break'],
    ['a page with a heading', '<html><h1 class="a">Service break</h1>Sorry', null, 'Service break'],
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

  test('is in the headers where the body does not have it', () => {
    const headers = {
      'www-authenticate': 'Bearer realm="x", error="invalid_token", error_description="The token expired"',
      'x-correlation-id': 'ec1122c7-0000',
    };
    const inHeaders = reasonIn('', { statusCode: 401, headers }, clean);
    expect(inHeaders).toEqual({
      status: 401,
      errorType: 'invalid_token',
      message: 'The token expired',
      correlationId: 'ec1122c7-0000',
    });
    expect(reasonIn(JSON.stringify({ message: 'Sorry' }), { statusCode: 401, headers }, clean).message).toBe('Sorry');
  });

  test.each([
    ['plain', (body: string) => body, {}],
    ['packed', gzipSync, { 'Content-Encoding': 'gzip' }],
    ['packed, which no header says', gzipSync, {}],
    ['not packed, though a header says so', (body: string) => body, { 'Content-Encoding': 'gzip' }],
    ['in UTF-16', (body: string) => Buffer.from(body, 'utf16le'), { 'Content-Type': `${JSON_TYPE}; charset=utf-16le` }],
    ['in no character set that there is', (body: string) => body, { 'Content-Type': `${JSON_TYPE}; charset=x` }],
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
      response.end(JSON.stringify({ errorType: 'Sad', filler: 'x'.repeat(10_000), message: 'Sorry' }));
    });
    expect((await failureOf(send())).upstream).toMatchObject({ status: 400, errorType: 'Sad', message: null });
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

describe('a failure with code rate-limited', () => {
  test('always has seconds to wait', () => {
    expect(new AccessLinkError('rate-limited', '').retryAfterSeconds).toBe(900);
    expect(new AccessLinkError('rate-limited', '', { retryAfterSeconds: 5 }).retryAfterSeconds).toBe(5);
    expect(new AccessLinkError('unavailable', '').retryAfterSeconds).toBeNull();
  });
});
