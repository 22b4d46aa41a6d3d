// Deleting an account step by step, over a real store, a virtual clock and an AccessLink that answers as each test says.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccessLinkError } from '../../src/accesslink/errors.ts';
import type { Transport } from '../../src/accesslink/upstream.ts';
import { createAccountDeletion } from '../../src/jobs/account-deletion.ts';
import { createKeyedMutex } from '../../src/keyed-mutex.ts';
import { createScheduler, type Scheduler } from '../../src/jobs/scheduler.ts';
import { createSecret } from '../../src/secret.ts';
import { openStore } from '../../src/store/open.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../src/store/crypto/encryption.ts';
import type { ReceivedSignal } from '../../src/store/contract/signals.ts';
import type { Store } from '../../src/store/contract/store.ts';
import type { StoredUser } from '../../src/store/contract/users.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { systemClock } from '../../src/system-clock.ts';

const DAY_MS = 86_400_000;
const going = new AbortController().signal;

let dataDir: string;
let store: Store;
let user: StoredUser;
let clock: VirtualClock;
let scheduler: Scheduler;
const signals: ReceivedSignal[] = [];
const forgotten: string[] = [];
const reports: unknown[] = [];
const report = (failure: unknown) => reports.push(failure);
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'account-deletion-'));
  const keys = parseEncryptionKeys(generateEncryptionKey());
  store = await openStore({ databaseUrl: null, dataDir, keys, clock: systemClock });
  user = await connect('token');
  clock = createVirtualClock();
  scheduler = createScheduler({ clock, random: () => 0, report });
  for (const list of [signals, forgotten, reports]) list.length = 0;
  store.signals.listen((one) => signals.push(one));
});
afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

async function connect(token: string, polarUserId = '1'): Promise<StoredUser> {
  const connected = { polarUserId, memberId: null, registeredAt: null, token: createSecret(token), connectedAt: 1 };
  await store.users.connect(connected);
  return { ...connected, state: 'connected' };
}
const confirm: Transport = async () => ({ status: 204, body: undefined });
const failWith =
  (code: AccessLinkError['code']): Transport =>
  async () => {
    throw new AccessLinkError(code, 'no');
  };
/** `send`: how AccessLink answers in the background. */
const forget = (owner: object) => forgotten.push(Object.values(owner).join());
const rest = { forget, accountMutex: createKeyedMutex(), report };
const deletionWith = (send = confirm) => createAccountDeletion({ ...rest, store, send, scheduler });

describe('the deletion of an account', () => {
  it('asks AccessLink with the token, erases, and signals that to every process', async () => {
    const requests: unknown[] = [];
    const send: Transport = async (request) => {
      const state = (await store.users.find('1'))?.state;
      requests.push({ ...request, authorization: request.authorization.reveal(), state });
      return confirm(request);
    };
    expect(await deletionWith().deleteAccount(user, send)).toMatchObject({
      isConfirmed: true,
      erasure: { erased: { users: 1, records: 0 }, remaining: 0 },
    });
    expect(requests).toEqual([
      { method: 'DELETE', path: '/v3/users/1', authorization: 'Bearer token', state: 'deletion-pending' },
    ]);
    expect(await store.users.find('1')).toBeNull();
    expect(signals).toEqual([{ type: 'erase', polarUserId: '1' }]);
    expect(clock.pending()).toBe(0);
  });

  it('ends every session and drops what this process has cached before AccessLink has confirmed', async () => {
    await store.sessions.create({ tokenHash: 'x', polarUserId: '1', kind: 'app', createdAt: 1, expiresAt: 3 });
    const result = await deletionWith().deleteAccount(user, failWith('unavailable'));
    expect(result).toEqual({ isConfirmed: false, erasure: null });
    expect([forgotten, await store.sessions.find('x', 2)]).toEqual([['1'], null]);
    expect(signals).toEqual([{ type: 'sessions', polarUserId: '1' }]);
  });

  it('erases nothing of a person who signs in again while AccessLink is asked', async () => {
    const send: Transport = async (request) => {
      await connect('another token');
      return confirm(request);
    };
    await store.records.write({ partition: 'p', polarUserId: '1' }, []);
    await deletionWith().deleteAccount(user, send);
    expect((await store.users.find('1'))?.token.reveal()).toBe('another token');
    expect(signals).toEqual([{ type: 'erase', polarUserId: '1' }]);
  });

  it('erases nothing of a person who signs in again between the answer of AccessLink and the erasure', async () => {
    const { erasure } = store;
    const erase = erasure.pendingUser.bind(erasure);
    erasure.pendingUser = async (pending) => {
      await connect('another token');
      return erase(pending);
    };
    expect(await deletionWith().deleteAccount(user, confirm)).toEqual({ isConfirmed: true, erasure: null });
    expect((await store.users.find('1'))?.token.reveal()).toBe('another token');
  });

  it('whose data are erased is forgotten in this process before the answer, and so is a token', async () => {
    for (const owner of [{ polarUserId: '1' }, { tokenHash: 'digest' }]) await deletionWith().eraseData(owner);
    expect(forgotten).toEqual(['1', 'digest']);
  });

  it('whose bytes cannot be removed from the files at once has them removed later', async () => {
    const { erasure } = store;
    const erase = erasure.pendingUser.bind(erasure);
    let purges = 0;
    erasure.pendingUser = async (pending) => {
      const erased = await erase(pending);
      return erased && { ...erased, isPurged: false };
    };
    erasure.purge = async () => {
      purges += 1;
      if (purges < 3) throw new Error('another process reads');
    };
    expect(await deletionWith().deleteAccount(user, confirm)).toMatchObject({ isConfirmed: true });
    await clock.advance(DAY_MS);
    expect([purges, await store.users.find('1')]).toEqual([3, null]);
  });

  it.each(['unavailable', 'timeout', 'rate-limited', 'forbidden', 'invalid'] as const)(
    'that meets %s is retried until it is confirmed, later each time, and not reported',
    async (code) => {
      const times: number[] = [];
      const send: Transport = (request) => {
        times.push(clock.now());
        return times.length < 4 ? failWith(code)(request) : confirm(request);
      };
      await deletionWith(send).deleteAccount(user, failWith(code));
      await clock.advance(DAY_MS);
      expect(await store.users.find('1')).toBeNull();
      expect([times, reports]).toEqual([[2_000, 6_000, 14_000, 30_000], []]);
    },
  );

  it('that never succeeds is retried every hour in the end', async () => {
    const times: number[] = [];
    const send: Transport = (request) => {
      times.push(clock.now());
      return failWith('unavailable')(request);
    };
    await deletionWith(send).deleteAccount(user, failWith('unavailable'));
    await clock.advance(2 * DAY_MS);
    expect((times.at(-1) ?? 0) - (times.at(-2) ?? 0)).toBe(3_600_000);
  });

  it('whose erasure fails is reported and retried', async () => {
    const { erasure } = store;
    const erase = erasure.pendingUser.bind(erasure);
    erasure.pendingUser = async () => {
      erasure.pendingUser = erase;
      throw new Error('no space');
    };
    expect(await deletionWith().deleteAccount(user, confirm)).toEqual({ isConfirmed: false, erasure: null });
    await clock.advance(DAY_MS);
    expect(await store.users.find('1')).toBeNull();
    expect(reports).toMatchObject([{ message: 'no space' }]);
  });

  it('is not retried after the scheduler has stopped, and is resumed by the next process', async () => {
    await deletionWith().deleteAccount(user, failWith('unavailable'));
    await scheduler.stop(1_000);
    await clock.advance(DAY_MS);
    expect((await store.users.find('1'))?.state).toBe('deletion-pending');
    await deletionWith().resume(going);
    expect(await store.users.find('1')).toBeNull();
  });

  it('is resumed for one account after the other, and for no further one when the scheduler stops', async () => {
    for (const id of ['1', '2', '3']) {
      await connect('token', id);
      await store.users.mark(id, 'deletion-pending');
    }
    const stopping = new AbortController();
    const paths: string[] = [];
    const send: Transport = async (request) => {
      paths.push(request.path);
      if (paths.length === 2) stopping.abort();
      return failWith('unavailable')(request);
    };
    await deletionWith(send).resume(stopping.signal);
    expect(paths).toEqual(['/v3/users/1', '/v3/users/2']);
  });
});
