// Who a session is of, cached for a minute: people who signed in are answered while the store is not.
import { isStoreUnavailable } from '../../store/contract/errors.ts';
import type { StoredSession, SessionStore } from '../../store/contract/sessions.ts';
import type { Store } from '../../store/contract/store.ts';
import type { StoredUser, UserStore } from '../../store/contract/users.ts';

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
  /**
   * Whether the store had the session, of a user whose token works, within the last seconds, and nothing was heard of its end
   * since: enough to repeat an answer, not to give a new one.
   */
  readonly isRecent: (tokenHash: string) => boolean;
  /** The same sessions; whoever deletes one through it has it forgotten here. */
  readonly sessions: SessionStore;
  /** The same users; one whose state is changed through it has their sessions forgotten here. */
  readonly users: UserStore;
}

export interface SessionCacheOptions {
  readonly store: Pick<Store, 'sessions' | 'users' | 'signals'>;
  readonly now: () => number;
  readonly maxSessions?: number;
}

/** A session that was ended while the store was not available is answered this long elsewhere, and not here. */
const TTL_MS = 60_000;
/** Another process may mark a user without a signal, and a signal takes its time. */
const RECENT_MS = 5_000;
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
  /** What was being read when something was forgotten may be what was forgotten. */
  let forgotten = 0;
  const forgetUser = (polarUserId: string) => {
    forgotten += 1;
    for (const [hash, { user }] of cached) if (user.polarUserId === polarUserId) cached.delete(hash);
  };
  const forgetHash = (hash: string) => {
    forgotten += 1;
    cached.delete(hash);
  };
  const forgetAll = () => {
    forgotten += 1;
    cached.clear();
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
    if (signal.type === 'missed') forgetAll();
    if (signal.type === 'erase' || signal.type === 'sessions') forgetUser(signal.polarUserId);
  });
  const find = async (hash: string): Promise<KnownSession | null> => {
    if (unknown.has(hash)) return null;
    const before = forgotten;
    try {
      const read = await readSession(hash, options);
      const known = before === forgotten ? put(hash, read) : read;
      if (!known) unknown.add(hash);
      return known;
    } catch (failure) {
      const known = cached.get(hash);
      if (known && isStoreUnavailable(failure) && isValid(known, now())) return known;
      throw failure;
    }
  };
  const isRecent = (hash: string) => {
    const known = cached.get(hash);
    if (!known || known.user.state !== 'connected' || known.session.expiresAt <= now()) return false;
    return now() >= known.at && now() - known.at <= RECENT_MS;
  };
  const forgets = { forgetHash, forgetUser };
  return {
    find,
    isRecent,
    sessions: forgettingSessions(store.sessions, forgets),
    users: forgettingUsers(store.users, forgets),
  };
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
): {
  readonly store: Store | null;
  readonly findSession?: SessionCache['find'];
  readonly isRecentSession?: SessionCache['isRecent'];
} {
  if (!store) return { store };
  const { find, isRecent, sessions, users } = createSessionCache({ store, now });
  return { store: { ...store, sessions, users }, findSession: find, isRecentSession: isRecent };
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

interface Forgets {
  readonly forgetHash: (tokenHash: string) => void;
  readonly forgetUser: (polarUserId: string) => void;
}

/** Forgets before and after: a lookup that is under way may find what is just being changed. */
async function around<T>(forget: () => void, change: () => Promise<T>): Promise<T> {
  forget();
  return change().finally(forget);
}

/** Whoever has too many sessions has the oldest ended by a new one. */
function forgettingSessions(sessions: SessionStore, { forgetHash, forgetUser }: Forgets): SessionStore {
  return {
    ...sessions,
    create: (session) =>
      around(
        () => forgetUser(session.polarUserId),
        () => sessions.create(session),
      ),
    delete: (hash) =>
      around(
        () => forgetHash(hash),
        () => sessions.delete(hash),
      ),
    deleteOfUser: (polarUserId) =>
      around(
        () => forgetUser(polarUserId),
        () => sessions.deleteOfUser(polarUserId),
      ),
  };
}

function forgettingUsers(users: UserStore, { forgetUser }: Forgets): UserStore {
  return {
    ...users,
    mark: (polarUserId, state) =>
      around(
        () => forgetUser(polarUserId),
        () => users.mark(polarUserId, state),
      ),
  };
}
