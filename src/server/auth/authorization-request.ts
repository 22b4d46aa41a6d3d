// An app's request to have its person signed in: RFC 6749 with PKCE, for apps that can keep no secret.
import { SCOPE } from '../../accesslink/oauth.ts';
import { singleParameter } from './sign-in-context.ts';
import { mayRedirectTo } from './redirect-uri.ts';

/** A request that will be answered at the app's address. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  /** The app's own, sent back as it came. */
  readonly state: string | null;
  /** SHA-256 of the verifier that the app will show. RFC 7636. */
  readonly challenge: string;
}

/** Errors of RFC 6749, section 4.1.2.1, that are found before anybody signs in. */
export type AuthorizationRequestError = 'invalid_request' | 'unsupported_response_type' | 'invalid_scope';

/** Nobody can be sent back when it is not sure whom to: then it is a page's matter. */
export type ParsedAuthorizationRequest =
  | { readonly kind: 'browser' }
  | { readonly kind: 'unanswerable'; readonly why: string }
  | {
      readonly kind: 'refused';
      readonly request: Omit<AuthorizationRequest, 'challenge'>;
      readonly error: AuthorizationRequestError;
    }
  | { readonly kind: 'app'; readonly request: AuthorizationRequest };

const OURS = ['response_type', 'client_id', 'redirect_uri', 'code_challenge', 'code_challenge_method'];
const ALL = [...OURS, 'state', 'scope'];
const MAX_STATE = 2_000;

/** What the query of /auth/login asks for: an app's sign-in when any parameter of one is there, else a browser's. */
export function parseAuthorizationRequest(
  query: URLSearchParams,
  registered: readonly string[],
): ParsedAuthorizationRequest {
  if (!OURS.some((name) => query.has(name))) return { kind: 'browser' };
  if (ALL.some((name) => query.getAll(name).length > 1)) return unanswerable('a parameter is there twice');
  const redirectUri = singleParameter(query, 'redirect_uri');
  const clientId = singleParameter(query, 'client_id');
  if (clientId === null || clientId.length > 200) return unanswerable('client_id, the name of the app, is missing');
  if (redirectUri === null || !mayRedirectTo(redirectUri, registered)) {
    return unanswerable('redirect_uri is not one that this server was configured with (APP_REDIRECT_URIS)');
  }
  const request = { clientId, redirectUri, state: query.get('state') };
  const error = errorIn(query);
  if (error) return { kind: 'refused', request, error };
  return { kind: 'app', request: { ...request, challenge: query.get('code_challenge') ?? '' } };
}

function errorIn(query: URLSearchParams): AuthorizationRequestError | null {
  const type = singleParameter(query, 'response_type');
  if (type === null) return 'invalid_request';
  if (type !== 'code') return 'unsupported_response_type';
  // Without a method it would be `plain`, which shows the verifier to whoever sees the request.
  const isHashed = query.get('code_challenge_method') === 'S256';
  const isChallenge = /^[A-Za-z0-9_-]{43}$/.test(query.get('code_challenge') ?? '');
  if (!isHashed || !isChallenge || (query.get('state') ?? '').length > MAX_STATE) return 'invalid_request';
  return (query.get('scope') ?? SCOPE) === SCOPE ? null : 'invalid_scope';
}

function unanswerable(why: string): ParsedAuthorizationRequest {
  return { kind: 'unanswerable', why };
}
