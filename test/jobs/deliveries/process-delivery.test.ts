// What becomes of a delivery: done, attempted again later, or given up.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccessLinkError, type AccessLinkErrorCode } from '../../../src/accesslink/errors.ts';
import type { Loaders } from '../../../src/domain/loaders.ts';
import { backoffMs } from '../../../src/jobs/backoff.ts';
import {
  DELIVERY_BACKOFF,
  MAX_ATTEMPTS,
  MAX_SEARCHES,
  processDelivery,
} from '../../../src/jobs/deliveries/process-delivery.ts';
import type { CachedValue } from '../../../src/loading/context.ts';
import { createSecret } from '../../../src/secret.ts';
import { openStore } from '../../../src/store/open.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../../src/store/crypto/encryption.ts';
import type { Store } from '../../../src/store/contract/store.ts';
import { clockAt } from '../../support/clocks.ts';

const NOW = Date.parse('2026-11-22T18:30:00Z');
const USER = '475';
const BODY = JSON.stringify({ event: 'SLEEP', user_id: 475, date: '2026-11-20', timestamp: 'a' });

const EXERCISE = JSON.stringify({ event: 'EXERCISE', user_id: 475, entity_id: 'abc', timestamp: 'b' });

let dataDir: string;
let store: Store;
let now: number;
let chance: number;
let warnings: string[];
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'process-delivery-'));
  store = await openStore({
    databaseUrl: null,
    dataDir,
    keys: parseEncryptionKeys(generateEncryptionKey()),
    clock: clockAt(() => now),
  });
  now = NOW;
  chance = 0;
  warnings = [];
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
async function processDue(load: Load, flushed = async () => {}): Promise<number> {
  const due = await store.inbox.claim({ now, leaseMs: 60_000, limit: 10 });
  const options = {
    store,
    loadersFor: () => new Proxy({} as Loaders, { get: () => ({ load }) }),
    invalidate: async () => {},
    flushed,
    now: () => now,
    random: () => chance,
    warn: (warning: string) => void warnings.push(warning),
  };
  for (const delivery of due) await processDelivery(delivery, options);
  return due.length;
}

/** How long the next attempt waits. */
const waitAfter = (attempts: number) => backoffMs(attempts, DELIVERY_BACKOFF, () => chance);
const events = () => store.events.after(USER, null, 10);
const failWith =
  (failure: Error): Load =>
  () =>
    Promise.reject(failure);
const loadValue =
  (...value: unknown[]): Load =>
  async () => ({ value, fetchedAt: 0, stale: false });
const NIGHT = { date: '2026-11-20' };
const upstream = (code: AccessLinkErrorCode) => new AccessLinkError(code, code);

describe('a delivery', () => {
  it('is published with the date of the records, and is done', async () => {
    await store.inbox.add({ key: EXERCISE, polarUserId: USER, body: EXERCISE, receivedAt: NOW });
    await processDue(loadValue({ start_time: '2026-11-19T08:00:00' }));
    expect(await events()).toMatchObject([
      { type: 'SLEEP', date: '2026-11-20', polarUserId: USER },
      { type: 'EXERCISE', date: '2026-11-19', entityId: 'abc' },
    ]);
    expect(await store.inbox.pending()).toBe(0);
  });

  it('is published when what was read for it is in the store, and not before', async () => {
    const published: number[] = [];
    await processDue(loadValue(NIGHT), async () => void published.push((await events()).length));
    expect([published, (await events()).length]).toEqual([[0], 1]);
  });

  it.each(['unavailable', 'timeout', 'invalid'] as const)(
    'is attempted again when AccessLink is %s, later each time, and published when it succeeds',
    async (code) => {
      for (const attempt of [1, 2, 3]) {
        expect(await processDue(failWith(upstream(code)))).toBe(1);
        now += waitAfter(attempt) - 1;
        expect(await processDue(failWith(upstream(code)))).toBe(0);
        now += 1;
      }
      expect(await events()).toEqual([]);
      await processDue(loadValue(NIGHT));
      expect(await events()).toHaveLength(1);
      expect(warnings).toEqual(['delivery failed', 'delivery failed', 'delivery failed']);
    },
  );

  it.each([
    { seconds: 7_200, waitMs: 7_200_000 },
    { seconds: 1, waitMs: DELIVERY_BACKOFF.firstMs },
  ])('that the request budget has no call for $seconds seconds waits so long, or the usual pause', async (about) => {
    const failure = new AccessLinkError('rate-limited', 'Too many', { retryAfterSeconds: about.seconds });
    expect(await processDue(failWith(failure))).toBe(1);
    now += about.waitMs - 1;
    expect(await processDue(loadValue(NIGHT))).toBe(0);
    now += 1;
    expect(await processDue(loadValue(NIGHT))).toBe(1);
    expect([(await events()).length, warnings]).toEqual([1, ['delivery failed']]);
  });

  it('whose record is not there yet is attempted again with pauses, and published when it is', async () => {
    for (const attempt of [1, 2, 3]) {
      expect(await processDue(loadValue())).toBe(1);
      expect([await events(), warnings]).toEqual([[], []]);
      now += waitAfter(attempt);
    }
    await processDue(loadValue(NIGHT));
    expect(await events()).toHaveLength(1);
    expect(await store.inbox.pending()).toBe(0);
  });

  it('whose record never comes is published without a warning after some minutes', async () => {
    let attempts = 0;
    while (attempts <= MAX_SEARCHES && (await store.inbox.pending()) > 0) {
      attempts += await processDue(loadValue());
      now += waitAfter(attempts);
    }
    expect(attempts).toBe(MAX_SEARCHES);
    expect(now - NOW).toBeLessThan(15 * 60_000);
    expect(warnings).toEqual([]);
    expect(await events()).toMatchObject([{ date: '2026-11-20' }]);
  });

  it('that never succeeds is published in the end all the same, with a warning of its own', async () => {
    chance = 0.999;
    let attempts = 0;
    while ((await store.inbox.pending()) > 0) {
      attempts += await processDue(failWith(new Error('reauthentication-required')));
      now += waitAfter(attempts);
    }
    expect(attempts).toBe(MAX_ATTEMPTS);
    expect(now - NOW).toBeGreaterThan(86_400_000);
    const retried = Array.from({ length: MAX_ATTEMPTS - 1 }, () => 'delivery failed');
    expect(warnings).toEqual([...retried, 'delivery given up']);
    expect(await events()).toMatchObject([{ date: '2026-11-20' }]);
  });

  it('about a user whose token is not accepted any more is published at once: whoever asks sees why nothing can be read', async () => {
    await processDue(failWith(upstream('unauthorized')));
    expect(await events()).toHaveLength(1);
    expect(await store.inbox.pending()).toBe(0);
  });

  it.each([
    ['is not known here', async () => store.erasure.user(USER)],
    ['has asked for their deletion', async () => void (await store.users.mark(USER, 'deletion-pending'))],
  ])('about a user who %s is dropped without a request', async (_, prepare) => {
    await prepare();
    await store.inbox.add({ key: 'again', polarUserId: null, body: BODY, receivedAt: NOW });
    await processDue(() => Promise.reject(new Error('asked')));
    expect(await events()).toEqual([]);
    expect(await store.inbox.pending()).toBe(0);
  });

  it('whose process dies between the event and its mark as done is published once', async () => {
    const working = { ...store.inbox };
    Object.assign(store.inbox, { done: () => Promise.reject(new Error('killed')) });
    await expect(processDue(loadValue(NIGHT))).rejects.toThrow('killed');
    Object.assign(store.inbox, working);
    now += 60_000;
    expect(await processDue(loadValue(NIGHT))).toBe(1);
    expect(await events()).toHaveLength(1);
  });
});
