// Who a session is of, cached for a minute: people who signed in are answered while the store is not.
import { isStoreUnavailable } from '../../store/contract/errors.ts';
import type { StoredSession, SessionStore } from '../../store/contract/sessions.ts';
import type { Store } from '../../store/contract/store.ts';
import type { StoredUser } from '../../store/contract/users.ts';

/** A session with its user. */
export interface KnownSession {
  readonly session: StoredSession;
  readonly user: StoredUser;
}

export interface SessionCache {
  /**
   * The session and its user as the store has them; as it had them within the last minute when it is not available. Null:
   * there is no such session, which is remembered for a minute, too. Rejects when the store is not available and nothing is
   * cached.
   */
  readonly find: (tokenHash: string) => Promise<KnownSession | null>;
  /** The same sessions; whoever deletes one through it has it forgotten here. */
  readonly sessions: SessionStore;
}

export interface SessionCacheOptions {
  readonly store: Pick<Store, 'sessions' | 'users' | 'signals'>;
  readonly now: () => number;
  readonly maxSessions?: number;
}

/** A session that was ended while the store was not available is answered this long elsewhere, and not here. */
const TTL_MS = 60_000;
const MAX_SESSIONS = 10_000;
const DAY_MS = 86_400_000;

type CachedSession = KnownSession & { readonly at: number };

/**
 * Nothing is cached yet. Only a store that fails is replaced: while it answers, a session that was ended in any process
 * is over at once. An erasure is heard of from the signals, and everything is forgotten when signals were missed. Listens as
 * long as the store is open.
 */
export function createSessionCache(options: SessionCacheOptions): SessionCache {
  const { store, now, maxSessions = MAX_SESSIONS } = options;
  const cached = new Map<string, CachedSession>();
  const unknown = createUnknownHashes(now, maxSessions);
  const forgetUser = (polarUserId: string) => {
    for (const [hash, { user }] of cached) if (user.polarUserId === polarUserId) cached.delete(hash);
  };
  const put = (hash: string, known: KnownSession | null) => {
    // The oldest is first: what is found again moves to the end.
    cached.delete(hash);
    if (known) cached.set(hash, { ...known, at: now() });
    const [oldest] = cached.keys();
    if (cached.size > maxSessions && oldest !== undefined) cached.delete(oldest);
    return known;
  };
  store.signals.listen((signal) => {
    if (signal.type === 'missed') cached.clear();
    if (signal.type === 'erase' || signal.type === 'sessions') forgetUser(signal.polarUserId);
  });
  const find = async (hash: string): Promise<KnownSession | null> => {
    if (unknown.has(hash)) return null;
    try {
      const known = put(hash, await readSession(hash, options));
      if (!known) unknown.add(hash);
      return known;
    } catch (failure) {
      const known = cached.get(hash);
      if (known && isStoreUnavailable(failure) && isValid(known, now())) return known;
      throw failure;
    }
  };
  return { find, sessions: forgetting(store.sessions, cached, forgetUser) };
}

/** Hashes of no session. Tokens are drawn at random: of one that has been sent, no session begins afterwards. */
function createUnknownHashes(now: () => number, most: number) {
  const unknown = new Map<string, number>();
  return {
    has: (hash: string) => Math.abs(now() - (unknown.get(hash) ?? Number.NEGATIVE_INFINITY)) <= TTL_MS,
    add: (hash: string) => {
      unknown.delete(hash);
      unknown.set(hash, now());
      const [oldest] = unknown.keys();
      if (unknown.size > most && oldest !== undefined) unknown.delete(oldest);
    },
  };
}

/** The store with sessions that are forgotten when they end, and what finds them also while it is not available. */
export function withSessionCache(
  store: Store | null,
  now: () => number,
): { readonly store: Store | null; readonly findSession?: SessionCache['find'] } {
  if (!store) return { store };
  const { find, sessions } = createSessionCache({ store, now });
  return { store: { ...store, sessions }, findSession: find };
}

/** The session and its user as the store has them. */
export async function readSession(
  hash: string,
  { store, now }: Pick<SessionCacheOptions, 'store' | 'now'>,
): Promise<KnownSession | null> {
  const session = await store.sessions.find(hash, now());
  const user = session && (await store.users.find(session.polarUserId));
  if (user && now() - session.lastUsedAt >= DAY_MS) {
    // Whoever reads need not wait, nor know when it fails: the next one tries again.
    void store.sessions.use(hash, now()).catch(() => {});
  }
  return user ? { session, user } : null;
}

/** A clock that was set back makes nothing last longer. */
function isValid({ session, at }: CachedSession, now: number): boolean {
  return Math.abs(now - at) <= TTL_MS && session.expiresAt > now;
}

/** Forgets before and after: a lookup that is under way may find what is just being deleted. */
function forgetting(
  sessions: SessionStore,
  cached: Map<string, CachedSession>,
  forgetUser: (polarUserId: string) => void,
): SessionStore {
  const around = async <T>(forget: () => void, deletion: () => Promise<T>): Promise<T> => {
    forget();
    return deletion().finally(forget);
  };
  return {
    ...sessions,
    delete: (hash) =>
      around(
        () => cached.delete(hash),
        () => sessions.delete(hash),
      ),
    deleteOfUser: (polarUserId) =>
      around(
        () => forgetUser(polarUserId),
        () => sessions.deleteOfUser(polarUserId),
      ),
  };
}
