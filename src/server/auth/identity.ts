// Who asks: a person with a token of their own, one who signed in here, the partner, or in the demo anybody.
import type { Transport } from '../../accesslink/upstream.ts';
import type { PolarClient } from '../../config.ts';
import type { DeletionResult, PartnerCaller } from '../../domain/context.ts';
import { DomainError } from '../../domain/errors.ts';
import { createSecret, type Secret } from '../../secret.ts';
import type { Store, StoredUser } from '../../store/contract/store.ts';
import { type Caller, claimedCaller, authenticatedCaller } from './caller.ts';
import { detectTokenRevocation } from '../../domain/account/token-revocation.ts';
import { tokenHash } from './tokens/random-token.ts';
import { partnerOf } from './partner.ts';
import {
  type AuthenticationRequest,
  HOW_TO_AUTHENTICATE,
  type Credentials,
  credentialsIn,
  denyUnauthenticated,
} from './credentials.ts';

/** Somebody to answer for when a request carries no credential: the demo user. */
export interface DefaultUser {
  readonly polarUserId: string;
  readonly token: string;
}

/** Whom a request may come from. */
export interface IdentityOptions {
  readonly fallback: DefaultUser | null;
  /** Where sessions are kept; null: nobody can be signed in. */
  readonly store: Store | null;
  readonly client: PolarClient | null;
  readonly partnerKey: Secret | null;
  readonly publicUrl: string | null;
  readonly now: () => number;
  /** Has a person forgotten; the first request to AccessLink goes through `send`. */
  readonly deleteAccount: (user: StoredUser, send: Transport) => Promise<DeletionResult>;
}

/** What is known of whoever asks. */
export interface Identity {
  /** The viewer with their token; throws what keeps them from being one. */
  readonly caller: () => Caller;
  readonly partner: PartnerCaller | null;
  /** Null: they did not sign in here. Also there when AccessLink does not accept their token any more. */
  readonly signedIn: SignedIn | null;
}

/** A person who signed in here. */
export interface SignedIn {
  /** Notices when AccessLink stops to accept the token. */
  readonly watch: (send: Transport) => Transport;
  readonly user: StoredUser;
  /** Has them forgotten; the first request to AccessLink goes through `send`. */
  readonly deleteAccount: (send: Transport) => Promise<DeletionResult>;
}

/** Never rejects for a credential that is bad: that is told by `caller`. Rejects when the store fails. */
export type Identify = (asking: AuthenticationRequest) => Promise<Identity>;

/** Tells who asks. The order of credentials is that of `presentedIn`; a bad one never falls back to the demo user. */
export function createIdentify(options: IdentityOptions): Identify {
  return async (asking) => {
    try {
      return await identityOf(credentialsIn(asking, options.publicUrl), options);
    } catch (failure) {
      if (failure instanceof DomainError) return unknown(failure);
      throw failure;
    }
  };
}

async function identityOf(presented: Credentials, options: IdentityOptions): Promise<Identity> {
  const { fallback } = options;
  switch (presented.kind) {
    case 'session':
      return sessionIdentity(presented.token, options);
    case 'polar-token':
      return personal(claimedCaller(presented.polarUserId, presented.token));
    case 'nothing':
      if (!fallback) return denyUnauthenticated(`the request carries no credential; ${HOW_TO_AUTHENTICATE}`);
      return personal(authenticatedCaller(fallback.polarUserId, createSecret(fallback.token)));
    default:
      return partnerIdentity(presented, options);
  }
}

async function sessionIdentity(token: Secret, options: IdentityOptions): Promise<Identity> {
  const { store, now } = options;
  const session = await store?.sessions.find(tokenHash(token.reveal()), now());
  const user = session ? await store?.users.find(session.polarUserId) : null;
  if (!store || !user || user.state === 'deletion-pending')
    return denyUnauthenticated('the session is over; sign in at /auth/login again');
  const caller = authenticatedCaller(user.polarUserId, user.token);
  const signedIn: SignedIn = {
    watch: detectTokenRevocation(store.users, user),
    user,
    deleteAccount: (send) => options.deleteAccount(user, send),
  };
  const isBroken = user.state === 'reauthentication-required';
  return { caller: isBroken ? refusing(BROKEN) : () => caller, partner: null, signedIn };
}

function partnerIdentity(presented: Credentials, options: IdentityOptions): Identity {
  const partner = partnerOf(presented, options);
  if (!partner) return denyUnauthenticated("the credential is not that of this server's client");
  const nobody = "Cannot tell who asks: the credential is the partner's, who has no days and nights";
  return { caller: refusing(new DomainError('unauthenticated', nobody)), partner, signedIn: null };
}

const BROKEN = new DomainError(
  'reauthenticate',
  'AccessLink does not accept the token any more: sign in at /auth/login again',
);

function personal(caller: Caller): Identity {
  return { caller: () => caller, partner: null, signedIn: null };
}

function unknown(refusal: DomainError): Identity {
  return { caller: refusing(refusal), partner: null, signedIn: null };
}

function refusing(refusal: DomainError): () => never {
  return () => {
    throw refusal;
  };
}
