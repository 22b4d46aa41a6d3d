// Signing in with Polar: the actions as handlers, each with the context that it needs, or a page that says what is missing.
import { withOrigin } from '../../accesslink/budget/call.ts';
import { type BreakerOptions, createBreaker } from '../../accesslink/breaker.ts';
import { reportFailures } from '../../accesslink/failure-report.ts';
import { createTransport, type Timeouts } from '../../accesslink/transport.ts';
import type { Clock } from '../../clock.ts';
import type { PolarClient } from '../../config.ts';
import type { Store } from '../../store/contract/store.ts';
import type { EncryptionKey } from '../../store/crypto/encryption.ts';
import { isLoopback, ownOrigin } from '../http/origin.ts';
import type { Handler } from '../http/router.ts';
import { observedTransport } from '../observability/observed-upstream.ts';
import type { Telemetry } from '../observability/telemetry.ts';
import { type HtmlPage, pageResponse, redirect } from './pages.ts';
import type { AuthAction, SignInDependencies } from './sign-in-context.ts';
import { createStateEncryption } from './tokens/login-states.ts';

export interface SignIn {
  /** A handler for an action. Without a store, a client or a private origin it responds with a page that says so. */
  handler(action: AuthAction): Handler;
  close(): Promise<void>;
}

export interface SignInOptions
  extends Pick<
    SignInDependencies,
    'appRedirectUris' | 'send' | 'now' | 'accountMutex' | 'reportUpstream' | 'codeGuesses'
  > {
  /** Null: nobody can sign in. */
  readonly store: Store | null;
  /** Null: nobody can sign in. */
  readonly client: PolarClient | null;
  readonly publicUrl: string | null;
  /** The store's keys: every process opens the states that another one has encrypted. */
  readonly keys?: readonly EncryptionKey[];
  readonly clock: Clock;
  /** A number from 0 to 1, for jitter. */
  readonly random: () => number;
  readonly timeouts?: Timeouts;
  readonly telemetry: Pick<Telemetry, 'upstreamCall' | 'signInFailure' | 'breaker'>;
}

const MAX_TOKEN_RESPONSE_BYTES = 65_536;

/** Polar's token endpoint is another server than AccessLink, so it has connections and a breaker of its own. It counts no requests. */
export function createSignIn(options: SignInOptions): SignIn {
  const { store, client, publicUrl, clock, random, timeouts, reportUpstream, telemetry, keys = [] } = options;
  const onChange: BreakerOptions['onChange'] = (change) => telemetry.breaker({ upstream: 'token-server', ...change });
  const breaker = createBreaker({ clock, random, onChange });
  // Polar has just given the token that is sent.
  const send = withOrigin(options.send, { class: 'person', isProven: true });
  const stateEncryption = createStateEncryption(keys);
  const tokenServer =
    client &&
    createTransport({
      origin: new URL(client.tokenUrl).origin,
      clock,
      maxBodyBytes: MAX_TOKEN_RESPONSE_BYTES,
      ...(timeouts ? { timeouts } : {}),
    });
  const observed = tokenServer && observedTransport(tokenServer.send, telemetry.upstreamCall);
  const sendToTokenUrl = observed && breaker.protect(reportFailures(observed, reportUpstream));
  return {
    handler: (action) => async (request, url) => {
      if (!store || !client || !sendToTokenUrl) return pageResponse(NOT_CONFIGURED);
      const origin = ownOrigin(url, publicUrl);
      if (origin === null || !isPrivate(origin)) return pageResponse(NO_ORIGIN);
      const onFailure = telemetry.signInFailure;
      return action(request, {
        ...options,
        send,
        store,
        client,
        origin,
        url,
        stateEncryption,
        sendToTokenUrl,
        onFailure,
      });
    },
    close: async () => tokenServer?.close(),
  };
}

/**
 * Redirects to the same path of PUBLIC_URL before the action, when the request used another loopback name with the same port:
 * localhost and 127.0.0.1 are one machine with two sets of cookies.
 */
export function atOwnOrigin(action: AuthAction): AuthAction {
  return async (request, context) => {
    const { origin, url } = context;
    const isOtherName = url.origin !== origin && isLoopback(url.origin) && isLoopback(origin);
    if (!isOtherName || url.port !== new URL(origin).port) return action(request, context);
    return redirect(origin + url.pathname + url.search);
  };
}

/** Whether cookies and tokens are protected by TLS, or do not leave the machine. */
function isPrivate(origin: string): boolean {
  return origin.startsWith('https:') || isLoopback(origin);
}

const NOT_CONFIGURED: HtmlPage = {
  status: 404,
  title: 'Nobody can sign in here',
  text: 'This server has no client at Polar: set POLAR_CLIENT_ID and POLAR_CLIENT_SECRET.',
};

const NO_ORIGIN: HtmlPage = {
  status: 421,
  title: 'Nobody can sign in at this address',
  text: 'The server does not know its public address: set PUBLIC_URL, with https unless it is a loopback address.',
};
