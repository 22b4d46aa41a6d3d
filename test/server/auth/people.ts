// Four users with sessions of a browser and an app: 10 is connected, the token of 11 is revoked, the deletion of 12 is
// pending, and the sessions of 13 were ended.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGuessLimit, PARTNER_GUESSES } from '../../../src/server/auth/guess-limit.ts';
import { createSecret } from '../../../src/secret.ts';
import { createIdentify, type Identity, type IdentityOptions } from '../../../src/server/auth/identity.ts';
import { tokenHash } from '../../../src/server/auth/tokens/random-token.ts';
import { openStore } from '../../../src/store/open.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../../../src/store/crypto/encryption.ts';
import { systemClock } from '../../../src/system-clock.ts';

export const PARTNER_KEY = 'a-partner-key-of-32-characters-or-more';

const client = {
  id: 'the-client',
  secret: createSecret('the:secret'),
  authorizeUrl: 'https://polar.test/authorize',
  tokenUrl: 'https://polar.test/token',
};

export interface RequestOptions {
  readonly method?: string;
  readonly url?: string;
  readonly options?: Partial<IdentityOptions>;
}

export interface People {
  /** The identity of a request with these headers: by default a POST, one second after the epoch. */
  identify(headers: Record<string, string>, options?: RequestOptions): Promise<Identity>;
  close(): Promise<void>;
}

export async function openPeople(): Promise<People> {
  const dataDir = mkdtempSync(join(tmpdir(), 'identity-'));
  const store = await openStore({
    databaseUrl: null,
    dataDir,
    keys: parseEncryptionKeys(generateEncryptionKey()),
    clock: systemClock,
  });
  for (const polarUserId of ['10', '11', '12', '13']) {
    const token = createSecret(`token-of-${polarUserId}`);
    await store.users.connect({ polarUserId, memberId: null, registeredAt: null, token, connectedAt: 1 });
    const session = { polarUserId, createdAt: 1, expiresAt: 2_000 };
    await store.sessions.create({ ...session, tokenHash: tokenHash(`cookie-${polarUserId}`), kind: 'browser' });
    await store.sessions.create({ ...session, tokenHash: tokenHash(`alg_${polarUserId}`), kind: 'app' });
  }
  await store.users.mark('11', 'reauthentication-required');
  await store.users.mark('12', 'deletion-pending');
  await store.sessions.deleteOfUser('13');
  const options: IdentityOptions = {
    defaultUser: { polarUserId: '1', token: 'default-token' },
    store,
    client,
    partnerKey: createSecret(PARTNER_KEY),
    publicUrl: 'https://gateway.test',
    now: () => 1_000,
    partnerGuesses: createGuessLimit(systemClock, PARTNER_GUESSES),
    deleteAccount: async () => ({ isConfirmed: true, erasure: null }),
  };
  return {
    identify: (headers, { method = 'POST', url = 'https://gateway.test/graphql', options: changes = {} } = {}) =>
      createIdentify({ ...options, ...changes })({ method, url: new URL(url), headers: new Headers(headers) }),
    close: async () => {
      await store.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

export const bearer = (authorization: string, more: Record<string, string> = {}) => ({ authorization, ...more });

/** A session cookie with the headers without which it is not accepted. */
export const cookie = (value: string, more: Record<string, string> = {}) => ({
  'accesslink-csrf': '1',
  'content-type': 'application/json',
  cookie: `theme=dark; __Host-accesslink=${value}`,
  ...more,
});
