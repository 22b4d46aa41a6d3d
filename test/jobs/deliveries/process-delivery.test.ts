// What becomes of a delivery: done, tried again later, or given up.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccessLinkError, type AccessLinkErrorCode } from '../../../src/accesslink/errors.ts';
import type { Loaders } from '../../../src/domain/loaders.ts';
import { checkRead } from '../../../src/jobs/deliveries/refresh.ts';
import { MAX_ATTEMPTS, pauseAfter, processDelivery } from '../../../src/jobs/deliveries/process-delivery.ts';
import { OutOfWindowError } from '../../../src/loading/errors.ts';
import type { CachedValue } from '../../../src/loading/context.ts';
import { isoDate } from '../../../src/calendar.ts';
import { createSecret } from '../../../src/secret.ts';
import { openStore } from '../../../src/store/open.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../../src/store/crypto/encryption.ts';
import type { Store } from '../../../src/store/contract/store.ts';

const NOW = Date.parse('2026-11-22T18:30:00Z');
const USER = '475';
const BODY = JSON.stringify({ event: 'SLEEP', user_id: 475, date: '2026-11-20', timestamp: 'a' });

const EXERCISE = JSON.stringify({ event: 'EXERCISE', user_id: 475, entity_id: 'abc', timestamp: 'b' });

let dataDir: string;
let store: Store;
let now: number;
let troubles: string[];
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'work-'));
  store = await openStore({
    databaseUrl: null,
    dataDir,
    keys: parseEncryptionKeys(generateEncryptionKey()),
    now: () => now,
  });
  now = NOW;
  troubles = [];
  const token = createSecret('token');
  await store.users.connect({ polarUserId: USER, memberId: null, registeredAt: null, token, connectedAt: NOW });
  await store.inbox.add({ key: BODY, polarUserId: USER, body: BODY, receivedAt: NOW });
});
afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

type Load = () => Promise<CachedValue<unknown>>;

/** Processes what is due, with loaders that all load the same; how much was due. */
async function work(load: Load): Promise<number> {
  const due = await store.inbox.claim({ now, leaseMs: 60_000, limit: 10 });
  const loadersFor = () => new Proxy({} as Loaders, { get: () => ({ load }) });
  const warn = (what: string) => void troubles.push(what);
  const options = { store, loadersFor, end: async () => {}, now: () => now, warn };
  for (const delivery of due) await processDelivery(delivery, options);
  return due.length;
}

const events = () => store.events.after(USER, null, 10);
const fails =
  (failure: Error): Load =>
  () =>
    Promise.reject(failure);
const loads =
  (...value: unknown[]): Load =>
  async () => ({ value, fetchedAt: 0, stale: false });
const upstream = (code: AccessLinkErrorCode) => new AccessLinkError(code, code);

describe('a delivery', () => {
  it('is published with the day that the records are of, and is done', async () => {
    await store.inbox.add({ key: EXERCISE, polarUserId: USER, body: EXERCISE, receivedAt: NOW });
    await work(loads({ start_time: '2026-11-19T08:00:00' }));
    expect(await events()).toMatchObject([
      { type: 'SLEEP', date: '2026-11-20', polarUserId: USER },
      { type: 'EXERCISE', date: '2026-11-19', entityId: 'abc' },
    ]);
    expect(await store.inbox.pending()).toBe(0);
  });

  it.each(['unavailable', 'timeout', 'rate-limited', 'invalid'] as const)(
    'is tried again when AccessLink is %s, later each time, and told when it works',
    async (code) => {
      for (const attempt of [1, 2, 3]) {
        expect(await work(fails(upstream(code)))).toBe(1);
        now += pauseAfter(attempt) - 1;
        expect(await work(fails(upstream(code)))).toBe(0);
        now += 1;
      }
      expect(await events()).toEqual([]);
      await work(loads());
      expect(await events()).toHaveLength(1);
      expect(troubles).toEqual([]);
    },
  );

  it('that never works is told in the end all the same, and noticed once', async () => {
    let tries = 0;
    while ((await store.inbox.pending()) > 0) {
      tries += await work(fails(new Error('broken')));
      now += pauseAfter(tries);
    }
    expect(tries).toBe(MAX_ATTEMPTS);
    expect(now - NOW).toBeGreaterThan(86_400_000);
    expect(troubles).toEqual(['delivery given up']);
    expect(await events()).toMatchObject([{ date: '2026-11-20' }]);
  });

  it('of somebody whose token Polar has ended is told at once: whoever asks sees why nothing can be read', async () => {
    await work(fails(upstream('unauthorized')));
    expect(await events()).toHaveLength(1);
    expect(await store.inbox.pending()).toBe(0);
  });

  it.each([
    ['nobody knows', async () => store.users.erase(USER)],
    ['wants to be forgotten', async () => void (await store.users.mark(USER, 'leaving'))],
  ])('about somebody who %s is dropped, and nothing is asked', async (_, prepare) => {
    await prepare();
    await store.inbox.add({ key: 'again', polarUserId: null, body: BODY, receivedAt: NOW });
    await work(() => Promise.reject(new Error('asked')));
    expect(await events()).toEqual([]);
    expect(await store.inbox.pending()).toBe(0);
  });

  it('whose process died between telling and being done is told once', async () => {
    const working = { ...store.inbox };
    Object.assign(store.inbox, { done: () => Promise.reject(new Error('killed')) });
    await expect(work(loads())).rejects.toThrow('killed');
    Object.assign(store.inbox, working);
    now += 60_000;
    expect(await work(loads())).toBe(1);
    expect(await events()).toHaveLength(1);
  });
});

describe('what was read', () => {
  const held = (stale: boolean) => ({ status: 'fulfilled', value: { value: [], fetchedAt: 0, stale } }) as const;
  const failed = (reason: Error) => ({ status: 'rejected', reason }) as const;

  it('is good although one resource is refused for good', () => {
    const refusals = [upstream('forbidden'), upstream('refused'), new OutOfWindowError('x', isoDate('2020-01-01'), 1)];
    expect(checkRead([held(false), ...refusals.map(failed)])).toHaveLength(1);
  });

  it('is not when old records came in the place of new ones', () => {
    expect(() => checkRead([held(false), held(true)])).toThrow('Cannot read the records of an event');
  });

  it.each([upstream('unavailable'), new TypeError('a bug')])('is not when there is %s', (failure) => {
    expect(() => checkRead([held(false), failed(failure)])).toThrow(failure.message);
  });

  it('shows first that the token is not accepted', () => {
    expect(() => checkRead([failed(upstream('unavailable')), failed(upstream('unauthorized'))])).toThrow(
      'unauthorized',
    );
  });
});
