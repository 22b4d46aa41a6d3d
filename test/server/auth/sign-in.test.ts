// The origin and the methods of the sign-in.
import { afterEach, describe, expect, it } from 'vitest';
import { type SignInGateway, type SignInGatewayOptions, startSignInGateway } from '../../support/signing-in.ts';

let gateway: SignInGateway;
afterEach(() => gateway.close());

const start = async (app: SignInGatewayOptions['app'] = {}) => {
  gateway = await startSignInGateway({ app });
};
const open = (url: string, init?: RequestInit) => gateway.app.fetch(new Request(url, init));
const redirectUriAt = async (url: string) => {
  const location = (await open(url)).headers.get('location');
  return location && new URL(location).searchParams.get('redirect_uri');
};

describe('without PUBLIC_URL', () => {
  it.each(['http://localhost:4321', 'http://127.0.0.1:80', 'http://[::1]:4000'])(
    'the sign-in at %s returns to the same origin',
    async (origin) => {
      await start({ publicUrl: null });
      const response = await open(`${origin}/auth/login`);
      expect(new URL(response.headers.get('location') ?? '').searchParams.get('redirect_uri')).toBe(
        `${new URL(origin).origin}/auth/callback`,
      );
      expect(response.headers.get('set-cookie')).toMatch(
        /^accesslink-sign-in-[^;]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/,
      );
    },
  );

  it.each(['http://192.0.2.1:4000', 'https://evil.test', 'http://localhost.evil.test', 'https://localhost'])(
    'the sign-in at %s is rejected: anybody can send that Host header',
    async (origin) => {
      await start({ publicUrl: null });
      const response = await open(`${origin}/auth/login`);
      expect([response.status, response.headers.get('location')]).toEqual([421, null]);
      expect(await response.text()).toContain('PUBLIC_URL');
    },
  );
});

describe('with PUBLIC_URL', () => {
  it('the sign-in returns to it from every host', async () => {
    await start();
    expect(await redirectUriAt('http://10.0.0.7:4000/auth/login')).toBe('https://gateway.test/auth/callback');
  });

  it('the sign-in over plain HTTP is rejected unless its host is a loopback address', async () => {
    await start({ publicUrl: 'http://gateway.test' });
    expect((await open('http://gateway.test/auth/login')).status).toBe(421);
  });

  it('the sign-in at another loopback name is redirected to it first', async () => {
    await start({ publicUrl: 'http://localhost:4000' });
    const response = await open('http://127.0.0.1:4000/auth/login?return_to=/x');
    expect(response.headers.get('location')).toBe('http://localhost:4000/auth/login?return_to=/x');
    expect(await redirectUriAt('http://localhost:4000/auth/login')).toBe('http://localhost:4000/auth/callback');
  });
});

describe('without a client or a store', () => {
  it.each([{ client: null }, { store: null }])(
    '%j the sign-in is not found, and other requests are served',
    async (app) => {
      await start(app);
      for (const path of ['/auth/login', '/auth/callback', '/.well-known/oauth-authorization-server']) {
        expect((await open(`https://gateway.test${path}`)).status).toBe(404);
      }
      const headers = { authorization: 'Bearer alg_x' };
      expect((await gateway.ask('{ viewer { id } }', { headers })).errors).toMatchObject([
        { extensions: { code: 'UNAUTHENTICATED' } },
      ]);
      expect((await gateway.ask('{ sports { name } }')).errors).toBeUndefined();
    },
  );
});

describe('a method without a handler', () => {
  it.each([
    ['/auth/login', 'POST', 'GET'],
    ['/auth/callback', 'PUT', 'GET'],
    ['/auth/token', 'GET', 'POST'],
    ['/auth/logout', 'DELETE', 'GET, POST'],
  ])('is rejected at %s: %s, and the allowed methods are listed', async (path, method, allow) => {
    await start();
    const response = await open(`https://gateway.test${path}`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  });
});
