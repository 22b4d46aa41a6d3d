// The way in: which step answers which request under /auth.
import { createTransport, type Timeouts } from '../../accesslink/transport.ts';
import type { Clock } from '../../clock.ts';
import type { PolarClient } from '../../config.ts';
import type { Store } from '../../store/contract/store.ts';
import { callback } from './actions/callback.ts';
import { login } from './actions/login.ts';
import { askLogout, logout } from './actions/logout.ts';
import { metadata } from './actions/metadata.ts';
import { isLoopback, ownOrigin } from '../http/origin.ts';
import { type HtmlPage, pageResponse, redirect } from './pages.ts';
import type { SignInDependencies, AuthAction } from './sign-in-context.ts';
import { token } from './actions/token.ts';

/** Answers what belongs to signing in; null for every other request. */
export interface SignIn {
  fetch(request: Request): Promise<Response | null>;
  close(): Promise<void>;
}

export interface SignInOptions extends Pick<SignInDependencies, 'appRedirectUris' | 'send' | 'now'> {
  /** Null: nobody can sign in. */
  readonly store: Store | null;
  /** Null: nobody can sign in. */
  readonly client: PolarClient | null;
  readonly publicUrl: string | null;
  readonly clock: Clock;
  readonly timeouts?: Timeouts;
}

const STEPS: Readonly<Record<string, Readonly<Record<string, AuthAction>>>> = {
  '/auth/login': { GET: login },
  '/auth/callback': { GET: callback },
  '/auth/logout': { GET: askLogout, POST: logout },
  '/auth/token': { POST: token },
  '/.well-known/oauth-authorization-server': { GET: metadata },
};

const MAX_TOKEN_REPLY = 65_536;

/** Signing in over Polar's client. Polar's token endpoint has connections of its own: it is another server than AccessLink. */
export function createSignIn(options: SignInOptions): SignIn {
  const { store, client, publicUrl, timeouts } = options;
  const polar =
    client &&
    createTransport({
      origin: new URL(client.tokenUrl).origin,
      clock: options.clock,
      maxBodyBytes: MAX_TOKEN_REPLY,
      ...(timeouts ? { timeouts } : {}),
    });
  return {
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      const steps = Object.hasOwn(STEPS, pathname) ? STEPS[pathname] : undefined;
      if (!steps) return null;
      const step = steps[request.method];
      if (!step) return new Response(null, { status: 405, headers: { allow: Object.keys(steps).join(', ') } });
      const origin = ownOrigin(request.url, publicUrl);
      if (!store || !client || !polar) return pageResponse(NOT_CONFIGURED);
      if (origin === null || !isPrivate(origin)) return pageResponse(NO_ADDRESS);
      if (step === login && isOtherLoopback(request.url, origin))
        return redirect(origin + pathname + new URL(request.url).search);
      return step(request, { ...options, store, client, origin, sendToTokenUrl: polar.send });
    },
    close: async () => polar?.close(),
  };
}

/** Cookies and tokens go over TLS, or do not leave the machine. */
function isPrivate(origin: string): boolean {
  return origin.startsWith('https:') || isLoopback(origin);
}

/** localhost and 127.0.0.1 are one machine and two sets of cookies: the sign-in happens where PUBLIC_URL says. */
function isOtherLoopback(url: string, origin: string): boolean {
  const asked = new URL(url).origin;
  return asked !== origin && isLoopback(asked) && isLoopback(origin) && new URL(asked).port === new URL(origin).port;
}

const NOT_CONFIGURED: HtmlPage = {
  status: 404,
  title: 'Nobody can sign in here',
  text: 'This server has no client at Polar: set POLAR_CLIENT_ID and POLAR_CLIENT_SECRET.',
};

const NO_ADDRESS: HtmlPage = {
  status: 421,
  title: 'Nobody can sign in at this address',
  text: 'The server does not know under which address it is reached: set PUBLIC_URL, with https where it is not this machine.',
};
