// A gateway at which people can sign in, and browsers and apps that do so at the simulator over real HTTP.
import { createHash, randomBytes } from 'node:crypto';
import type { AppOptions } from '../../src/server/app.ts';
import { CLIENT } from './client.ts';
import { type Asked, type Gateway, NOW, startGateway, type StoringGateway } from './gateway.ts';

export const ORIGIN = 'https://gateway.test';
export const APP_URI = 'com.example.app:/signed-in';
export const LOOPBACK_URI = 'http://127.0.0.1/signed-in';
export const CLIENT_SECRET = CLIENT.secret;
export const COOKIE = '__Host-accesslink';

export interface SignInGateway extends StoringGateway {
  /** Milliseconds by which the clock of the gateway and the simulator is ahead. */
  later: number;
}

export interface SignInGatewayOptions {
  readonly dataDir?: string;
  readonly hasSocket?: boolean;
  readonly timerSpeed?: number;
  readonly app?: Partial<AppOptions>;
}

/** A gateway at which people sign in by browser and by app. Two with one `dataDir` are two processes over one database. */
export async function startSignInGateway({
  dataDir,
  hasSocket = false,
  timerSpeed,
  app,
}: SignInGatewayOptions = {}): Promise<SignInGateway> {
  const clock = { later: 0 };
  const gateway = await startGateway({
    now: () => NOW + clock.later,
    client: { ...CLIENT, redirectUris: [`${ORIGIN}/auth/callback`] },
    store: { dataDir },
    hasSocket,
    timerSpeed,
    app: { publicUrl: ORIGIN, appRedirectUris: [APP_URI, LOOPBACK_URI], ...app },
  });
  return Object.assign(clock, gateway);
}

/** A browser: it keeps cookies of the gateway, and goes where it is sent one step at a time. */
export interface Browser {
  readonly cookies: Map<string, string>;
  open(path: string, init?: RequestInit): Promise<Response>;
  /** Opens /auth/login with this query, and at the simulator accepts as a person; the address Polar sends back to. */
  consent(userId: string, query?: string): Promise<URL>;
  /** The whole way; the answer to the callback. */
  signIn(userId: string, query?: string): Promise<Response>;
  ask<Data>(query: string): Promise<Asked<Data>>;
}

export function createBrowser(gateway: Gateway): Browser {
  const { app, simulator } = gateway;
  const cookies = new Map<string, string>();
  const cookie = () => Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ');
  const open = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', cookie());
    const response = await app.fetch(new Request(ORIGIN + path, { ...init, headers }));
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0(;|$)/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const consent = async (userId: string, query = '') => {
    const login = await open(`/auth/login${query}`);
    simulator.setAutoConsent(userId);
    const authorize = login.headers.get('location') ?? `about:${login.status}`;
    const back = await fetch(authorize, { redirect: 'manual' });
    return new URL(back.headers.get('location') ?? `about:${back.status}`);
  };
  return {
    cookies,
    open,
    consent,
    signIn: async (userId, query) => {
      const { pathname, search } = await consent(userId, query);
      return open(pathname + search);
    },
    ask: (query) => gateway.ask(query, { headers: { cookie: cookie(), 'accesslink-csrf': '1', origin: ORIGIN } }),
  };
}

/** An app's secret for one sign-in, and the query with which it opens /auth/login. */
export interface AppSignIn {
  readonly verifier: string;
  readonly query: string;
}

export function appSignIn(changes: Readonly<Record<string, string | null>> = {}): AppSignIn {
  const verifier = randomBytes(32).toString('base64url');
  const fields: Record<string, string | null> = {
    response_type: 'code',
    client_id: 'an-app',
    redirect_uri: APP_URI,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'of the app',
    ...changes,
  };
  return { verifier, query: `?${formOf(fields)}` };
}

/** Posts to the token endpoint. */
export async function askToken(
  { app }: Gateway,
  fields: Readonly<Record<string, string | null>>,
): Promise<{ status: number; headers: Headers; json: Record<string, unknown> }> {
  const body = formOf({ grant_type: 'authorization_code', redirect_uri: APP_URI, ...fields });
  const response = await app.fetch(new Request(`${ORIGIN}/auth/token`, { method: 'POST', body }));
  return { status: response.status, headers: response.headers, json: (await response.json()) as never };
}

/** A person signs in for an app; the token that the app gets. */
export async function tokenOf(gateway: Gateway, userId: string): Promise<string> {
  const { verifier, query } = appSignIn();
  const response = await createBrowser(gateway).signIn(userId, query);
  const code = new URL(response.headers.get('location') ?? 'about:blank').searchParams.get('code');
  const { json } = await askToken(gateway, { code, code_verifier: verifier });
  return String(json['access_token']);
}

/** What was asked of the simulator since the last time, without the consent. */
export function takeUpstream({ simulator }: Gateway): string[] {
  const seen = simulator.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`);
  simulator.clearRequests();
  return seen.filter((one) => !one.includes('/oauth2/authorization'));
}

function formOf(fields: Readonly<Record<string, string | null>>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}
