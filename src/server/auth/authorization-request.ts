// An app's authorization request: RFC 6749 with PKCE, for public clients.
import { SCOPE } from '../../accesslink/oauth.ts';
import { singleParameter } from './sign-in-context.ts';
import { mayRedirectTo } from './redirect-uri.ts';

/** A request whose result goes to the redirect URI of the app. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  /** Sent back unchanged. */
  readonly state: string | null;
  /** SHA-256 of the verifier that the app will send. RFC 7636. */
  readonly challenge: string;
}

/** Errors of RFC 6749, section 4.1.2.1, that are found before the user signs in. */
export type AuthorizationRequestError = 'invalid_request' | 'unsupported_response_type' | 'invalid_scope';

/** `invalid`: without a valid client and redirect URI the error cannot go to the app. `rejected`: it can. */
export type ParsedAuthorizationRequest =
  | { readonly kind: 'browser' }
  | { readonly kind: 'invalid'; readonly reason: string }
  | {
      readonly kind: 'rejected';
      readonly request: Omit<AuthorizationRequest, 'challenge'>;
      readonly error: AuthorizationRequestError;
    }
  | { readonly kind: 'app'; readonly request: AuthorizationRequest };

const APP_PARAMETERS = ['response_type', 'client_id', 'redirect_uri', 'code_challenge', 'code_challenge_method'];
const ALL_PARAMETERS = [...APP_PARAMETERS, 'state', 'scope'];
/** They travel in a cookie meanwhile, of which browsers keep at most 4,096 bytes. */
const MAX_STATE_BYTES = 1_000;
const MAX_CLIENT_ID_BYTES = 200;

/** Parses the query of /auth/login: the request of an app when it has any parameter of one, else of a browser. */
export function parseAuthorizationRequest(
  query: URLSearchParams,
  registered: readonly string[],
): ParsedAuthorizationRequest {
  if (!APP_PARAMETERS.some((name) => query.has(name))) return { kind: 'browser' };
  if (ALL_PARAMETERS.some((name) => query.getAll(name).length > 1)) return invalid('a parameter is repeated');
  const redirectUri = singleParameter(query, 'redirect_uri');
  const clientId = singleParameter(query, 'client_id');
  if (clientId === null || Buffer.byteLength(clientId) > MAX_CLIENT_ID_BYTES)
    return invalid('client_id is missing, repeated, or longer than 200 bytes');
  if (redirectUri === null || !mayRedirectTo(redirectUri, registered)) {
    return invalid('redirect_uri is not one of APP_REDIRECT_URIS');
  }
  const request = { clientId, redirectUri, state: query.get('state') };
  const error = errorIn(query);
  if (error) return { kind: 'rejected', request, error };
  return { kind: 'app', request: { ...request, challenge: query.get('code_challenge') ?? '' } };
}

function errorIn(query: URLSearchParams): AuthorizationRequestError | null {
  const type = singleParameter(query, 'response_type');
  if (type === null) return 'invalid_request';
  if (type !== 'code') return 'unsupported_response_type';
  // The default method is `plain`, which reveals the verifier to whoever sees the request.
  const isHashed = query.get('code_challenge_method') === 'S256';
  const isChallenge = /^[A-Za-z0-9_-]{43}$/.test(query.get('code_challenge') ?? '');
  if (!isHashed || !isChallenge || !isState(query.get('state') ?? '')) return 'invalid_request';
  return (query.get('scope') ?? SCOPE) === SCOPE ? null : 'invalid_scope';
}

/** RFC 6749, appendix A.5, and whatever else apps send; but no control characters. */
function isState(state: string): boolean {
  return Buffer.byteLength(state) <= MAX_STATE_BYTES && !/\p{Cc}/u.test(state);
}

function invalid(reason: string): ParsedAuthorizationRequest {
  return { kind: 'invalid', reason };
}
