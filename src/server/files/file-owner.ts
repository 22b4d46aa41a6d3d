// Who opens a link. A link works without credentials, but not with those of another user.
import type { Store } from '../../store/contract/store.ts';
import type { Identify } from '../auth/identity.ts';
import { tokenHash } from '../auth/tokens/random-token.ts';
import { readCookie, sessionCookie } from '../http/cookies.ts';
import { ownOrigin } from '../http/origin.ts';

export interface FileOwnerOptions {
  readonly identify: Identify;
  readonly store: Store | null;
  readonly publicUrl: string | null;
  readonly now: () => number;
}

/** `Viewer.owner` of the sender of a request; null without credentials. Rejects with a DomainError for credentials of no viewer. */
export type OwnerOf = (request: Request, url: URL) => Promise<string | null>;

export function createOwnerOf(options: FileOwnerOptions): OwnerOf {
  return async ({ method, headers }, url) => {
    const hasCredentials = headers.has('authorization') || headers.has('accesslink-partner-key');
    if (!hasCredentials) return cookieOwner(headers, url, options);
    const { caller } = await options.identify({ method, headers, url });
    return caller().viewer.owner;
  };
}

/** A browser sends its cookie with every link it follows. That proves no intent, but a link only reads. */
async function cookieOwner(headers: Headers, url: URL, options: FileOwnerOptions): Promise<string | null> {
  const origin = ownOrigin(url, options.publicUrl);
  const cookie = origin === null ? null : readCookie(headers, sessionCookie(origin));
  const session = cookie && (await options.store?.sessions.find(tokenHash(cookie), options.now()));
  return session ? session.polarUserId : null;
}
