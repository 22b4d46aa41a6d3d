// Sessions with their users as the store had them, the last ones that were found.
import type { StoredSession } from '../../store/contract/sessions.ts';
import type { StoredUser } from '../../store/contract/users.ts';

/** A session with its user. */
export interface KnownSession {
  readonly session: StoredSession;
  readonly user: StoredUser;
}

/** A session and when it was found, in milliseconds since the epoch. */
export type CachedSession = KnownSession & { readonly at: number };

export interface CachedSessions {
  readonly get: (tokenHash: string) => CachedSession | undefined;
  /** Puts what was read, or that there was nothing. */
  readonly put: (tokenHash: string, known: KnownSession | null) => void;
  readonly forgetHash: (tokenHash: string) => void;
  readonly forgetUser: (polarUserId: string) => void;
  readonly forgetAll: () => void;
  /** How often something was forgotten: what was being read meanwhile may be that. */
  readonly timesForgotten: () => number;
}

/** At most so many; the one that was found longest ago goes first. */
export function createCachedSessions(now: () => number, maxSessions: number): CachedSessions {
  const cached = new Map<string, CachedSession>();
  let forgotten = 0;
  return {
    get: (hash) => cached.get(hash),
    put: (hash, known) => {
      // The oldest is first: what is found again moves to the end.
      cached.delete(hash);
      if (known) cached.set(hash, { ...known, at: now() });
      const [oldest] = cached.keys();
      if (cached.size > maxSessions && oldest !== undefined) cached.delete(oldest);
    },
    forgetHash: (hash) => {
      forgotten += 1;
      cached.delete(hash);
    },
    forgetUser: (polarUserId) => {
      forgotten += 1;
      for (const [hash, { user }] of cached) if (user.polarUserId === polarUserId) cached.delete(hash);
    },
    forgetAll: () => {
      forgotten += 1;
      cached.clear();
    },
    timesForgotten: () => forgotten,
  };
}
