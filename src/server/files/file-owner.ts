// Who opens a link, where the request says so: a link may be opened without a credential, but not with somebody else's.
import type { Store } from '../../store/contract/store.ts';
import { readCookie, sessionCookie } from '../http/cookies.ts';
import type { Identify } from '../auth/identity.ts';
import { tokenHash } from '../auth/tokens/random-token.ts';
import { ownOrigin } from '../http/origin.ts';

export interface FileOwnerOptions {
  readonly identify: Identify;
  readonly store: Store | null;
  readonly publicUrl: string | null;
  readonly now: () => number;
}

/** `Viewer.owner` of whoever asks; null for nobody. Rejects for a credential that is bad, or of no viewer. */
export function createOwnerOf(options: FileOwnerOptions): (request: Request) => Promise<string | null> {
  return async (request) => {
    const { headers } = request;
    if (!headers.has('authorization') && !headers.has('accesslink-partner-key')) return ownerOfCookie(request, options);
    const { caller } = await options.identify(request);
    return caller().viewer.owner;
  };
}

/** A browser sends its cookie along when it follows a link: no proof of intent, but no more is done than reading. */
async function ownerOfCookie({ url, headers }: Request, options: FileOwnerOptions): Promise<string | null> {
  const origin = ownOrigin(url, options.publicUrl);
  const cookie = origin === null ? null : readCookie(headers, sessionCookie(origin));
  const session = cookie && (await options.store?.sessions.find(tokenHash(cookie), options.now()));
  return session ? session.polarUserId : null;
}
