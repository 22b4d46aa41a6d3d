// Who asks with a token of Polar, with the partner's credential, or with none.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basic } from '../../../src/accesslink/credentials.ts';
import { partitionOfUser } from '../../../src/loading/cache/keys.ts';
import { createSecret } from '../../../src/secret.ts';
import { type Asked, bearer, openPeople, PARTNER_KEY } from './people.ts';

let people: Asked;
beforeAll(async () => {
  people = await openPeople();
});
afterAll(() => people.close());

describe('a caller who brings a token of Polar', () => {
  it('is who the bearer token and the user id tell', async () => {
    const caller = (await people.who(bearer('Bearer abc.DEF-1_2~3+4/5==', { 'polar-user-id': '47110001' }))).caller();
    expect(caller.token.reveal()).toBe('abc.DEF-1_2~3+4/5==');
    expect(caller.viewer).toEqual({ owner: '47110001', polarUserId: '47110001' });
  });

  it('may write the scheme as they like, and leave the user id out', async () => {
    const caller = (await people.who(bearer('bEARER   abc '))).caller();
    expect(caller.token.reveal()).toBe('abc');
    expect(caller.viewer.polarUserId).toBeNull();
    expect(caller.viewer.owner).toMatch(/^token:[\w-]{43}$/);
  });

  it('has a scope of their own for every pair of user id and token', async () => {
    const scopeWith = async (headers: Record<string, string>) => (await people.who(headers)).caller().partition;
    const scopes = [
      await scopeWith(bearer('Bearer a')),
      await scopeWith(bearer('Bearer b')),
      await scopeWith(bearer('Bearer a', { 'polar-user-id': '10' })),
      await scopeWith(bearer('Bearer a', { 'polar-user-id': '2' })),
      partitionOfUser('10'),
    ];
    expect(new Set(scopes).size).toBe(5);
    expect(await scopeWith(bearer('Bearer a'))).toBe(scopes[0]);
  });

  it('is neither signed in nor the partner', async () => {
    expect(await people.who(bearer('Bearer abc', { 'polar-user-id': '10' }))).toMatchObject({
      signedIn: null,
      partner: null,
    });
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'Bearer a,b',
    'Bearer "a"',
    'Token a',
    'Bearer é',
    'Bearer =a',
    'xBearer a',
  ])('is refused with the credential %j, which is not quoted', async (authorization) => {
    const identity = await people.who(bearer(authorization));
    expect(identity.caller).toThrow(
      expect.objectContaining({ code: 'unauthenticated', message: expect.not.stringContaining('é') }),
    );
  });

  it.each(['', '0', '01', '-1', '1e3', 'abc', '1 2', '12345678901234567890', 'canary'])(
    'is refused with the user id %j, which is not quoted',
    async (id) => {
      const identity = await people.who(bearer('Bearer a', { 'polar-user-id': id }));
      expect(identity.caller).toThrow(
        expect.objectContaining({ code: 'bad-user-input', message: expect.not.stringContaining('canary') }),
      );
    },
  );
});

describe('a caller without a credential', () => {
  it('is the demo user, in the scope of somebody known', async () => {
    const caller = (await people.who({})).caller();
    expect([caller.token.reveal(), caller.partition]).toEqual(['fallback-token', partitionOfUser('1')]);
  });

  it('is refused where there is no demo, with the remedies', async () => {
    const { caller } = await people.who({}, { options: { fallback: null } });
    expect(caller).toThrow(/\/auth\/login.*Authorization: Bearer/);
    expect(caller).toThrow(expect.objectContaining({ code: 'unauthenticated' }));
  });
});

describe('the partner', () => {
  const idAndSecret = (text: string) => bearer(`Basic ${Buffer.from(text).toString('base64')}`);

  it.each([
    ['the id and secret', idAndSecret('the-client:the:secret')],
    ['the key', { 'accesslink-partner-key': PARTNER_KEY }],
  ])('proves it by %s, and is no viewer', async (_, headers) => {
    const { caller, partner, signedIn } = await people.who(headers);
    expect(partner?.authorization.reveal()).toBe(basic('the-client', createSecret('the:secret')).reveal());
    expect(signedIn).toBeNull();
    expect(caller).toThrow(
      expect.objectContaining({ code: 'unauthenticated', message: expect.stringMatching(/partner/) }),
    );
  });

  it.each([
    ['another secret', idAndSecret('the-client:the-secret')],
    ['another id', idAndSecret('client:the:secret')],
    ['no secret', idAndSecret('the-client')],
    ['nothing in it', bearer('Basic ')],
    ['another key', { 'accesslink-partner-key': `${PARTNER_KEY}x` }],
    ['an empty key', { 'accesslink-partner-key': '' }],
    ['the secret for a key', { 'accesslink-partner-key': 'the:secret' }],
    ['the key as a bearer token', bearer(`Bearer ${PARTNER_KEY}`)],
    ['the key and a session', { ...bearer('Bearer alg_10'), 'accesslink-partner-key': PARTNER_KEY }],
  ])('is not proven by %s', async (_, headers) => {
    expect(await people.who(headers)).toMatchObject({ partner: null, signedIn: null });
  });

  it('does not exist where there is no client, and has no key where none is set', async () => {
    const headers = { 'accesslink-partner-key': PARTNER_KEY };
    expect((await people.who(headers, { options: { client: null } })).partner).toBeNull();
    expect((await people.who(headers, { options: { partnerKey: null } })).partner).toBeNull();
  });
});
