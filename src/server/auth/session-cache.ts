// Who a session is of, cached for a minute: people who signed in are answered while the store is not.
import { isStoreUnavailable } from '../../store/contract/errors.ts';
import type { SessionStore } from '../../store/contract/sessions.ts';
import type { Store } from '../../store/contract/store.ts';
import type { UserStore } from '../../store/contract/users.ts';
import { type CachedSession, type CachedSessions, createCachedSessions, type KnownSession } from './cached-sessions.ts';

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

/**
 * Nothing is cached yet. Only a store that fails is replaced: while it answers, a session that was ended in any process
 * is over at once. An erasure is heard of from the signals, and everything is forgotten when signals were missed. Listens as
 * long as the store is open.
 */
export function createSessionCache(options: SessionCacheOptions): SessionCache {
  const { store, now, maxSessions = MAX_SESSIONS } = options;
  const cached = createCachedSessions(now, maxSessions);
  const unknown = createUnknownHashes(now, maxSessions);
  store.signals.listen((signal) => {
    if (signal.type === 'missed') cached.forgetAll();
    if (signal.type === 'erase' || signal.type === 'sessions') cached.forgetUser(signal.polarUserId);
  });
  const find = async (hash: string): Promise<KnownSession | null> => {
    if (unknown.has(hash)) return null;
    const before = cached.timesForgotten();
    try {
      const known = await readSession(hash, options);
      if (before === cached.timesForgotten()) cached.put(hash, known);
      if (!known) unknown.add(hash);
      return known;
    } catch (failure) {
      const known = cached.get(hash);
      if (known && isStoreUnavailable(failure) && isValid(known, now())) return known;
      throw failure;
    }
  };
  return {
    find,
    isRecent: (hash) => isRecent(cached.get(hash), now()),
    sessions: forgettingSessions(store.sessions, cached),
    users: forgettingUsers(store.users, cached),
  };
}

/** Whether a session was found within the last seconds, and the token of its user works. */
function isRecent(known: CachedSession | undefined, now: number): boolean {
  if (!known || known.user.state !== 'connected' || known.session.expiresAt <= now) return false;
  return now >= known.at && now - known.at <= RECENT_MS;
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

type Forgets = Pick<CachedSessions, 'forgetHash' | 'forgetUser'>;

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
  const mark: UserStore['mark'] = (polarUserId, state) =>
    around(
      () => forgetUser(polarUserId),
      () => users.mark(polarUserId, state),
    );
  return Object.assign(Object.create(users), { mark });
}
