// The sessions of a signed-in user, as their own account shows them.
import type { Account } from '../../domain/context.ts';
import type { SessionStore, StoredSession } from '../../store/contract/sessions.ts';
import { tokenHash } from './tokens/random-token.ts';

/** The sessions of the user of a session. */
export function sessionsOf(current: StoredSession, sessions: SessionStore, now: () => number): Account['sessions'] {
  const { polarUserId } = current;
  return {
    list: async () => {
      const stored = await sessions.list(polarUserId, now());
      return stored.map((session) => {
        const { tokenHash: hash, kind, createdAt, lastUsedAt, expiresAt } = session;
        return { id: idOf(session), kind, createdAt, lastUsedAt, expiresAt, isCurrent: hash === current.tokenHash };
      });
    },
    end: async (id) => {
      const found = (await sessions.list(polarUserId, now())).find((session) => idOf(session) === id);
      if (found) await sessions.delete(found.tokenHash);
      return found !== undefined;
    },
    endAll: () => sessions.deleteOfUser(polarUserId),
  };
}

/** A digest of the digest: with it nobody finds the row of a session. */
function idOf(session: StoredSession): string {
  return tokenHash(`session ${session.tokenHash}`);
}
