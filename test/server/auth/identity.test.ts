// The identity of a request with a token of Polar, with the partner's credentials, or with none.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basic } from '../../../src/accesslink/credentials.ts';
import { partitionOfUser } from '../../../src/loading/cache/keys.ts';
import { createSecret } from '../../../src/secret.ts';
import { bearer, openPeople, PARTNER_KEY, type People } from './people.ts';

let people: People;
beforeAll(async () => {
  people = await openPeople();
});
afterAll(() => people.close());

describe('a caller with a token of Polar', () => {
  it('is identified by the bearer token and the user id', async () => {
    const caller = (
      await people.identify(bearer('Bearer abc.DEF-1_2~3+4/5==', { 'polar-user-id': '47110001' }))
    ).caller();
    expect(caller.token.reveal()).toBe('abc.DEF-1_2~3+4/5==');
    expect(caller.viewer).toEqual({ owner: '47110001', polarUserId: '47110001' });
  });

  it('may spell the scheme in any case, and omit the user id', async () => {
    const caller = (await people.identify(bearer('bEARER   abc '))).caller();
    expect(caller.token.reveal()).toBe('abc');
    expect(caller.viewer.polarUserId).toBeNull();
    expect(caller.viewer.owner).toMatch(/^token:[\w-]{43}$/);
  });

  it('has a cache partition of its own for every pair of user id and token', async () => {
    const partitionWith = async (headers: Record<string, string>) =>
      (await people.identify(headers)).caller().partition;
    const partitions = [
      await partitionWith(bearer('Bearer a')),
      await partitionWith(bearer('Bearer b')),
      await partitionWith(bearer('Bearer a', { 'polar-user-id': '10' })),
      await partitionWith(bearer('Bearer a', { 'polar-user-id': '2' })),
      partitionOfUser('10'),
    ];
    expect(new Set(partitions).size).toBe(5);
    expect(await partitionWith(bearer('Bearer a'))).toBe(partitions[0]);
  });

  it('is neither signed in nor the partner', async () => {
    expect(await people.identify(bearer('Bearer abc', { 'polar-user-id': '10' }))).toMatchObject({
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
  ])('is not authenticated by the Authorization header %j, which is not quoted', async (authorization) => {
    const identity = await people.identify(bearer(authorization));
    expect(identity.caller).toThrow(
      expect.objectContaining({ code: 'unauthenticated', message: expect.not.stringContaining('é') }),
    );
  });

  it.each(['', '0', '01', '-1', '1e3', 'abc', '1 2', '12345678901234567890', 'canary'])(
    'is rejected with the user id %j, which is not quoted',
    async (id) => {
      const identity = await people.identify(bearer('Bearer a', { 'polar-user-id': id }));
      expect(identity.caller).toThrow(
        expect.objectContaining({ code: 'bad-user-input', message: expect.not.stringContaining('canary') }),
      );
    },
  );
});

describe('a caller without credentials', () => {
  it('is the demo user, in the cache partition of a verified user', async () => {
    const caller = (await people.identify({})).caller();
    expect([caller.token.reveal(), caller.partition]).toEqual(['default-token', partitionOfUser('1')]);
  });

  it('is not authenticated where there is no demo user, and learns the remedies', async () => {
    const { caller } = await people.identify({}, { options: { defaultUser: null } });
    expect(caller).toThrow(/\/auth\/login.*Authorization: Bearer/);
    expect(caller).toThrow(expect.objectContaining({ code: 'unauthenticated' }));
  });
});

describe('the partner', () => {
  const idAndSecret = (text: string) => bearer(`Basic ${Buffer.from(text).toString('base64')}`);

  it.each([
    ['the id and secret', idAndSecret('the-client:the:secret')],
    ['the key', { 'accesslink-partner-key': PARTNER_KEY }],
  ])('is authenticated by %s, and is not a viewer', async (_, headers) => {
    const { caller, partner, signedIn } = await people.identify(headers);
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
    ['an empty Basic credential', bearer('Basic ')],
    ['another key', { 'accesslink-partner-key': `${PARTNER_KEY}x` }],
    ['an empty key', { 'accesslink-partner-key': '' }],
    ['the secret as the key', { 'accesslink-partner-key': 'the:secret' }],
    ['the key as a bearer token', bearer(`Bearer ${PARTNER_KEY}`)],
    ['the key and a session', { ...bearer('Bearer alg_10'), 'accesslink-partner-key': PARTNER_KEY }],
  ])('is not authenticated by %s', async (_, headers) => {
    expect(await people.identify(headers)).toMatchObject({ partner: null, signedIn: null });
  });

  it('does not exist without a client, and has no key where none is set', async () => {
    const headers = { 'accesslink-partner-key': PARTNER_KEY };
    expect((await people.identify(headers, { options: { client: null } })).partner).toBeNull();
    expect((await people.identify(headers, { options: { partnerKey: null } })).partner).toBeNull();
  });
});
