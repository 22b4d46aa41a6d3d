// The identity of a request with a session of this server, in a browser or an app.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partitionOfUser } from '../../../src/loading/cache/keys.ts';
import { tokenHash } from '../../../src/server/auth/tokens/random-token.ts';
import { bearer, cookie, openPeople, type People } from './people.ts';

let people: People;
beforeAll(async () => {
  people = await openPeople();
});
afterAll(() => people.close());

describe('a caller who signed in', () => {
  it.each([
    ['a browser', cookie('cookie-10')],
    ['a browser that sends the origin of the page', cookie('cookie-10', { origin: 'https://gateway.test' })],
    ['an app', bearer('Bearer alg_10')],
    ['an app that sends the id of another user', bearer('Bearer alg_10', { 'polar-user-id': '11' })],
  ])('in %s has the token and the cache partition of their user', async (_, headers) => {
    const { caller, partner, signedIn } = await people.identify(headers);
    expect(caller()).toMatchObject({ viewer: { owner: '10', polarUserId: '10' }, partition: partitionOfUser('10') });
    expect(caller().token.reveal()).toBe('token-of-10');
    expect([partner, signedIn?.user.polarUserId]).toEqual([null, '10']);
  });

  it('is authenticated over plain HTTP on a loopback address by a cookie without the prefix', async () => {
    const options = { publicUrl: null };
    const url = 'http://localhost:4000/graphql';
    const plain = { ...cookie(''), cookie: 'accesslink=cookie-10', origin: 'http://localhost:4000' };
    expect((await people.identify(plain, { options, url })).caller().viewer.polarUserId).toBe('10');
    expect(
      (await people.identify(plain, { options, url: 'http://192.0.2.1:4000/graphql' })).caller().viewer.polarUserId,
    ).toBe('1');
  });

  it('must sign in again when Polar has revoked the token, and may still delete the account', async () => {
    const { caller, signedIn } = await people.identify(bearer('Bearer alg_11'));
    expect(caller).toThrow(expect.objectContaining({ code: 'reauthenticate' }));
    expect(signedIn?.user.polarUserId).toBe('11');
  });

  it.each([
    ['an unknown session', cookie('cookie-99')],
    ['an unknown token', bearer('Bearer alg_99')],
    ['an empty cookie', cookie('')],
    ['the session of a user whose deletion is pending', cookie('cookie-12')],
    ['the app of a user whose deletion is pending', bearer('Bearer alg_12')],
    ['a session that has ended', cookie('cookie-13')],
    ['the hash of a session', cookie(tokenHash('cookie-10'))],
    ['two cookies of one name', cookie('cookie-10; __Host-accesslink=cookie-11')],
    ['no CSRF header', cookie('cookie-10', { 'accesslink-csrf': '' })],
    ['another value in the CSRF header', cookie('cookie-10', { 'accesslink-csrf': 'true' })],
    ['a form', cookie('cookie-10', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['a text body', cookie('cookie-10', { 'content-type': 'text/plain;application/json' })],
    ['a page of another origin', cookie('cookie-10', { origin: 'https://evil.test' })],
    ['a page of the same host over plain HTTP', cookie('cookie-10', { origin: 'http://gateway.test' })],
    ['a page of another port', cookie('cookie-10', { origin: 'https://gateway.test:8443' })],
    ['a page without an origin', cookie('cookie-10', { origin: 'null' })],
  ])('is not authenticated with %s, although there is a demo user', async (_, headers) => {
    const identity = await people.identify(headers);
    expect(identity.caller).toThrow(expect.objectContaining({ code: 'unauthenticated' }));
    expect([identity.signedIn, identity.partner]).toEqual([null, null]);
  });

  it('is not authenticated by GET, nor when the session has expired', async () => {
    expect((await people.identify(cookie('cookie-10'), { method: 'GET' })).caller).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    );
    expect((await people.identify(cookie('cookie-10'), { options: { now: () => 2_000 } })).caller).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    );
  });
});
