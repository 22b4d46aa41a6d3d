// Leaving step by step, over a real store and an AccessLink that answers as each test says.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccessLinkError } from '../../src/accesslink/errors.ts';
import type { Transport } from '../../src/accesslink/upstream.ts';
import { createAccountDeletion, type AccountDeletionOptions } from '../../src/jobs/account-deletion.ts';
import { createSecret } from '../../src/secret.ts';
import { openStore } from '../../src/store/open.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../src/store/crypto/encryption.ts';
import type { ReceivedSignal } from '../../src/store/contract/signals.ts';
import type { Store, StoredUser } from '../../src/store/contract/store.ts';

let dataDir: string;
let store: Store;
let user: StoredUser;
const heard: ReceivedSignal[] = [];
const forgotten: string[] = [];
const reports: unknown[] = [];
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'departures-'));
  store = await openStore({ databaseUrl: null, dataDir, keys: parseEncryptionKeys(generateEncryptionKey()) });
  user = await link('token');
  for (const list of [heard, forgotten, reports]) list.length = 0;
  store.signals.listen((one) => heard.push(one));
});
afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

const link = async (token: string) => {
  const linked = { polarUserId: '1', memberId: null, registeredAt: null, token: createSecret(token), connectedAt: 1 };
  await store.users.connect(linked);
  return { ...linked, state: 'connected' } as const;
};
const gone: Transport = async () => ({ status: 204, body: undefined, bytes: 0 });
const refusing =
  (code: AccessLinkError['code']): Transport =>
  async () => {
    throw new AccessLinkError(code, 'no');
  };
const departing = (changes: Partial<AccountDeletionOptions> = {}) =>
  createAccountDeletion({
    store,
    send: gone,
    forget: (id) => forgotten.push(id),
    report: (failure) => reports.push(failure),
    delay: () => 5,
    ...changes,
  });

describe('a departure', () => {
  it('asks with the token, erases, and tells every process', async () => {
    const asked: unknown[] = [];
    const first: Transport = async (request) => {
      asked.push({
        ...request,
        authorization: request.authorization.reveal(),
        state: (await store.users.find('1'))?.state,
      });
      return gone(request);
    };
    expect(await departing().deleteAccount(user, first)).toEqual({ isConfirmed: true });
    expect(asked).toEqual([{ method: 'DELETE', path: '/v3/users/1', authorization: 'Bearer token', state: 'deletion-pending' }]);
    expect(await store.users.find('1')).toBeNull();
    expect(heard).toEqual([{ type: 'erase', polarUserId: '1' }]);
  });

  it('ends every session, and what this process remembers, before AccessLink has confirmed', async () => {
    const departures = departing({ delay: () => 60_000 });
    await store.sessions.create({ tokenHash: 'x', polarUserId: '1', kind: 'app', createdAt: 1, expiresAt: 3 });
    expect(await departures.deleteAccount(user, refusing('unavailable'))).toEqual({ isConfirmed: false });
    expect([forgotten, heard, await store.sessions.find('x', 2)]).toEqual([['1'], [], null]);
    departures.close();
  });

  it('of somebody who signs in again while AccessLink is asked erases nothing', async () => {
    const returning: Transport = async (request) => {
      await link('another token');
      return gone(request);
    };
    await departing().deleteAccount(user, returning);
    expect((await store.users.find('1'))?.token.reveal()).toBe('another token');
    expect(heard).toEqual([]);
  });

  it.each(['unavailable', 'timeout', 'rate-limited', 'forbidden', 'invalid'] as const)(
    'that meets %s is tried again until it is confirmed, and nobody is alarmed',
    async (code) => {
      let left = 3;
      const waits: number[] = [];
      const send: Transport = (request) => (left-- > 0 ? refusing(code)(request) : gone(request));
      const delay = (failures: number) => {
        waits.push(failures);
        return 1;
      };
      await departing({ send, delay }).deleteAccount(user, refusing(code));
      await expect.poll(() => store.users.find('1')).toBeNull();
      expect([waits, reports]).toEqual([[1, 2, 3, 4], []]);
    },
  );

  it('whose erasure fails is reported and tried again', async () => {
    const { users } = store;
    const erase = users.erase.bind(users);
    users.erase = async () => {
      users.erase = erase;
      throw new Error('no space');
    };
    expect(await departing().deleteAccount(user, gone)).toEqual({ isConfirmed: false });
    await expect.poll(() => store.users.find('1')).toBeNull();
    expect(reports).toMatchObject([{ message: 'no space' }]);
  });

  it('is not tried again after the end, and goes on at the next start', async () => {
    const departures = departing();
    await departures.deleteAccount(user, refusing('unavailable'));
    departures.close();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect((await store.users.find('1'))?.state).toBe('deletion-pending');
    await departing().resume();
    expect(await store.users.find('1')).toBeNull();
  });
});
