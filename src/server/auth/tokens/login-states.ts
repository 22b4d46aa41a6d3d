// States of pending sign-ins: encrypted in a cookie of the browser that began, stored nowhere else, and used once.
import { z } from 'zod';
import { createSecret } from '../../../secret.ts';
import { deriveEncryption } from '../../../store/crypto/derived-encryption.ts';
import type { Encryption, EncryptionKey } from '../../../store/crypto/encryption.ts';
import { pendingStateCookies, readCookie, stateCookie, writeCookie } from '../../http/cookies.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { randomToken, tokenHash } from './random-token.ts';

const stateSchema = z.object({
  purpose: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('browser'), returnTo: z.string() }),
    z.object({
      kind: z.literal('app'),
      request: z.object({
        clientId: z.string(),
        redirectUri: z.string(),
        state: z.string().nullable(),
        challenge: z.string(),
      }),
    }),
  ]),
  expiresAt: z.number(),
});

/** What a sign-in is for: the browser itself, or an app. */
export type Purpose = z.infer<typeof stateSchema>['purpose'];

/** `unknown`: not issued to this browser, expired, or used. `full`: so many sign-ins end at once that this one cannot. */
export type RedeemedState =
  | { readonly kind: 'redeemed'; readonly purpose: Purpose }
  | { readonly kind: 'unknown' | 'full' };

const LIFETIME_MS = 600_000;
/** Sign-ins that one browser has begun and not ended, this one aside: their cookies are sent with each of its requests. */
const MAX_OTHERS = 3;
/** Used states that are remembered at once, ten minutes each: far more people than sign in at a time. */
const MAX_USED = 20_000;
const PURPOSE = 'state of a sign-in';

/** Encrypts states. Every process with the same keys opens them. */
export function createStateEncryption(keys: readonly EncryptionKey[]): Encryption {
  return deriveEncryption(keys, PURPOSE);
}

/** A new state, and the cookies that bind it to the browser: nothing is stored of it before Polar has sent it back. */
export function issueLoginState(
  { stateEncryption, origin, now }: SignInContext,
  purpose: Purpose,
  headers: Headers,
): { state: string; cookies: string[] } {
  const state = randomToken();
  const hash = tokenHash(state);
  const text = JSON.stringify({ purpose, expiresAt: now() + LIFETIME_MS } satisfies z.infer<typeof stateSchema>);
  const value = stateEncryption.encrypt(createSecret(text), additionalData(origin, hash));
  const givenUp = pendingStateCookies(headers, origin).slice(0, -MAX_OTHERS);
  const cookies = givenUp.map((name) => writeCookie(name, { value: '', maxAge: 0 }));
  cookies.push(writeCookie(stateCookie(origin, hash), { value, maxAge: LIFETIME_MS / 1_000 }));
  return { state, cookies };
}

/** What the state was issued for. Of several requests with one state, in whatever processes, only one redeems it. */
export async function redeemLoginState(
  { store, stateEncryption, origin, now }: SignInContext,
  state: string,
  headers: Headers,
): Promise<RedeemedState> {
  const hash = tokenHash(state);
  const encrypted = readCookie(headers, stateCookie(origin, hash));
  const opened =
    encrypted &&
    stateSchema.safeParse(openOrNull(() => stateEncryption.decrypt(encrypted, additionalData(origin, hash)).reveal()));
  if (!opened || !opened.success || opened.data.expiresAt <= now()) return { kind: 'unknown' };
  const { purpose, expiresAt } = opened.data;
  const claim = await store.oneTimeTokens.claimState({ hash, now: now(), expiresAt, limit: MAX_USED });
  if (claim === 'full') return { kind: 'full' };
  return claim === 'claimed' ? { kind: 'redeemed', purpose } : { kind: 'unknown' };
}

/** The cookie that removes the one of `issueLoginState`. */
export function expiredStateCookie({ origin }: SignInContext, state: string): string {
  return writeCookie(stateCookie(origin, tokenHash(state)), { value: '', maxAge: 0 });
}

/** A cookie decrypts with the state that it was made for, at the origin that made it, and with no other. */
function additionalData(origin: string, stateHash: string): string {
  return `${origin} ${stateHash}`;
}

function openOrNull(open: () => string): unknown {
  try {
    return JSON.parse(open());
  } catch {
    return null;
  }
}
