// What every step of a sign-in works with, and under which origin it takes place.
import type { Transport } from '../../accesslink/upstream.ts';
import type { PolarClient } from '../../config.ts';
import type { Store } from '../../store/contract/store.ts';

/** The parts that all steps share. */
export interface SignInDependencies {
  readonly store: Store;
  readonly client: PolarClient;
  /** Where apps may be sent back to. */
  readonly appRedirectUris: readonly string[];
  /** To AccessLink. */
  readonly send: Transport;
  /** To the server of the token endpoint. */
  readonly sendToTokenUrl: Transport;
  readonly now: () => number;
}

/** The parts, at the origin under which this server was asked. */
export interface SignInContext extends SignInDependencies {
  readonly origin: string;
}

/** One step: a request is answered. */
export type AuthAction = (request: Request, place: SignInContext) => Promise<Response>;

/** Where Polar sends people back to. It must be among the redirect URLs of the client, character for character. */
export function callbackUrl({ origin }: SignInContext): string {
  return `${origin}/auth/callback`;
}

/** The value of a parameter; null when it is missing, empty, or there more than once. */
export function singleParameter(parameters: URLSearchParams, name: string): string | null {
  const values = parameters.getAll(name);
  return values.length === 1 && values[0] ? values[0] : null;
}
