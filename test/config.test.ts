// The environment as configuration: every variable, every mistake.
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

describe('the configuration', () => {
  it('of an empty environment is the demo on port 4000 of this machine only', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      accessLinkUrl: null,
      corsOrigins: [],
      logLevel: 'info',
    });
  });

  it('follows every variable', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '::',
      ACCESSLINK_URL: 'http://127.0.0.1:4001/',
      CORS_ORIGINS: ' https://app.example , http://localhost:3000,,',
      LOG_LEVEL: 'silent',
    });
    expect(config).toEqual({
      port: 0,
      host: '::',
      accessLinkUrl: 'http://127.0.0.1:4001',
      corsOrigins: ['https://app.example', 'http://localhost:3000'],
      logLevel: 'silent',
    });
  });

  it('asks Polar when a client id is set and no other server', () => {
    expect(readConfig({ POLAR_CLIENT_ID: 'x' }).accessLinkUrl).toBe('https://www.polaraccesslink.com');
    expect(readConfig({ POLAR_CLIENT_ID: 'x', ACCESSLINK_URL: 'http://a:1' }).accessLinkUrl).toBe('http://a:1');
  });

  it('takes an empty variable for one that is not set', () => {
    const empty = { PORT: '', HOST: '', ACCESSLINK_URL: '', POLAR_CLIENT_ID: '', CORS_ORIGINS: '', LOG_LEVEL: '' };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

  it('sets the defaults', () => {
    expect(readConfig(parseEnv(text))).toEqual(readConfig({}));
  });

  it('lists every variable that the configuration reads, and no other', () => {
    const source = readFileSync(new URL('../src/config.ts', import.meta.url), 'utf8');
    const read = source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm);
    expect(new Set(Object.keys(parseEnv(text)))).toEqual(new Set([...read].map(([, name]) => name)));
  });

  it('says of each what it is for', () => {
    for (const line of text.matchAll(/(.*)\n[A-Z_]+=/g)) expect(line[1]).toMatch(/^# \S/);
  });
});

describe('a mistake', () => {
  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['PORT', '80 '],
    ['ACCESSLINK_URL', 'nonsense'],
    ['ACCESSLINK_URL', 'ftp://host'],
    ['ACCESSLINK_URL', 'https://host/v3'],
    ['ACCESSLINK_URL', 'https://host/?'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'null'],
    ['CORS_ORIGINS', 'app.example'],
    ['LOG_LEVEL', 'loud'],
  ])('in %s=%j is named with its value', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(`Cannot start: ${name} is "${value}", which is no`);
  });

  it('has a line of its own', () => {
    const mistaken = { PORT: 'x', ACCESSLINK_URL: 'y', CORS_ORIGINS: 'https://a.example,z, *', LOG_LEVEL: 'w' };
    const lines = messageOf(mistaken).split('\n');
    expect(lines.map((line) => /^Cannot start: (\w+) is "(.*?)", which/.exec(line)?.slice(1))).toEqual([
      ['PORT', 'x'],
      ['ACCESSLINK_URL', 'y'],
      ['CORS_ORIGINS', 'z'],
      ['CORS_ORIGINS', '*'],
      ['LOG_LEVEL', 'w'],
    ]);
  });

  it.each(['https://user:canary@host', 'https://:canary@host', 'https://canary@host/'])(
    'is a password in an origin, as in %s, and is not quoted',
    (value) => {
      expect(messageOf({ ACCESSLINK_URL: value })).toMatch(/^Cannot start: ACCESSLINK_URL is "https:\/\/…@host\/?", /);
    },
  );
});

function messageOf(variables: NodeJS.ProcessEnv): string {
  try {
    readConfig(variables);
  } catch (failure) {
    return (failure as Error).message;
  }
  throw new Error('The configuration is taken');
}
