// The headers of every response: walked from the other side, over the table of routes and over everything that goes wrong.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routesOf } from '../../../src/server/routes.ts';
import type { SignIn } from '../../../src/server/auth/sign-in.ts';
import type { Handler } from '../../../src/server/http/router.ts';
import { type SignInGateway, startSignInGateway } from '../../support/signing-in.ts';
import { headOf, raw, statusOf } from './raw.ts';

let gateway: SignInGateway;
beforeAll(async () => {
  gateway = await startSignInGateway({ hasSocket: true });
});
afterAll(() => gateway.close());

/** Every response has these, whatever it is. */
const ALWAYS = [
  'x-content-type-options: nosniff',
  'strict-transport-security: max-age=31536000',
  'x-frame-options: DENY',
  'content-security-policy: ',
  'referrer-policy: ',
];
/** GraphiQL may be kept by a browser that asks each time whether it has changed. */
const CACHE_CONTROL = /^cache-control: (no-store|no-cache)\r$/im;

function missingIn(answer: string): string[] {
  const missing = ALWAYS.filter((header) => !answer.toLowerCase().includes(header.toLowerCase()));
  return CACHE_CONTROL.test(answer) ? missing : [...missing, 'cache-control'];
}

const nobody: Handler = async () => new Response();
const signIn: SignIn = { handler: () => nobody, close: async () => {} };
const health = { live: nobody, ready: nobody, drain: () => {} };
const handlers = { graphql: nobody, files: nobody, receive: nobody, signIn, health, metricsHandler: nobody };
const table = routesOf(handlers, { graphiql: true });
const paths = Object.entries(table).map(([path, methods]) => [path.replace('*', 'x'), Object.keys(methods)] as const);

describe('every route', () => {
  it.each(paths)('at %s has the headers, with its methods and without', async (path, methods) => {
    for (const method of [...methods.filter((one) => one !== '*'), 'PUT', 'OPTIONS', 'HEAD']) {
      const headers = { Accept: 'text/html', 'Content-Length': '0', Origin: 'https://elsewhere.example' };
      expect(missingIn(await raw(gateway.url, headOf(`${method} ${path}`, headers)))).toEqual([]);
    }
  });
});

describe('every way to fail', () => {
  const JSON_TYPE = { 'Content-Type': 'application/json' };
  it.each([
    [404, headOf('GET /nothing')],
    [415, headOf('POST /graphql', { 'Content-Length': '0' })],
    [400, headOf('POST /graphql', { ...JSON_TYPE, 'Content-Length': '1' }) + '{'],
    [411, headOf('POST /graphql', { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' })],
    [413, headOf('POST /graphql', { ...JSON_TYPE, 'Content-Length': '100001' })],
    [413, headOf('POST /auth/token', { 'Content-Length': '16385' })],
    [401, headOf('POST /webhooks/polar', { ...JSON_TYPE, 'Content-Length': '2' }) + '{}'],
    [400, headOf('GET //graphql')],
    [400, 'nonsense\r\n\r\n'],
    [431, headOf('GET /', { 'X-Long': 'x'.repeat(20_000) })],
    [417, headOf('GET /graphql', { Expect: 'wonders' })],
  ])('with the status %i has the headers', async (status, request) => {
    const answer = await raw(gateway.url, request);
    expect(statusOf(answer)).toBe(status);
    expect(missingIn(answer)).toEqual([]);
  });
});

it('None of these requests asked AccessLink', () => {
  expect(gateway.simulator.requests).toEqual([]);
});

it('Transport security is promised only where PUBLIC_URL has it', async () => {
  const plain = await startSignInGateway({ hasSocket: true, app: { publicUrl: null } });
  const answer = await raw(plain.url, headOf('GET /nothing'));
  await plain.close();
  expect(answer).toContain('nosniff');
  expect(answer.toLowerCase()).not.toContain('strict-transport-security');
});

it.each([
  'application/JSON',
  'Application/Json; charset=UTF-8',
  'APPLICATION/JSON;charset=utf-8',
  'application/json ; charset=utf-8',
])('A body of the type %s is JSON', async (type) => {
  const body = '{"query":"{ __typename }"}';
  const request = headOf('POST /graphql', { 'Content-Type': type, 'Content-Length': String(body.length) }) + body;
  const answer = await raw(gateway.url, request);
  expect(answer).toContain('{"__typename":"Query"}');
});
