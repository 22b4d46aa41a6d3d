// Claimed is not proven: records are filed, and erased, by whom AccessLink's answers to a token name.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tokenHash } from '../../src/server/auth/tokens/random-token.ts';
import { createSecret } from '../../src/secret.ts';
import { partitionOf, partitionOfUser } from '../../src/loading/cache/keys.ts';
import { createBrowser, type SignInGateway, startSignInGateway, takeUpstream } from '../support/signing-in.ts';

const FORGET = 'mutation { forgetMe { forgotten erased { kind count } remaining userErrors { code } } }';
/** Its records name nobody. */
const STEPS = '{ viewer { day(date: "2026-11-20") { activity { steps } } } }';
/** Its records link to their user. */
const SLEEP = '{ viewer { day(date: "2026-11-20") { activity { steps } night { sleepScore } } } }';
const NOTHING = { forgetMe: { forgotten: true, erased: [], remaining: 0, userErrors: [] } };

let dataDir: string;
let gateway: SignInGateway;
let mine: { readonly userId: string; readonly token: string };
let theirs: typeof mine;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'claims-'));
  await start();
});
afterEach(async () => {
  await gateway.close();
  rmSync(dataDir, { recursive: true });
});

async function start() {
  gateway = await startSignInGateway({ dataDir });
  const [first, second] = gateway.simulator.people.filter(({ isRegistered }) => isRegistered);
  if (!first || !second) throw new Error('Cannot test claims: two registered people are needed');
  [mine, theirs] = [first, second];
}
async function restart() {
  await gateway.close();
  await start();
}

const ask = (query: string, { token }: typeof mine, claim: string | null = null) =>
  gateway.ask<Record<string, unknown>>(query, {
    headers: { authorization: `Bearer ${token}`, ...(claim !== null && { 'polar-user-id': claim }) },
  });
/** Whom the store has records of, in the partition of a token and a claim. */
const storedOf = async ({ token }: typeof mine, claim: string | null = null) =>
  gateway.store.records.ownerOf(partitionOf(claim, createSecret(token)));
const stored = async (person: typeof mine, claim: string | null = null) => {
  await expect.poll(() => storedOf(person, claim)).toBe(person.userId);
};
/** What was being written is written: what somebody else has read since is. */
const settled = async () => {
  await ask(SLEEP, theirs);
  await stored(theirs);
  takeUpstream(gateway);
};

describe('a token of the caller’s own', () => {
  it.each([
    ['without a claim', () => null],
    ['with the id of its user', () => mine.userId],
  ])('%s has records stored once an answer names the user, and costs no call for that', async (_, claimOf) => {
    const claim = claimOf();
    expect((await ask(STEPS, mine, claim)).errors).toBeUndefined();
    expect(takeUpstream(gateway)).toEqual(['GET /v3/users/activities/2026-11-20']);
    await settled();
    expect(await storedOf(mine, claim)).toBeNull();
    expect((await ask(SLEEP, mine, claim)).errors).toBeUndefined();
    expect(takeUpstream(gateway)).toEqual(['GET /v3/users/sleep/2026-11-20']);
    await stored(mine, claim);
  });

  it('that has proved its user in an earlier process has records found, and more stored, without another proof', async () => {
    await ask(SLEEP, mine);
    await stored(mine);
    await restart();
    expect((await ask(SLEEP, mine)).data).toMatchObject({
      viewer: { day: { night: { sleepScore: expect.any(Number) } } },
    });
    await ask('{ viewer { day(date: "2026-11-19") { activity { steps } } } }', mine);
    expect(takeUpstream(gateway)).toEqual(['GET /v3/users/activities/2026-11-19']);
    const partition = partitionOf(null, createSecret(mine.token));
    const found = async () => (await gateway.store.records.read(partition, 'daily activity', ['2026-11-19'])).length;
    await expect.poll(found).toBe(1);
  });

  it('with the id of another user is answered by its own data, which are filed under its own user', async () => {
    const { errors, data } = await ask(SLEEP, mine, theirs.userId);
    expect(errors).toBeUndefined();
    const sent = takeUpstream(gateway).toSorted();
    expect(data).toEqual((await ask(SLEEP, mine, mine.userId)).data);
    expect(takeUpstream(gateway).toSorted()).toEqual(sent);
    await expect.poll(() => storedOf(mine, theirs.userId)).toBe(mine.userId);
  });
});

describe('a caller with a token of their own who is forgotten', () => {
  it('has what was read with it erased, and nothing that others have read', async () => {
    await ask(SLEEP, mine, mine.userId);
    await ask(SLEEP, theirs, theirs.userId);
    await stored(mine, mine.userId);
    await stored(theirs, theirs.userId);
    takeUpstream(gateway);
    const { data, errors } = await ask(FORGET, mine, mine.userId);
    expect([errors, takeUpstream(gateway)]).toEqual([undefined, []]);
    expect(data).toMatchObject({ forgetMe: { forgotten: true, remaining: 0, userErrors: [] } });
    expect(data['forgetMe']).toMatchObject({ erased: [{ kind: 'RECORDS', count: expect.any(Number) }] });
    expect([await storedOf(mine, mine.userId), await storedOf(theirs, theirs.userId)]).toEqual([null, theirs.userId]);
    expect((await ask(FORGET, mine, mine.userId)).data).toEqual(NOTHING);
    expect((await ask(SLEEP, mine, mine.userId)).extensions.accesslink).toMatchObject({ calls: 2, fromMemory: 0 });
    expect((await ask(SLEEP, theirs, theirs.userId)).extensions.accesslink.calls).toBe(0);
  });

  it('proves with one call who they are when nothing has yet', async () => {
    expect((await ask(FORGET, mine, mine.userId)).data).toEqual(NOTHING);
    expect(takeUpstream(gateway)).toEqual([`GET /v3/users/${mine.userId}`]);
  });

  it('gets a user error when AccessLink does not accept the token', async () => {
    const { data } = await ask(FORGET, { ...mine, token: 'made-up' }, mine.userId);
    expect(data).toEqual({
      forgetMe: { forgotten: false, erased: [], remaining: null, userErrors: [{ code: 'REAUTHENTICATE' }] },
    });
  });

  it('gets a user error without credentials', async () => {
    const { data } = await gateway.ask(FORGET);
    expect(data).toMatchObject({ forgetMe: { forgotten: false, userErrors: [{ code: 'NOT_SIGNED_IN' }] } });
  });

  it('has nothing written back by requests in progress', async () => {
    await ask(SLEEP, mine);
    await stored(mine);
    await ask(FORGET, mine);
    const owner = { partition: 'p', polarUserId: mine.userId, tokenHash: tokenHash(mine.token) };
    await gateway.store.records.write(owner, []);
    expect(await gateway.store.records.ownerOf('p')).toBeNull();
  });
});

describe('a person who signed in', () => {
  const signIn = async () => {
    const browser = createBrowser(gateway);
    await browser.signIn(mine.userId);
    return browser;
  };

  it('and is forgotten has everything of theirs erased, whoever has read it, and stays signed in', async () => {
    const browser = await signIn();
    await ask(SLEEP, mine);
    await browser.ask(SLEEP);
    const owner = { kind: 'ACTIVITY', polarUserId: mine.userId } as const;
    await gateway.store.imports.add(owner, [{ id: 'i', value: {}, importedAt: 1 }]);
    await stored(mine);
    await expect.poll(() => gateway.store.records.ownerOf(partitionOfUser(mine.userId))).toBe(mine.userId);
    takeUpstream(gateway);
    const { data } = await browser.ask<{ forgetMe: { erased: { kind: string }[] } }>(FORGET);
    expect(data.forgetMe).toMatchObject({ forgotten: true, remaining: 0 });
    expect(data.forgetMe.erased.map(({ kind }) => kind)).toEqual(['RECORDS', 'IMPORTED_ITEMS']);
    expect([await storedOf(mine), await gateway.store.imports.list(owner)]).toEqual([null, []]);
    expect((await ask(SLEEP, mine)).extensions.accesslink).toMatchObject({ fromMemory: 0, fromStore: 0 });
    expect((await browser.ask(SLEEP)).errors).toBeUndefined();
  });

  it('and disconnects leaves nothing that was read with tokens of their own', async () => {
    const browser = await signIn();
    await ask(SLEEP, mine, mine.userId);
    await stored(mine, mine.userId);
    const { data } = await browser.ask('mutation { disconnect { confirmed remaining erased { kind count } } }');
    expect(data).toMatchObject({ disconnect: { confirmed: true, remaining: 0 } });
    expect(data).toMatchObject({ disconnect: { erased: expect.arrayContaining([{ kind: 'ACCOUNT', count: 1 }]) } });
    expect(await storedOf(mine, mine.userId)).toBeNull();
  });
});

it('records of a token of the caller’s own are deleted ninety days after their last use, and not before', async () => {
  const { records, erasure } = gateway.store;
  const partition = partitionOf(null, createSecret(mine.token));
  await ask(SLEEP, mine);
  // A record that was still to be written would be a later use.
  const found = (resource: string) => records.read(partition, resource, ['2026-11-20']);
  await expect.poll(async () => (await found('sleep')).length + (await found('daily activity')).length).toBe(2);
  await settled();
  const DAY = 86_400_000;
  gateway.later = 60 * DAY;
  await records.use(partition);
  const unusedAt = (later: number) => {
    gateway.later = later;
    return erasure.unused(Date.parse('2026-11-22T18:30:00Z') + later - 90 * DAY);
  };
  // Those of the other are, whose last use is longer ago.
  expect([await unusedAt(120 * DAY), await storedOf(mine)]).toEqual([1, mine.userId]);
  expect([await unusedAt(151 * DAY), await storedOf(mine)]).toEqual([1, null]);
});
