// Whoever does the steps of a case: asks, opens links, signs in, delivers as Polar does.
import { createHmac } from 'node:crypto';
import { basicOf, CLIENT } from '../client.ts';
import { appSignIn } from '../signing-in.ts';
import { type Delivery, joined, type Step, type Text } from './case.ts';
import type { CaseGateway } from './case-gateway.ts';

/** What a step got over HTTP. */
export interface Got {
  readonly status: number;
  readonly text: string;
  /** Where a redirect leads to. */
  readonly location: string | null;
  /** Of a GraphQL answer. */
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: unknown;
}

export interface CaseClient {
  query(query: Text, step: Step): Promise<Got>;
  open(url: string): Promise<Got>;
  /** The way of a browser, without Polar's consent page: the answer to the callback with this query. */
  signIn(query: Readonly<Record<string, string>>, step: Step): Promise<Got>;
  deliver(delivery: Delivery): Promise<Got>;
}

/** A client of a gateway; `user` is the id of the user of the case. */
export function createCaseClient(gateway: CaseGateway, user: string): CaseClient {
  const cookies: string[] = [];
  const send = (path: string, init: RequestInit = {}) =>
    gateway.fetch(new Request(new URL(path, gateway.url), { redirect: 'manual', ...init }));
  return {
    query: async (query, step) => {
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const credentials =
        step.as === 'session' ? { ...ownPage(gateway), cookie: cookies.join('; ') } : credentialsOf(step, user);
      const zone = step.zone === undefined ? {} : { 'accesslink-time-zone': step.zone };
      const body = JSON.stringify({ query: joined(query) });
      const got = await gotFrom(
        await send('/graphql', { method: 'POST', headers: { ...headers, ...credentials, ...zone }, body }),
      );
      return { ...got, ...(JSON.parse(got.text) as object) };
    },
    open: async (url) => gotFrom(await send(url)),
    signIn: async (query, { app = false }) => {
      const login = await send(`/auth/login${app ? appSignIn().query : ''}`);
      const state = new URL(login.headers.get('location') ?? 'about:blank').searchParams.get('state') ?? '';
      const cookie = login.headers.getSetCookie().map(pairOf).join('; ');
      const answer = await send(`/auth/callback?${new URLSearchParams({ ...query, state })}`, { headers: { cookie } });
      cookies.push(...answer.headers.getSetCookie().map(pairOf));
      return gotFrom(answer);
    },
    deliver: async (delivery) => gotFrom(await send('/webhooks/polar', { method: 'POST', ...contentOf(delivery) })),
  };
}

function credentialsOf({ as, anonymous = false }: Step, user: string): Record<string, string> {
  if (anonymous) return {};
  if (as === 'partner') return { authorization: basicOf(CLIENT) };
  const polarUserId = as ?? user;
  return { authorization: `Bearer token-${polarUserId}`, 'polar-user-id': polarUserId };
}

/** What the gateway asks of its own pages besides the cookie. */
function ownPage({ url }: CaseGateway): Record<string, string> {
  return { 'accesslink-csrf': '1', origin: url };
}

function contentOf({ key, body, headers = {} }: Delivery): RequestInit {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const signature =
    key === undefined
      ? null
      : createHmac('sha256', key)
          .update(text ?? '')
          .digest('hex');
  const signed = signature === null ? {} : { 'polar-webhook-signature': signature };
  return { body: text ?? null, headers: { 'content-type': 'application/json', ...signed, ...headers } };
}

function pairOf(cookie: string): string {
  return cookie.split(';')[0] ?? '';
}

async function gotFrom(response: Response): Promise<Got> {
  return { status: response.status, text: await response.text(), location: response.headers.get('location') };
}
