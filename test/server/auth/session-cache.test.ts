// Who a session is of, while the store is not available.
import { beforeEach, describe, expect, it } from 'vitest';
import { createSessionCache, type SessionCache } from '../../../src/server/auth/session-cache.ts';
import { createSecret } from '../../../src/secret.ts';
import { StoreError } from '../../../src/store/contract/errors.ts';
import type { ReceivedSignal } from '../../../src/store/contract/signals.ts';
import type { StoredSession } from '../../../src/store/contract/sessions.ts';
import type { StoredUser } from '../../../src/store/contract/users.ts';
import type { Store } from '../../../src/store/contract/store.ts';

const unavailable = new StoreError('unavailable', 'gone');
let failure: Error | null;
let now: number;
let sessions: Map<string, StoredSession>;
let signal: (received: ReceivedSignal) => void;
let cache: SessionCache;
/** The hashes that the store was asked for. */
let reads: string[];

const session = (tokenHash: string, polarUserId: string): StoredSession => ({
  tokenHash,
  polarUserId,
  kind: 'app',
  createdAt: 0,
  expiresAt: 3_600_000,
  lastUsedAt: 0,
});
const user = (polarUserId: string): StoredUser => ({
  polarUserId,
  memberId: null,
  registeredAt: null,
  token: createSecret('t'),
  state: 'connected',
  connectedAt: 0,
});

function fakeStore(): Pick<Store, 'sessions' | 'users' | 'signals'> {
  const available = async <T>(result: () => T) => {
    if (failure) throw failure;
    return result();
  };
  const find = (hash: string) => {
    reads.push(hash);
    return available(() => sessions.get(hash) ?? null);
  };
  const remove = (hash: string) => available(() => void sessions.delete(hash));
  return {
    sessions: { find, delete: remove, deleteOfUser: () => available(() => sessions.clear()) },
    users: { find: (id: string) => available(() => user(id)) },
    signals: {
      send: async () => {},
      listen: (listener: typeof signal) => {
        signal = listener;
        return () => {};
      },
    },
  } as unknown as Store;
}

beforeEach(async () => {
  [failure, now, reads] = [null, 1_000, []];
  sessions = new Map([
    ['a', session('a', '1')],
    ['b', session('b', '2')],
  ]);
  cache = createSessionCache({ store: fakeStore(), now: () => now, maxSessions: 2 });
  await Promise.all([cache.find('a'), cache.find('b')]);
});

const userIds = () =>
  Promise.all(
    ['a', 'b'].map((hash) =>
      cache.find(hash).then(
        (known) => known?.user.polarUserId ?? null,
        (error: unknown) => error,
      ),
    ),
  );

describe('a session', () => {
  it('is remembered for a minute since the store last had it, and only while the store fails', async () => {
    failure = unavailable;
    now += 60_000;
    expect(await userIds()).toEqual(['1', '2']);
    now += 1;
    expect(await userIds()).toEqual([unavailable, unavailable]);
    failure = null;
    sessions.delete('a');
    expect(await userIds()).toEqual([null, '2']);
    failure = unavailable;
    expect(await userIds()).toEqual([null, '2']);
  });

  it('is not remembered beyond its own end, nor by a clock that was set back', async () => {
    failure = unavailable;
    now = 3_600_000;
    expect(await userIds()).toEqual([unavailable, unavailable]);
    now = 1_000 - 60_001;
    expect(await userIds()).toEqual([unavailable, unavailable]);
  });

  it('is not remembered in the place of a failure that is not about the store', async () => {
    failure = new StoreError('undecryptable', 'no key');
    expect(await userIds()).toEqual([failure, failure]);
  });

  it.each<[string, () => unknown, unknown[]]>([
    ['signing out, although the store fails', () => cache.sessions.delete('a').catch(() => {}), [unavailable, '2']],
    ['the end of all sessions of the user', () => cache.sessions.deleteOfUser('1').catch(() => {}), [unavailable, '2']],
    ['the erasure of the user by any process', () => signal({ type: 'erase', polarUserId: '1' }), [unavailable, '2']],
    ['signals that were missed', () => signal({ type: 'missed' }), [unavailable, unavailable]],
  ])('is forgotten at %s', async (_, happen, expected) => {
    failure = unavailable;
    await happen();
    expect(await userIds()).toEqual(expected);
  });

  it('is forgotten when more are found since than are remembered', async () => {
    sessions.set('c', session('c', '3'));
    await cache.find('a');
    await cache.find('c');
    failure = unavailable;
    expect(await userIds()).toEqual(['1', unavailable]);
  });
});

describe('a token of no session', () => {
  const found = async (hash: string, times = 1) => {
    for (let nth = 1; nth < times; nth += 1) await cache.find(hash);
    return cache.find(hash);
  };

  it('costs one read of the store a minute, however often it is sent', async () => {
    expect(await found('made up', 100)).toBeNull();
    now += 60_000;
    await found('made up');
    expect(reads.filter((hash) => hash === 'made up')).toHaveLength(1);
    now += 1;
    await found('made up');
    expect(reads.filter((hash) => hash === 'made up')).toHaveLength(2);
  });

  it('is of no session while the store fails, too, and one that was never sent is not', async () => {
    await found('made up');
    failure = unavailable;
    expect(await found('made up')).toBeNull();
    await expect(cache.find('another')).rejects.toBe(unavailable);
  });

  it('takes nothing from those who have one, however many are made up', async () => {
    for (let nth = 0; nth < 100; nth += 1) await found(`made up ${nth}`);
    failure = unavailable;
    expect(await userIds()).toEqual(['1', '2']);
    expect(await found('made up 99')).toBeNull();
    await expect(cache.find('made up 0')).rejects.toBe(unavailable);
  });
});
