// The context of an action of the sign-in, and what several actions read from it.
import type { FailureReport } from '../../accesslink/failure-report.ts';
import type { Transport } from '../../accesslink/upstream.ts';
import type { PolarClient } from '../../config.ts';
import type { KeyedMutex } from '../../keyed-mutex.ts';
import type { Store } from '../../store/contract/store.ts';
import type { Encryption } from '../../store/crypto/encryption.ts';
import type { GuessLimit } from './guess-limit.ts';
import type { Telemetry } from '../observability/telemetry.ts';

/** What is the same for every request. */
export interface SignInDependencies {
  readonly store: Store;
  readonly client: PolarClient;
  /** Encrypts states of pending sign-ins. */
  readonly stateEncryption: Encryption;
  /** The redirect URIs that apps may use. */
  readonly appRedirectUris: readonly string[];
  /** Sends to AccessLink. */
  readonly send: Transport;
  /** Sends to the server of the token endpoint. */
  readonly sendToTokenUrl: Transport;
  readonly now: () => number;
  /** By user: a deletion and a sign-in of the same account wait for each other. */
  readonly accountMutex: KeyedMutex;
  /** Receives failures of Polar's that no transport has met. */
  readonly reportUpstream: FailureReport;
  /** Counts codes that are not valid. */
  readonly codeGuesses: GuessLimit;
  /** Receives the step at which a sign-in failed, and why. */
  readonly onFailure: Telemetry['signInFailure'];
}

export interface SignInContext extends SignInDependencies {
  /** Of this server, as the browser knows it. */
  readonly origin: string;
  /** Of the request, parsed. */
  readonly url: URL;
}

/** Handles a request of the sign-in. */
export type AuthAction = (request: Request, context: SignInContext) => Promise<Response>;

/** The redirect URI for Polar: the redirect URLs of the client must contain it, character for character. */
export function callbackUrl({ origin }: SignInContext): string {
  return `${origin}/auth/callback`;
}

/** The value of a parameter; null when it is missing, empty, or repeated. */
export function singleParameter(parameters: URLSearchParams, name: string): string | null {
  const values = parameters.getAll(name);
  return values.length === 1 && values[0] ? values[0] : null;
}
