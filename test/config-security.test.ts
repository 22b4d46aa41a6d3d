// What the program does not start with: addresses without TLS, redirect URIs that run or leak, keys that can be guessed.
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const linesOf = (variables: NodeJS.ProcessEnv): string[] => {
  try {
    readConfig(variables);
    return [];
  } catch (failure) {
    return (failure as Error).message.split('\n');
  }
};

describe('an address', () => {
  const names = ['ACCESSLINK_URL', 'PUBLIC_URL', 'POLAR_AUTHORIZE_URL', 'POLAR_TOKEN_URL'];
  const refused = ['http://gateway.example', 'http://10.0.0.1:4000', 'http://localhost.example', 'http://[::2]'];
  it.each(names.flatMap((name) => refused.map((value) => [name, value] as const)))(
    'in %s=%s is refused, since it is not protected by TLS',
    (name, value) => {
      expect(linesOf({ [name]: value })).toEqual([
        `Cannot start: ${name} is "${value}", which is not protected by TLS: http is for this machine only ` +
          '(localhost, 127.0.0.1, [::1]); use https',
      ]);
    },
  );

  it.each(
    names.flatMap((name) =>
      ['http://localhost:1', 'http://127.0.0.1', 'http://[::1]:4', 'https://a.example'].map(
        (value) => [name, value] as const,
      ),
    ),
  )('in %s=%s is accepted', (name, value) => {
    expect(linesOf({ [name]: value })).toEqual([]);
  });
});

describe('a redirect URI of an app', () => {
  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html;x',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://a.example/x',
    'myapp://signed-in',
    'http://a.example/done',
    'http://127.0.0.1.a.example/',
    'https://a.example/#x',
    'https://*.a.example/',
    'https://user@a.example/',
    'https://a.example\\@b.example/',
    'ftp://a.example/',
    '/signed-in',
    'https://a.example/a b',
  ])('is refused when it is %s', (uri) => {
    expect(linesOf({ APP_REDIRECT_URIS: `https://good.example/done,${uri}` })).toEqual([
      expect.stringMatching(/^Cannot start: APP_REDIRECT_URIS is ".+", which is no redirect URI of an app: /),
    ]);
  });

  it.each(['https://a.example/done?x=1', 'com.example.app:/done', 'http://127.0.0.1/done', 'http://[::1]:1/done'])(
    'is accepted when it is %s',
    (uri) => {
      expect(readConfig({ APP_REDIRECT_URIS: uri }).appRedirectUris).toEqual([uri]);
    },
  );
});

describe('a key', () => {
  const keyOf = (bytes: Uint8Array) => `a:${Buffer.from(bytes).toString('base64')}`;
  it.each([
    ['has no name', 'nameless'],
    ['is not base64', 'a:!'],
    ['is too short', keyOf(new Uint8Array(31).map((_, index) => (index * 89) % 256))],
    ['is one byte again and again', keyOf(new Uint8Array(32).fill(7))],
    ['is a sequence', keyOf(new Uint8Array(32).map((_, index) => index))],
    ['is a word again and again', keyOf(Buffer.from('changemechangemechangemechangeme'))],
  ])('of the store is refused when it %s, and not shown', (_, key) => {
    const lines = linesOf({ SECRET_KEY: key });
    expect(lines).toEqual([
      expect.stringMatching(/^Cannot start: SECRET_KEY is set to something, which cannot be used: /),
    ]);
    expect(lines.join()).not.toContain(key.split(':').at(-1));
  });

  it('of the partner is refused when it is short, or few characters again and again', () => {
    expect(linesOf({ PARTNER_KEY: 'f3a9c01b7e5d284' })).toEqual([expect.stringContaining('shorter than 32')]);
    expect(linesOf({ PARTNER_KEY: 'partner'.repeat(5) })).toEqual([expect.stringContaining('can be guessed')]);
  });
});

describe('a switch', () => {
  const demoless = { ACCESSLINK_URL: 'https://a.example' };
  it.each(['1', 'on', 'ON', 'true', 'Yes'])('is on with %s', (value) => {
    expect(readConfig({ INTROSPECTION: value, GRAPHIQL: value })).toMatchObject({
      introspection: true,
      graphiql: true,
    });
  });

  it.each(['0', 'off', 'false', 'NO'])('is off with %s', (value) => {
    expect(readConfig({ INTROSPECTION: value, GRAPHIQL: value })).toMatchObject({
      introspection: false,
      graphiql: false,
    });
  });

  it.each(['ja', '2', 'enabled', ' '])('is refused when it is spelled "%s"', (value) => {
    expect(linesOf({ INTROSPECTION: value })).toEqual([expect.stringContaining('is neither on')]);
  });

  it('that is not set is off in production, and on in development and in the demo', () => {
    const profile = (variables: NodeJS.ProcessEnv) => {
      const { introspection, graphiql } = readConfig(variables);
      return [introspection, graphiql];
    };
    expect(profile({ ...demoless, NODE_ENV: 'production' })).toEqual([false, false]);
    expect(profile({ ...demoless, NODE_ENV: 'production', GRAPHIQL: '1' })).toEqual([false, true]);
    expect(profile({ ...demoless, NODE_ENV: 'development' })).toEqual([true, true]);
    expect(profile({ NODE_ENV: 'production' })).toEqual([true, true]);
    expect(profile({ NODE_ENV: 'production', INTROSPECTION: 'off' })).toEqual([false, true]);
  });
});
