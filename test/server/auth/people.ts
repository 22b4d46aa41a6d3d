// Four people in a store who signed in by browser and by app: 10 is linked, the link of 11 is broken, 12 is leaving, the
// sessions of 13 were ended.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

export interface Sent {
  readonly method?: string;
  readonly url?: string;
  readonly options?: Partial<IdentityOptions>;
}

export interface Asked {
  /** Who asks with these headers, by POST at 1 s after the epoch unless told otherwise. */
  who(headers: Record<string, string>, sent?: Sent): Promise<Identity>;
  close(): Promise<void>;
}

export async function openPeople(): Promise<Asked> {
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
    fallback: { polarUserId: '1', token: 'fallback-token' },
    store,
    client,
    partnerKey: createSecret(PARTNER_KEY),
    publicUrl: 'https://gateway.test',
    now: () => 1_000,
    deleteAccount: async () => ({ isConfirmed: true }),
  };
  return {
    who: (headers, { method = 'POST', url = 'https://gateway.test/graphql', options: changes = {} } = {}) =>
      createIdentify({ ...options, ...changes })({ method, url: new URL(url), headers: new Headers(headers) }),
    close: async () => {
      await store.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

export const bearer = (authorization: string, more: Record<string, string> = {}) => ({ authorization, ...more });

/** A session cookie with all that has to come with it. */
export const cookie = (value: string, more: Record<string, string> = {}) => ({
  'accesslink-csrf': '1',
  'content-type': 'application/json',
  cookie: `theme=dark; __Host-accesslink=${value}`,
  ...more,
});
