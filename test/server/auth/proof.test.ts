// What a response proves of a token, and for whom a token is counted.
import { describe, expect, it } from 'vitest';
import { namedUser } from '../../../src/accesslink/named-user.ts';
import { partitionOf } from '../../../src/loading/cache/keys.ts';
import { createTokenOwners } from '../../../src/loading/cache/token-owners.ts';
import { createSecret } from '../../../src/secret.ts';
import { claimedCaller } from '../../../src/server/auth/caller.ts';
import { countedAs } from '../../../src/server/auth/proof.ts';

const link = (id: string) => `https://www.polaraccesslink/v3/users/${id}`;

describe('a response', () => {
  it.each([
    ['the record of a user', { path: '/v3/users/12', body: { 'polar-user-id': 12 } }, '12'],
    ['a record that links to its user', { path: '/v3/users/sleep/2026-11-20', body: { polar_user: link('12') } }, '12'],
    ['a link with a hyphen', { path: '/v3/x', body: { 'polar-user': 'http://x.invalid/v3/users/12' } }, '12'],
    ['a list of records', { path: '/v3/exercises', body: [{ id: 'a', polar_user: link('12') }, {}] }, '12'],
    ['a list in an object', { path: '/v3/users/nights', body: { nights: [{ polar_user: link('12') }] } }, '12'],
    ['a record that links to nobody', { path: '/v3/users/activities/2026-11-20', body: { steps: 1 } }, null],
    ['an empty list', { path: '/v3/exercises', body: [] }, null],
    ['nothing', { path: '/v3/users/12', body: undefined }, null],
    ['a link to no user', { path: '/v3/x', body: { polar_user: 'https://www.polaraccesslink/v3/users/me' } }, null],
    ['an id that is too long', { path: '/v3/x', body: { polar_user: link('1'.repeat(20)) } }, null],
    ['a number in its place', { path: '/v3/x', body: { polar_user: 12 } }, null],
  ])('with %s names whom it says', (_, { path, body }, expected) => {
    expect(namedUser({ path }, { body })).toBe(expected);
  });

  it('to a change names nobody', () => {
    expect(namedUser({ method: 'POST', path: '/v3/users' }, { body: { polar_user: link('12') } })).toBeNull();
  });
});

describe('a token', () => {
  const token = createSecret('a token');
  const proven = (polarUserId: string) => {
    const owners = createTokenOwners(() => {});
    owners.put(claimedCaller(null, token).tokenHash ?? '', polarUserId, partitionOf(null, token));
    return owners;
  };

  it('is counted as itself until it has proved its user, whatever is claimed, and as the user then', () => {
    const counted = ['1', '2', null].map((claim) => {
      const { viewer, tokenHash } = claimedCaller(claim, token);
      return countedAs(
        { owner: viewer.owner, tokenHash },
        createTokenOwners(() => {}),
      );
    });
    expect(new Set(counted).size).toBe(1);
    expect(counted[0]).toMatch(/^token:/);
    const { viewer, tokenHash } = claimedCaller('2', token);
    expect(countedAs({ owner: viewer.owner, tokenHash }, proven('1'))).toBe('1');
  });

  it('stays known when many others come, as long as AccessLink has answered none of them', () => {
    const owners = createTokenOwners(() => {}, 2);
    owners.put('a', '1', partitionOf(null, token));
    for (let index = 0; index < 10; index++) owners.find(`made up ${index}`);
    expect([owners.find('a'), owners.partitionsOfUser('1')]).toEqual(['1', [partitionOf(null, token)]]);
  });

  it('has nothing left in memory when it is forgotten among many others: an erasure would not find it', () => {
    const forgotten: string[] = [];
    const owners = createTokenOwners((partition) => forgotten.push(partition), 2);
    const partitions = [partitionOf(null, token), partitionOf('1', token)];
    for (const partition of partitions) owners.put('a', '1', partition);
    owners.put('b', '2', partitionOf('2', token));
    expect(forgotten).toEqual([]);
    owners.put('c', '3', partitionOf('3', token));
    expect([forgotten, owners.find('a')]).toEqual([partitions, null]);
  });
});
