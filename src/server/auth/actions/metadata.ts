// `/.well-known/oauth-authorization-server`: the metadata that an OAuth library reads. RFC 8414.
import { SCOPE } from '../../../accesslink/oauth.ts';
import type { SignInContext } from '../sign-in-context.ts';

/** The metadata, with all endpoints under this server's own origin. */
export async function metadata(_: Request, { origin }: SignInContext): Promise<Response> {
  return Response.json({
    issuer: origin,
    authorization_endpoint: `${origin}/auth/login`,
    token_endpoint: `${origin}/auth/token`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code'],
    scopes_supported: [SCOPE],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
  });
}
