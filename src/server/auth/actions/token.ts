// `POST /auth/token`: an app exchanges its code for a token. RFC 6749, sections 4.1.3 to 5.2.
import { redeemAuthorizationCode } from '../tokens/authorization-codes.ts';
import { PRIVATE } from '../pages.ts';
import { type SignInContext, singleParameter } from '../sign-in-context.ts';
import { APP_SECONDS } from '../tokens/sessions.ts';

type TokenError = 'invalid_request' | 'invalid_grant' | 'unsupported_grant_type';

const FIELDS = ['grant_type', 'code', 'redirect_uri', 'code_verifier', 'client_id'];

/** A token, or why there is none. */
export async function token(request: Request, place: SignInContext): Promise<Response> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return refusal('invalid_request', 'send a form');
  const form = new URLSearchParams(await request.text());
  if (FIELDS.some((name) => form.getAll(name).length > 1)) return refusal('invalid_request', 'a field is there twice');
  const grantType = singleParameter(form, 'grant_type');
  if (grantType === null) return refusal('invalid_request', 'grant_type is missing');
  if (grantType !== 'authorization_code')
    return refusal('unsupported_grant_type', 'there are authorization codes only');
  const code = singleParameter(form, 'code');
  const redirectUri = singleParameter(form, 'redirect_uri');
  const verifier = singleParameter(form, 'code_verifier');
  if (code === null || redirectUri === null || verifier === null) {
    return refusal('invalid_request', 'code, redirect_uri and code_verifier are needed');
  }
  const accessToken = await redeemAuthorizationCode(place, {
    code,
    redirectUri,
    verifier,
    clientId: singleParameter(form, 'client_id'),
  });
  if (accessToken === null) return refusal('invalid_grant', 'the code is not good for this request, or not any more');
  return json(200, { access_token: accessToken, token_type: 'Bearer', expires_in: APP_SECONDS });
}

function refusal(error: TokenError, description: string): Response {
  return json(400, { error, error_description: description });
}

function json(status: number, body: object): Response {
  return Response.json(body, { status, headers: { ...PRIVATE, pragma: 'no-cache' } });
}
