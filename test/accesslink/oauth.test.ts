// The consent page's address, and the exchange of a code: one request as Polar documents it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorizeUrl, exchangeCode, type OAuthClient } from '../../src/accesslink/oauth.ts';
import { createTransport } from '../../src/accesslink/transport.ts';
import type { Upstream, UpstreamReply } from '../../src/accesslink/upstream.ts';
import { createSecret } from '../../src/secret.ts';
import { systemClock } from '../../src/system-clock.ts';
import { type Server, createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const client: OAuthClient = {
  id: 'the-client',
  secret: createSecret('the secret'),
  authorizeUrl: 'https://flow.polar.test/oauth2/authorization?lang=fi',
  tokenUrl: 'https://polar.test/v2/oauth2/token?v=2',
};
const CODE = { code: 'a code&x', redirectUri: 'https://gateway.test/auth/callback' };
const answering = (body: unknown) => async (): Promise<UpstreamReply> => ({ status: 200, body });
const GOOD = { access_token: 'abc', token_type: 'bearer', expires_in: 31_535_999, x_user_id: 47 };

describe('the address of the consent page', () => {
  it('keeps its query, and adds client, redirect URI, scope and state', () => {
    const url = new URL(authorizeUrl(client, { redirectUri: CODE.redirectUri, state: 's&t' }));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      lang: 'fi',
      response_type: 'code',
      client_id: 'the-client',
      redirect_uri: CODE.redirectUri,
      scope: 'accesslink.read_all',
      state: 's&t',
    });
  });
});

describe('the response to a code', () => {
  it.each([
    ['as documented', GOOD, '47'],
    ['with a type in other letters', { ...GOOD, token_type: 'Bearer' }, '47'],
    ['with an id as text', { ...GOOD, x_user_id: '9223372036854775807' }, '9223372036854775807'],
  ])('with %s is a token', async (_, body, polarUserId) => {
    const token = await exchangeCode(answering(body), client, CODE);
    expect([token.token.reveal(), token.polarUserId]).toEqual(['abc', polarUserId]);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'abc'],
    ['a list', [GOOD]],
    ['no token', { ...GOOD, access_token: undefined }],
    ['an empty token', { ...GOOD, access_token: '' }],
    ['a token with a line break', { ...GOOD, access_token: 'abc\r\nx: y' }],
    ['a token too long', { ...GOOD, access_token: 'a'.repeat(4_097) }],
    ['a number for a token', { ...GOOD, access_token: 1 }],
    ['another type', { ...GOOD, token_type: 'mac' }],
    ['no type', { ...GOOD, token_type: undefined }],
    ['no user', { ...GOOD, x_user_id: undefined }],
    ['user zero', { ...GOOD, x_user_id: 0 }],
    ['half a user', { ...GOOD, x_user_id: 1.5 }],
    ['a path for a user', { ...GOOD, x_user_id: '1/../2' }],
  ])('with %s is no token, and is not quoted', async (_, body) => {
    const exchange = exchangeCode(answering(body), client, CODE);
    await expect(exchange).rejects.toMatchObject({ code: 'invalid', message: expect.not.stringMatching(/abc|mac/) });
  });
});

describe('the exchange of a code', () => {
  let server: Server;
  let upstream: Upstream;
  let url: string;
  const seen: { method: string | undefined; url: string | undefined; headers: object; body: string }[] = [];
  let drop = false;
  beforeEach(async () => {
    seen.length = 0;
    drop = false;
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += String(chunk);
      });
      request.on('end', () => {
        seen.push({ method: request.method, url: request.url, headers: request.headers, body });
        if (drop) request.socket.destroy();
        else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(GOOD));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    upstream = createTransport({ origin: url, clock: systemClock });
  });
  afterEach(async () => {
    await upstream.close();
    server.close();
  });

  const exchange = () => exchangeCode(upstream.send, { ...client, tokenUrl: `${url}/token?v=2` }, CODE);

  it('is one form with the client in its header', async () => {
    expect((await exchange()).polarUserId).toBe('47');
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/token?v=2',
        headers: {
          authorization: `Basic ${Buffer.from('the-client:the secret').toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
      },
    ]);
    expect(Object.fromEntries(new URLSearchParams(seen[0]?.body))).toEqual({
      grant_type: 'authorization_code',
      code: CODE.code,
      redirect_uri: CODE.redirectUri,
    });
  });

  it('is not sent again when the connection breaks', async () => {
    drop = true;
    await expect(exchange()).rejects.toMatchObject({ code: 'unavailable' });
    expect(seen).toHaveLength(1);
  });
});
