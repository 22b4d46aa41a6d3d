// Who asks with a session of ours, in a browser or an app.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partitionOfUser } from '../../../src/loading/cache/keys.ts';
import { tokenHash } from '../../../src/server/auth/tokens/random-token.ts';
import { type Asked, bearer, cookie, openPeople } from './people.ts';

let people: Asked;
beforeAll(async () => {
  people = await openPeople();
});
afterAll(() => people.close());

describe('a caller who signed in', () => {
  it.each([
    ['a browser', cookie('cookie-10')],
    ['a browser that says where the page is from', cookie('cookie-10', { origin: 'https://gateway.test' })],
    ['an app', bearer('Bearer alg_10')],
    ['an app that names somebody else', bearer('Bearer alg_10', { 'polar-user-id': '11' })],
  ])('in %s is asked for with their own token, in the scope that outlives it', async (_, headers) => {
    const { caller, partner, signedIn } = await people.who(headers);
    expect(caller()).toMatchObject({ viewer: { owner: '10', polarUserId: '10' }, partition: partitionOfUser('10') });
    expect(caller().token.reveal()).toBe('token-of-10');
    expect([partner, signedIn?.user.polarUserId]).toEqual([null, '10']);
  });

  it('is known in plain HTTP on their own machine by a cookie that has no prefix', async () => {
    const options = { publicUrl: null };
    const url = 'http://localhost:4000/graphql';
    const plain = { ...cookie(''), cookie: 'accesslink=cookie-10', origin: 'http://localhost:4000' };
    expect((await people.who(plain, { options, url })).caller().viewer.polarUserId).toBe('10');
    expect(
      (await people.who(plain, { options, url: 'http://192.0.2.1:4000/graphql' })).caller().viewer.polarUserId,
    ).toBe('1');
  });

  it('is asked to sign in again when Polar has ended the token, and may still leave', async () => {
    const { caller, signedIn } = await people.who(bearer('Bearer alg_11'));
    expect(caller).toThrow(expect.objectContaining({ code: 'reauthenticate' }));
    expect(signedIn?.user.polarUserId).toBe('11');
  });

  it.each([
    ['a session that nobody has', cookie('cookie-99')],
    ['a token that nobody has', bearer('Bearer alg_99')],
    ['an empty cookie', cookie('')],
    ['the session of somebody who is leaving', cookie('cookie-12')],
    ['the app of somebody who is leaving', bearer('Bearer alg_12')],
    ['a session that was ended', cookie('cookie-13')],
    ['the hash of a session', cookie(tokenHash('cookie-10'))],
    ['two cookies of one name', cookie('cookie-10; __Host-accesslink=cookie-11')],
    ['no header of ours', cookie('cookie-10', { 'accesslink-csrf': '' })],
    ['another value in it', cookie('cookie-10', { 'accesslink-csrf': 'true' })],
    ['a form', cookie('cookie-10', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['text', cookie('cookie-10', { 'content-type': 'text/plain;application/json' })],
    ['a page of another origin', cookie('cookie-10', { origin: 'https://evil.test' })],
    ['a page of the same host over plain HTTP', cookie('cookie-10', { origin: 'http://gateway.test' })],
    ['a page of another port', cookie('cookie-10', { origin: 'https://gateway.test:8443' })],
    ['a page without an origin', cookie('cookie-10', { origin: 'null' })],
  ])('is nobody with %s, in a demo too', async (_, headers) => {
    const identity = await people.who(headers);
    expect(identity.caller).toThrow(expect.objectContaining({ code: 'unauthenticated' }));
    expect([identity.signedIn, identity.partner]).toEqual([null, null]);
  });

  it('is nobody by GET, and nobody when the session has expired', async () => {
    expect((await people.who(cookie('cookie-10'), { method: 'GET' })).caller).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    );
    expect((await people.who(cookie('cookie-10'), { options: { now: () => 2_000 } })).caller).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    );
  });
});
