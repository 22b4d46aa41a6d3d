// `POST /auth/token`: an app exchanges its authorization code for a token. RFC 6749, sections 4.1.3 to 5.2.
import { redeemAuthorizationCode } from '../tokens/authorization-codes.ts';
import { addressOf } from '../../http/client-address.ts';
import { mediaTypeOf } from '../../http/media-type.ts';
import { PRIVATE } from '../pages.ts';
import { type SignInContext, singleParameter } from '../sign-in-context.ts';
import { APP_SECONDS } from '../tokens/sessions.ts';

type TokenError = 'invalid_request' | 'invalid_grant' | 'unsupported_grant_type';

const FIELDS = ['grant_type', 'code', 'redirect_uri', 'code_verifier', 'client_id'];
/** More than a redirect URI has; codes and verifiers are far shorter (RFC 7636, section 4.1). */
const MAX_FIELD_LENGTH = 2_000;

/** Responds with a token, or with an error of RFC 6749, section 5.2. */
export async function token(request: Request, context: SignInContext): Promise<Response> {
  if (mediaTypeOf(request.headers) !== 'application/x-www-form-urlencoded') {
    return rejection('invalid_request', 'send a form');
  }
  const address = addressOf(request.headers);
  const seconds = context.codeGuesses.waitFor(address);
  if (seconds !== null) return tooManyCodes(seconds);
  const form = new URLSearchParams(await request.text());
  if (FIELDS.some((name) => form.getAll(name).length > 1)) return rejection('invalid_request', 'a field is repeated');
  if (FIELDS.some((name) => (form.get(name) ?? '').length > MAX_FIELD_LENGTH))
    return rejection('invalid_request', 'a field is too long');
  const grantType = singleParameter(form, 'grant_type');
  if (grantType === null) return rejection('invalid_request', 'grant_type is missing');
  if (grantType !== 'authorization_code')
    return rejection('unsupported_grant_type', 'grant_type must be authorization_code');
  const code = singleParameter(form, 'code');
  const redirectUri = singleParameter(form, 'redirect_uri');
  const verifier = singleParameter(form, 'code_verifier');
  if (code === null || redirectUri === null || verifier === null) {
    return rejection('invalid_request', 'code, redirect_uri and code_verifier are required');
  }
  const clientId = singleParameter(form, 'client_id');
  const accessToken = await redeemAuthorizationCode(context, { code, redirectUri, verifier, clientId });
  if (accessToken === null) {
    context.codeGuesses.failed(address);
    context.onFailure('app-token', 'invalid_grant');
    return rejection('invalid_grant', 'the code has expired, or was not issued for this request');
  }
  return json(200, { access_token: accessToken, token_type: 'Bearer', expires_in: APP_SECONDS });
}

function rejection(error: TokenError, description: string): Response {
  return json(400, { error, error_description: description });
}

/** Before the store is asked. RFC 6749 has no error for it; RFC 6585, section 4, has the status. */
function tooManyCodes(seconds: number): Response {
  const response = json(429, {
    error: 'invalid_request',
    error_description: 'too many codes that are not valid; wait',
  });
  response.headers.set('retry-after', String(seconds));
  return response;
}

function json(status: number, body: object): Response {
  return Response.json(body, { status, headers: { ...PRIVATE, pragma: 'no-cache' } });
}
