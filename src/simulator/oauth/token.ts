// The token endpoint: exchanges an authorization code for an access token, once.
import type { ApiRequest } from '../request.ts';
import type { ApiResponse } from '../response.ts';
import { wholeNumber } from '../dialects/spelling.ts';
import type { OAuthServices } from './authorization.ts';
import { CODE_LIFETIME_MS, type AuthorizationGrant } from './authorization-codes.ts';

const EXPIRES_IN = 31_535_999;
const FIELDS = ['grant_type', 'code', 'redirect_uri'] as const;

/** `POST /v2/oauth2/token`. A code that is used twice is an error, and revokes every token of its user. */
export function exchangeCode(oauth: OAuthServices, request: ApiRequest): ApiResponse {
  const form = new URLSearchParams(request.body);
  if (!request.isClient) return errorResponse('invalid_client');
  const code = form.get('code');
  const isAmbiguous = FIELDS.some((name) => form.getAll(name).length > 1) || form.has('client_secret');
  if (isAmbiguous || code === null || !form.has('grant_type')) return errorResponse('invalid_request');
  if (form.get('grant_type') !== 'authorization_code') return errorResponse('unsupported_grant_type');
  const grant = oauth.codes.find(code);
  if (!grant) return errorResponse('invalid_grant');
  if (grant.isUsed) {
    oauth.accounts.revokeTokens(grant.userId);
    return errorResponse('invalid_grant');
  }
  if (request.now - grant.issuedAt > CODE_LIFETIME_MS) return errorResponse('invalid_grant');
  if (!isSameRedirect(oauth, grant, form.get('redirect_uri'))) return errorResponse('invalid_grant');
  oauth.codes.use(code);
  return issued(oauth, grant);
}

function issued({ accounts }: OAuthServices, { userId }: AuthorizationGrant): ApiResponse {
  const body = {
    access_token: accounts.issueToken(userId),
    token_type: 'bearer',
    expires_in: EXPIRES_IN,
    x_user_id: wholeNumber(userId),
  };
  return { status: 200, body, headers: { 'Cache-Control': 'no-store' } };
}

/** Whether the redirect URL is that of the authorization request; where that had none, the default one is accepted too. */
function isSameRedirect({ client }: OAuthServices, grant: AuthorizationGrant, redirectUri: string | null): boolean {
  return redirectUri === grant.redirectUri || (grant.redirectUri ?? client.defaultRedirectUri) === redirectUri;
}

function errorResponse(error: string): ApiResponse {
  return { status: 400, body: { error }, headers: { 'Cache-Control': 'no-store' } };
}
