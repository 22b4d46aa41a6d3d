// Who sends a request: a user with a token of their own, one who signed in here, the partner, or the default user.
import type { Transport } from '../../accesslink/upstream.ts';
import type { PolarClient } from '../../config.ts';
import type { Account, DeletionResult, PartnerCaller } from '../../domain/context.ts';
import { DomainError } from '../../domain/errors.ts';
import { createSecret, type Secret } from '../../secret.ts';
import type { Store } from '../../store/contract/store.ts';
import type { Telemetry } from '../observability/telemetry.ts';
import type { StoredUser } from '../../store/contract/users.ts';
import { authenticatedCaller, type Caller, type ClaimedCallers, createClaimedCallers } from './caller.ts';
import { detectTokenRevocation } from '../../domain/account/token-revocation.ts';
import { sessionsOf } from './account-sessions.ts';
import type { KnownSession } from './cached-sessions.ts';
import { readSession, type SessionCache } from './session-cache.ts';
import { addressOf } from '../http/client-address.ts';
import type { GuessLimit } from './guess-limit.ts';
import { tokenHash } from './tokens/random-token.ts';
import { partnerOf } from './partner.ts';
import {
  type AuthenticationRequest,
  HOW_TO_AUTHENTICATE,
  type Credentials,
  credentialsIn,
  denyUnauthenticated,
} from './credentials.ts';

/** The user of requests without credentials: the demo user. */
export interface DefaultUser {
  readonly polarUserId: string;
  readonly token: string;
}

export interface IdentityOptions {
  /** Null: requests without credentials are not authenticated. */
  readonly defaultUser: DefaultUser | null;
  /** Where sessions are stored; null: nobody can be signed in. */
  readonly store: Store | null;
  /** Finds sessions also while the store is not available; in the store alone when left out. */
  readonly findSession?: SessionCache['find'] | undefined;
  /** Whether a session was found just now, and has not ended since; never when left out. */
  readonly isRecentSession?: SessionCache['isRecent'] | undefined;
  readonly client: PolarClient | null;
  readonly partnerKey: Secret | null;
  readonly publicUrl: string | null;
  readonly now: () => number;
  /** Deletes the account of a user; the first request to AccessLink goes through `send`. */
  readonly deleteAccount: (user: StoredUser, send: Transport) => Promise<DeletionResult>;
  readonly telemetry?: Pick<Telemetry, 'partnerRejection'>;
  /** Counts credentials that are not the partner's. */
  readonly partnerGuesses: GuessLimit;
}

export interface Identity {
  /** The viewer with their token. Throws when the request has none. */
  readonly caller: () => Caller;
  readonly partner: PartnerCaller | null;
  /**
   * Whether the same credentials still stand for the same viewer: at once where that was found out just now, or never changes;
   * the store is read otherwise.
   */
  readonly isAuthentic: () => boolean | Promise<boolean>;
  /** Null: they did not sign in here. Also there when AccessLink does not accept their token any more. */
  readonly signedIn: SignedIn | null;
}

/** A user who signed in here. */
export interface SignedIn {
  /** Wraps a transport to detect that AccessLink does not accept the token any more. */
  readonly watch: (send: Transport) => Transport;
  readonly user: StoredUser;
  /** Where they are signed in. */
  readonly sessions: Account['sessions'];
  /** Deletes their account; the first request to AccessLink goes through `send`. */
  readonly deleteAccount: (send: Transport) => Promise<DeletionResult>;
}

/**
 * Rejects only when the store fails, and with rate-limited after many guesses of the partner's credentials; other credentials
 * that are not valid make `caller` throw.
 */
export type Identify = (request: AuthenticationRequest) => Promise<Identity>;

/** Credentials are read in the order of `credentialsIn`; those that are not valid never fall back to the default user. */
export function createIdentify(options: IdentityOptions): Identify {
  const { defaultUser } = options;
  const callers: Callers = {
    ofDefault: defaultUser && authenticatedCaller(defaultUser.polarUserId, createSecret(defaultUser.token)),
    claimed: createClaimedCallers(),
  };
  return async (request) => {
    try {
      const credentials = credentialsIn(request, options.publicUrl);
      if (isPartners(credentials)) return partnerIdentity(credentials, addressOf(request.headers), options);
      return await identityFor(credentials, callers, options);
    } catch (failure) {
      if (failure instanceof DomainError && failure.code !== 'rate-limited') return unauthenticated(failure);
      throw failure;
    }
  };
}

/** Callers who are the same whenever they come: digests of their tokens are made once. */
interface Callers {
  /** Of requests without credentials. */
  readonly ofDefault: Caller | null;
  readonly claimed: ClaimedCallers;
}

async function identityFor(
  credentials: Exclude<Credentials, PartnerCredentials>,
  { ofDefault, claimed }: Callers,
  options: IdentityOptions,
): Promise<Identity> {
  switch (credentials.kind) {
    case 'session':
      return sessionIdentity(credentials.token, options);
    case 'polar-token':
      return callerIdentity(claimed(credentials.polarUserId, credentials.token));
    default:
      if (!ofDefault) return denyUnauthenticated(`the request carries no credentials; ${HOW_TO_AUTHENTICATE}`);
      return callerIdentity(ofDefault);
  }
}

async function sessionIdentity(token: Secret, options: IdentityOptions): Promise<Identity> {
  const { store, now } = options;
  const { findSession = (hash) => (store ? readSession(hash, { store, now }) : Promise.resolve(null)) } = options;
  const hash = tokenHash(token.reveal());
  const found = await findSession(hash);
  const user = found?.user;
  if (!store || !user || user.state === 'deletion-pending')
    return denyUnauthenticated('the session has expired; sign in at /auth/login again');
  const caller = authenticatedCaller(user.polarUserId, user.token);
  const signedIn: SignedIn = {
    watch: detectTokenRevocation(store.users, user),
    user,
    sessions: sessionsOf(found.session, store.sessions, now),
    deleteAccount: (send) => options.deleteAccount(user, send),
  };
  const isRevoked = user.state === 'reauthentication-required';
  const isSame = (known: KnownSession | null) =>
    known?.user.polarUserId === user.polarUserId && known.user.state === 'connected';
  const isAuthentic = () => options.isRecentSession?.(hash) || findSession(hash).then(isSame, () => false);
  return { caller: isRevoked ? throwing(TOKEN_REVOKED) : () => caller, partner: null, signedIn, isAuthentic };
}

type PartnerCredentials = Extract<Credentials, { readonly kind: 'client' | 'partner-key' }>;

function isPartners(credentials: Credentials): credentials is PartnerCredentials {
  return credentials.kind === 'client' || credentials.kind === 'partner-key';
}

function partnerIdentity(credentials: PartnerCredentials, address: string, options: IdentityOptions): Identity {
  const seconds = options.partnerGuesses.waitFor(address);
  if (seconds !== null) throw new DomainError('rate-limited', TOO_MANY_GUESSES, seconds);
  const partner = partnerOf(credentials, options);
  if (!partner) {
    options.partnerGuesses.failed(address);
    options.telemetry?.partnerRejection(credentials.kind);
    return denyUnauthenticated("the credentials are not those of this server's client");
  }
  return { caller: throwing(PARTNER_IS_NO_VIEWER), partner, signedIn: null, isAuthentic: () => false };
}

const TOO_MANY_GUESSES =
  "Not authenticated: too many requests with credentials that are not those of this server's client; wait and try again";

const TOKEN_REVOKED = new DomainError(
  'reauthenticate',
  'AccessLink does not accept the token any more: sign in at /auth/login again',
);

const PARTNER_IS_NO_VIEWER = new DomainError(
  'unauthenticated',
  `Not authenticated: the credentials are the partner's, who is not a viewer; ${HOW_TO_AUTHENTICATE}`,
);

function callerIdentity(caller: Caller): Identity {
  return { caller: () => caller, partner: null, signedIn: null, isAuthentic: () => true };
}

function unauthenticated(failure: DomainError): Identity {
  return { caller: throwing(failure), partner: null, signedIn: null, isAuthentic: () => false };
}

function throwing(failure: DomainError): () => never {
  return () => {
    throw failure;
  };
}
