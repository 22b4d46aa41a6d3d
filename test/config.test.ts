// The environment as configuration: every variable, every mistake.
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const PARTNER_KEY = 'f3a9c01b7e5d2846'.repeat(2);
const SECRET_KEY = 'a:AQVTfnYs0cNTuEsR3AApNN/u0ZUgQHs+dC+zOE1DHVw=';
const CLIENT = {
  POLAR_CLIENT_ID: 'x',
  POLAR_CLIENT_SECRET: 'y',
  SECRET_KEY,
  PUBLIC_URL: 'https://gateway.example',
};

describe('the configuration', () => {
  it('of an empty environment is the demo on port 4000 of this machine only', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      publicUrl: null,
      accessLinkUrl: null,
      client: null,
      appRedirectUris: [],
      unusedRecordsDays: 90,
      partnerKey: null,
      databaseUrl: null,
      dataDir: '.data',
      secretKey: null,
      corsOrigins: [],
      logLevel: 'info',
      metricsToken: null,
      traceEndpoint: null,
      memoryBytes: 268_435_456,
      workers: 1,
      introspection: true,
      graphiql: true,
      queriesByGet: true,
      maxConnections: 10_000,
      maxConnectionsPerAddress: 2_000,
      trustedProxies: 0,
      limits: { maxCalls: 100, maxValues: 250_000, maxBytes: 20_000_000, maxFields: 1_000, maxDepth: 25 },
    });
  });

  it('follows every variable', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '::',
      PUBLIC_URL: 'https://gateway.example',
      ACCESSLINK_URL: 'http://127.0.0.1:4001/',
      POLAR_CLIENT_ID: 'client',
      POLAR_CLIENT_SECRET: 'hidden',
      POLAR_AUTHORIZE_URL: 'http://127.0.0.1:4001/oauth2/authorization',
      POLAR_TOKEN_URL: 'http://127.0.0.1:4001/v2/oauth2/token',
      APP_REDIRECT_URIS: 'com.example.app:/done, http://127.0.0.1/done',
      PARTNER_KEY,
      DATABASE_URL: 'postgres://localhost/gateway',
      DATA_DIR: '/var/lib/gateway',
      SECRET_KEY,
      CORS_ORIGINS: ' https://app.example , http://localhost:3000,,',
      LOG_LEVEL: 'silent',
      MEMORY_MB: '64',
      WORKERS: '4',
      INTROSPECTION: 'off',
      GRAPHIQL: '0',
      MAX_CONNECTIONS: '100',
      MAX_CONNECTIONS_PER_ADDRESS: '10',
      TRUST_PROXY: '1',
      MAX_CALLS_PER_OPERATION: '5',
      MAX_ANSWER_VALUES: '4',
      MAX_ANSWER_BYTES: '3',
      MAX_OPERATION_FIELDS: '2',
      MAX_OPERATION_DEPTH: '1',
    });
    expect(config).toMatchObject({
      port: 0,
      host: '::',
      publicUrl: 'https://gateway.example',
      accessLinkUrl: 'http://127.0.0.1:4001',
      client: {
        id: 'client',
        authorizeUrl: 'http://127.0.0.1:4001/oauth2/authorization',
        tokenUrl: 'http://127.0.0.1:4001/v2/oauth2/token',
      },
      appRedirectUris: ['com.example.app:/done', 'http://127.0.0.1/done'],
      databaseUrl: 'postgres://localhost/gateway',
      dataDir: '/var/lib/gateway',
      memoryBytes: 67_108_864,
      workers: 4,
      corsOrigins: ['https://app.example', 'http://localhost:3000'],
      logLevel: 'silent',
      introspection: false,
      graphiql: false,
      maxConnections: 100,
      maxConnectionsPerAddress: 10,
      trustedProxies: 1,
      limits: { maxCalls: 5, maxValues: 4, maxBytes: 3, maxFields: 2, maxDepth: 1 },
    });
    const secrets = [config.client?.secret, config.partnerKey, config.secretKey];
    expect(secrets.map((secret) => secret?.reveal())).toEqual(['hidden', PARTNER_KEY, SECRET_KEY]);
  });

  it('asks Polar when a client id is set and no other server', () => {
    expect(readConfig(CLIENT).accessLinkUrl).toBe('https://www.polaraccesslink.com');
    expect(readConfig({ ...CLIENT, ACCESSLINK_URL: 'https://a:1' }).accessLinkUrl).toBe('https://a:1');
  });

  it.each(['POLAR_CLIENT_SECRET', 'SECRET_KEY', 'PUBLIC_URL'])('wants a %s with a client id', (name) => {
    expect(() => readConfig({ ...CLIENT, [name]: '' })).toThrow(`Cannot start: ${name} is needed with POLAR_CLIENT_ID`);
  });

  it('shows no secret that is wrong', () => {
    expect(() => readConfig({ PARTNER_KEY: 'short' })).toThrow('PARTNER_KEY is set to something, which is shorter');
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
    const read = source.matchAll(/^ {4}([A-Z][A-Z_]+):/gm);
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
