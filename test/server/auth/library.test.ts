// Signing in an app with an independent OAuth library: it discovers the endpoints and obtains code and token.
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  APP_URI,
  createBrowser,
  ORIGIN,
  type SignInGateway,
  startSignInGateway,
  takeUpstream,
} from '../../support/signing-in.ts';

let gateway: SignInGateway;
let userId: string;
beforeAll(async () => {
  gateway = await startSignInGateway();
  userId = gateway.simulator.people[0]?.userId ?? '';
});
afterAll(() => gateway.close());

const client: oauth.Client = { client_id: 'an-app' };

const fetchHere = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: URLSearchParams | undefined },
) => {
  const { method, headers, body } = init;
  return gateway.app.fetch(new Request(url, { method, headers, ...(body ? { body: body.toString() } : {}) }));
};

const discover = async (options: oauth.HttpRequestOptions<'GET'>) => {
  const issuer = new URL(ORIGIN);
  const response = await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oauth2' });
  return oauth.processDiscoveryResponse(issuer, response);
};

it('a library signs an app in, given only the origin of this server', async () => {
  const server = await discover({
    [oauth.customFetch]: fetchHere,
  });
  expect(server.code_challenge_methods_supported).toEqual(['S256']);
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const authorize = new URL(server.authorization_endpoint ?? '');
  authorize.search = new URLSearchParams({
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: APP_URI,
    scope: 'accesslink.read_all',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
  }).toString();
  expect(authorize.origin + authorize.pathname).toBe(`${ORIGIN}/auth/login`);
  const redirected = await createBrowser(gateway).signIn(userId, authorize.search);
  const location = new URL(redirected.headers.get('location') ?? '');
  const answer = oauth.validateAuthResponse(server, client, location, state);
  const response = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), answer, APP_URI, verifier, {
    [oauth.customFetch]: fetchHere,
  });
  const token = await oauth.processAuthorizationCodeResponse(server, client, response);
  expect(token).toMatchObject({ token_type: 'bearer', expires_in: 7_776_000 });
  takeUpstream(gateway);
  const headers = { authorization: `Bearer ${token.access_token}` };
  expect((await gateway.ask('{ viewer { polarUserId } }', { headers })).data).toEqual({
    viewer: { polarUserId: userId },
  });
});

it('a library reads the OAuth error of a code that is not valid', async () => {
  const server = { issuer: ORIGIN, token_endpoint: `${ORIGIN}/auth/token` };
  const answer = oauth.validateAuthResponse(server, client, new URLSearchParams({ code: 'x' }), oauth.expectNoState);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    answer,
    APP_URI,
    'y'.repeat(43),
    {
      [oauth.customFetch]: fetchHere,
    },
  );
  const rejected = oauth.processAuthorizationCodeResponse(server, client, response);
  await expect(rejected).rejects.toMatchObject({ error: 'invalid_grant', status: 400 });
});
