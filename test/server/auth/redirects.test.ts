// No open redirect: about 550 spellings of another site, as the return path and as the redirect URI of an app.
import { describe, expect, it } from 'vitest';
import { redirectWith, mayRedirectTo } from '../../../src/server/auth/redirect-uri.ts';
import { returnPath } from '../../../src/server/auth/return-path.ts';

const HERE = 'https://gateway.test';
const HOST = 'evil.test';

const schemes = [
  '',
  'http:',
  'https:',
  'HTTPS:',
  'ftp:',
  'javascript:',
  'data:text/html,',
  'file:',
  'blob:',
  'vbscript:',
];
const slashes = [
  '/',
  '//',
  '///',
  '////',
  '\\',
  '\\\\',
  '/\\',
  '\\/',
  '/\\/',
  '//\\',
  '/.//',
  '/%2f/',
  '/%5c',
  '/;//',
  '/..//',
];
const before = ['', '\t', '\n', '\r', ' ', '\u0000', '\u00a0', '\u2028', '%09', '%0d%0a', '.', '@', '?', '#', ';', ':'];
const hosts = [
  HOST,
  `${HOST}@gateway.test`,
  `gateway.test@${HOST}`,
  `gateway.test.${HOST}`,
  `${HOST}%2f@gateway.test`,
  '[::1]',
  '0x7f000001',
  'xn--vil-9la.test',
];
const wide = ['／／', '／', '。', '\u2215\u2215', '\u3002', '⁄⁄'];
const controls = ['/\t/', '/\n/', '/\r/', '/\r\n/', '/\u0000/', '/ /', '/\u000b/', '\t//', '\n//', ' //', '\u0000//'];

const single = [
  '/auth/login',
  '/auth/callback?code=x',
  '/auth/logout',
  '/auth',
  '/x/../auth/login',
  '/./auth/login',
  '/%2e/auth/',
  '',
  'graphql',
  '.',
  '..',
  './/',
  '?x',
  '#x',
  HOST,
  `${HOST}/graphql`,
  `${HERE}@${HOST}`,
  `${HERE}.${HOST}`,
  `${HERE}/graphql`,
  `https:/${HOST}`,
  `/\r\nLocation: https://${HOST}`,
  '/\r\nSet-Cookie: a=b',
  `/%0d%0aLocation:%20//${HOST}`,
];

const payloads = [
  ...new Set([
    ...schemes.flatMap((scheme) => slashes.map((slash) => `${scheme}${slash}${HOST}`)),
    ...slashes.flatMap((slash) => before.map((start) => `${start}${slash}${HOST}`)),
    ...slashes.flatMap((slash) => hosts.map((host) => `${slash}${host}/path`)),
    ...wide.flatMap((slash) => [`${slash}${HOST}`, `/${slash}${HOST}`, `https:${slash}${HOST}`, `//${slash}${HOST}`]),
    ...controls.flatMap((control) => [`${control}${HOST}`, `${control}/${HOST}`, `https:${control}${HOST}`]),
    ...single,
  ]),
];

/** The URL to which a browser is redirected. */
const targetOf = (path: string) => new URL(`${HERE}${path}`);

describe('the return path after signing in', () => {
  it('is tested with at least 550 spellings', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(550);
  });

  it('stays on this server for every spelling, also when a browser resolves it itself', () => {
    const escaped = payloads.filter((payload) => {
      const path = returnPath(payload);
      const resolved = new URL(path, HERE);
      return targetOf(path).origin !== HERE || resolved.origin !== HERE || /[\s\\]|^\/\//.test(path);
    });
    expect(escaped).toEqual([]);
  });

  it('never leads back into the sign-in', () => {
    expect(payloads.filter((payload) => targetOf(returnPath(payload)).pathname.startsWith('/auth'))).toEqual([]);
  });

  it.each(['/', '/graphql', '/graphql?tab=2#x', '/a/b?return_to=//evil.test', '/~me/@you:8'])('may be %s', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([null, '', '//evil.test', 'https://evil.test'])('is GraphiQL for %s', (path) => {
    expect(returnPath(path)).toBe('/graphql');
  });
});

describe('the redirect URI of an app', () => {
  const registered = [
    'com.example.app:/signed-in',
    'http://127.0.0.1/back',
    'http://[::1]:7000/back',
    'https://app.test/cb?x=1',
  ];

  it.each([
    ...registered,
    'http://127.0.0.1:1/back',
    'http://127.0.0.1:65535/back',
    'http://[::1]/back',
    'http://[::1]:8080/back',
  ])('may be %s', (uri) => {
    expect(mayRedirectTo(uri, registered)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:65536/back',
    'http://127.0.0.1:080/back',
    'http://127.0.0.1:80/back/',
    'http://127.0.0.1:80/Back',
    'http://127.0.0.1:80/back?x',
    'http://127.0.0.1:80/back#x',
    'http://localhost:80/back',
    'http://127.1:80/back',
    'http://2130706433/back',
    'http://0x7f.0.0.1/back',
    'HTTP://127.0.0.1/back',
    'http://127.0.0.1\\@evil.test/back',
    'https://app.test:443/cb?x=1',
    'https://app.test/cb?x=2',
    'https://app.test/cb',
    'https://app.test:8443/cb?x=1',
    'https://APP.test/cb?x=1',
    ' com.example.app:/signed-in',
    'com.example.app:/signed-in\n',
  ])('may not be %j', (uri) => {
    expect(mayRedirectTo(uri, registered)).toBe(false);
  });

  it('is never another site, not even behind a registered URI', () => {
    const tried = payloads.flatMap((payload) => [payload, ...registered.map((uri) => uri + payload)]);
    const accepted = tried.filter((uri) => !registered.includes(uri) && mayRedirectTo(uri, registered));
    expect(accepted).toEqual([]);
  });

  it('has its own query and all parameters that are added to it', () => {
    const { searchParams } = new URL(
      redirectWith('https://app.test/cb?x=1', { code: 'a&b=c', state: 'ü #', error: null }),
    );
    expect(Object.fromEntries(searchParams)).toEqual({ x: '1', code: 'a&b=c', state: 'ü #' });
  });
});
