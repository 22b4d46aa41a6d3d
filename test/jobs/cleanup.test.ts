// What has expired is deleted at the start and every ten minutes, and tokens are encrypted with the newest key.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startCleanup } from '../../src/jobs/cleanup.ts';
import { createScheduler, type Scheduler } from '../../src/jobs/scheduler.ts';
import { createSecret } from '../../src/secret.ts';
import { openStore } from '../../src/store/open.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../src/store/crypto/encryption.ts';
import type { Store } from '../../src/store/contract/store.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { systemClock } from '../../src/system-clock.ts';

const NOW = 1_000;
const TEN_MINUTES = 600_000;
const [old, newest] = [generateEncryptionKey(), generateEncryptionKey()];
let dataDir: string;
let store: Store;
let clock: VirtualClock;
let scheduler: Scheduler;
let reports: unknown[];
let warnings: string[];
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'cleanup-'));
  clock = createVirtualClock(NOW);
  const storeClock = { ...systemClock, now: clock.now };
  store = await openStore({ databaseUrl: null, dataDir, keys: parseEncryptionKeys(old), clock: storeClock });
  reports = [];
  warnings = [];
  scheduler = createScheduler({ clock, random: () => 0, report: (failure) => reports.push(failure) });
});
afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

const start = async () => {
  startCleanup({ store, scheduler, now: clock.now, unusedRecordsDays: 90, warn: (warning) => warnings.push(warning) });
  await clock.advance(0);
};
const addExpiringAt = async (expiresAt: number) => {
  const session = { polarUserId: '1', createdAt: 1, expiresAt };
  await store.sessions.create({ ...session, tokenHash: `session ${expiresAt}`, kind: 'app' });
  await store.oneTimeTokens.put({ kind: 'code', hash: `code ${expiresAt}`, polarUserId: '1', value: {}, expiresAt });
};
const use = { kind: 'code', now: 0, result: '', keepUntil: 0 } as const;
/** Whether there is a session, and a one-time token, that expires then: looked up as of 1970. Uses the token. */
const isStored = async (expiresAt: number) => [
  (await store.sessions.find(`session ${expiresAt}`, 0)) !== null,
  (await store.oneTimeTokens.use({ ...use, hash: `code ${expiresAt}` })) !== null,
];

describe('the cleanup', () => {
  it('deletes at the start what has expired, and no more', async () => {
    for (const expiresAt of [NOW, NOW + 1]) await addExpiringAt(expiresAt);
    await start();
    expect([await isStored(NOW), await isStored(NOW + 1)]).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('deletes what expires later within ten minutes, until the scheduler stops', async () => {
    await start();
    await addExpiringAt(NOW + 1);
    await clock.advance(TEN_MINUTES - 1);
    expect(await store.sessions.find(`session ${NOW + 1}`, 0)).not.toBeNull();
    await clock.advance(1);
    expect(await isStored(NOW + 1)).toEqual([false, false]);
    await scheduler.stop(1_000);
    await addExpiringAt(NOW + 2);
    await clock.advance(10 * TEN_MINUTES);
    expect(await isStored(NOW + 2)).toEqual([true, true]);
  });

  it('deletes what erasures leave, when their minute is over', async () => {
    const database = new DatabaseSync(join(dataDir, 'accesslink.db'));
    onTestFinished(() => database.close());
    const erasures = () => database.prepare('select count(*) as count from erasures').get();
    await store.erasure.user('1');
    await start();
    expect(erasures()).toEqual({ count: 1 });
    await clock.advance(TEN_MINUTES);
    expect(erasures()).toEqual({ count: 0 });
  });

  it('encrypts tokens with the newest key at the start', async () => {
    const user = { polarUserId: '1', memberId: null, registeredAt: null, token: createSecret('t'), connectedAt: 1 };
    await store.users.connect(user);
    await store.close();
    store = await openStore({
      databaseUrl: null,
      dataDir,
      keys: parseEncryptionKeys(`${newest},${old}`),
      clock: systemClock,
    });
    await start();
    await store.close();
    store = await openStore({ databaseUrl: null, dataDir, keys: parseEncryptionKeys(newest), clock: systemClock });
    expect((await store.users.find('1'))?.token.reveal()).toBe('t');
  });

  it('reports a failed rotation of keys, does the rest, and rotates them a minute later', async () => {
    const { encryption } = store;
    const rotateKeys = encryption.rotateKeys.bind(encryption);
    const rotations: number[] = [];
    encryption.rotateKeys = async () => {
      rotations.push(clock.now());
      if (rotations.length === 1) throw new Error('locked');
      return rotateKeys();
    };
    await addExpiringAt(1);
    await start();
    expect([reports, await isStored(1)]).toMatchObject([[{ message: 'locked' }], [false, false]]);
    await clock.advance(10 * TEN_MINUTES);
    expect(rotations).toEqual([NOW, NOW + 60_000]);
  });
});
