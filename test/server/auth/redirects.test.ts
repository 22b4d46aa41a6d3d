// No open redirect: about 550 spellings of another site, as the return path and as the redirect URI of an app.
import { describe, expect, it } from 'vitest';
import { redirectWith, mayRedirectTo } from '../../../src/server/auth/redirect-uri.ts';
import { returnPath } from '../../../src/server/auth/return-path.ts';
import { acceptedUris, escapedPaths, payloads, registered } from './redirect-payloads.ts';

describe('the return path after signing in', () => {
  it('is tested with at least 550 spellings', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(550);
  });

  it('stays on this server for every spelling, also when a browser resolves it itself, and never leads back into the sign-in', () => {
    expect(escapedPaths(returnPath)).toEqual([]);
  });

  it.each(['/', '/graphql', '/graphql?tab=2#x', '/a/b?return_to=//evil.test', '/~me/@you:8'])('may be %s', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([null, '', '//evil.test', 'https://evil.test'])('is GraphiQL for %s', (path) => {
    expect(returnPath(path)).toBe('/graphql');
  });
});

describe('the redirect URI of an app', () => {
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
    expect(acceptedUris(mayRedirectTo)).toEqual([]);
  });

  it('has its own query and all parameters that are added to it', () => {
    const { searchParams } = new URL(
      redirectWith('https://app.test/cb?x=1', { code: 'a&b=c', state: 'ü #', error: null }),
    );
    expect(Object.fromEntries(searchParams)).toEqual({ x: '1', code: 'a&b=c', state: 'ü #' });
  });
});
