// What goes on beside requests: what has expired goes, at the start and every ten minutes, and tokens get the newest key.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMemoryTier } from '../../src/loading/cache/memory-tier.ts';
import { createSecret } from '../../src/secret.ts';
import { createCleanup } from '../../src/jobs/cleanup.ts';
import { openStore } from '../../src/store/open.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../src/store/crypto/encryption.ts';
import type { Store } from '../../src/store/contract/store.ts';

const [old, newest] = [generateEncryptionKey(), generateEncryptionKey()];
let dataDir: string;
let store: Store;
let reports: unknown[];
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'upkeep-'));
  store = await openStore({ databaseUrl: null, dataDir, keys: parseEncryptionKeys(old) });
  reports = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
  rmSync(dataDir, { recursive: true });
});

const upkeepAt = (now: () => number) =>
  createCleanup({
    store,
    memory: createMemoryTier(1e6),
    send: async () => ({ status: 204, body: undefined, bytes: 0 }),
    report: (failure) => reports.push(failure),
    now,
  });
const keepUntil = async (expiresAt: number) => {
  const kept = { polarUserId: '1', createdAt: 1, expiresAt };
  await store.sessions.create({ ...kept, tokenHash: `session ${expiresAt}`, kind: 'app' });
  await store.oneTimeTokens.put({ kind: 'state', hash: `state ${expiresAt}`, polarUserId: null, value: {}, expiresAt });
};
/** Whether there is a session, and a state, that ends then. Found as of the beginning of time; the state goes by it. */
const isKept = async (expiresAt: number) => [
  (await store.sessions.find(`session ${expiresAt}`, 0)) !== null,
  (await store.oneTimeTokens.redeem('state', `state ${expiresAt}`, 0)) !== null,
];

it('drops what has expired at the start, and no more', async () => {
  for (const expiresAt of [1_000, 1_001]) await keepUntil(expiresAt);
  const upkeep = upkeepAt(() => 1_000);
  await upkeep.start();
  expect([await isKept(1_000), await isKept(1_001)]).toEqual([
    [false, false],
    [true, true],
  ]);
  upkeep.close();
});

it('drops what expires later within ten minutes, until it is closed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let now = 1_000;
  const upkeep = upkeepAt(() => now);
  await upkeep.start();
  await keepUntil(2_000);
  now = 2_000;
  vi.advanceTimersByTime(600_000);
  await expect.poll(() => store.sessions.find('session 2000', 0)).toBeNull();
  upkeep.close();
  expect(vi.getTimerCount()).toBe(0);
});

it('encrypts tokens with the newest key at the start', async () => {
  await store.users.connect({
    polarUserId: '1',
    memberId: null,
    registeredAt: null,
    token: createSecret('t'),
    connectedAt: 1,
  });
  await store.close();
  store = await openStore({ databaseUrl: null, dataDir, keys: parseEncryptionKeys(`${newest},${old}`) });
  const upkeep = upkeepAt(() => 1);
  await upkeep.start();
  upkeep.close();
  await store.close();
  store = await openStore({ databaseUrl: null, dataDir, keys: parseEncryptionKeys(newest) });
  expect((await store.users.find('1'))?.token.reveal()).toBe('t');
});

it('reports what fails and does the rest', async () => {
  store.users.rotateKeys = () => Promise.reject(new Error('locked'));
  await keepUntil(1);
  const upkeep = upkeepAt(() => 1);
  await upkeep.start();
  upkeep.close();
  expect([reports, await isKept(1)]).toMatchObject([[{ message: 'locked' }], [false, false]]);
});
