// The partner's client: its id, secret and redirect URLs.
import { createHash, timingSafeEqual } from 'node:crypto';

/** A client as it is registered. */
export interface ClientOptions {
  /** Default `simulator-client`. */
  id: string;
  /** Default `simulator-secret`. */
  secret: string;
  /** The first one is the default redirect URL. Default: `/auth/callback` on port 4000 of localhost and 127.0.0.1. */
  redirectUris: readonly string[];
  /** Whether a registered loopback address is accepted with any port. Default false. */
  anyLoopbackPort: boolean;
}

/** A registered client. */
export interface Client {
  readonly id: string;
  readonly defaultRedirectUri: string;
  /** Whether a value of the Authorization header is this client's id and secret as HTTP Basic. */
  readonly isMe: (authorization: string | undefined) => boolean;
  /** Whether a redirect URL is registered, compared character by character. */
  readonly mayRedirectTo: (uri: string) => boolean;
}

const DEFAULTS: ClientOptions = {
  id: 'simulator-client',
  secret: 'simulator-secret',
  redirectUris: ['http://localhost:4000/auth/callback', 'http://127.0.0.1:4000/auth/callback'],
  anyLoopbackPort: false,
};

const LOOPBACK_PORT = /^(http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])):\d{1,5}(?=\/|$)/;

/** Throws RangeError when there is no redirect URL, or one that is no URL. */
export function createClient(options: Partial<ClientOptions> = {}): Client {
  const { id, secret, redirectUris, anyLoopbackPort } = { ...DEFAULTS, ...options };
  const [defaultRedirectUri] = redirectUris;
  if (defaultRedirectUri === undefined) throw new RangeError('Cannot register the client: there is no redirect URL');
  const unreadable = redirectUris.find((uri) => !URL.canParse(uri));
  if (unreadable !== undefined) throw new RangeError(`Cannot register the client: "${unreadable}" is no URL`);
  const spelled = (uri: string): string => (anyLoopbackPort ? uri.replace(LOOPBACK_PORT, '$1') : uri);
  const registered = new Set(redirectUris.map(spelled));
  return {
    id,
    defaultRedirectUri,
    isMe: (authorization) => {
      const encoded = /^Basic +(\S+)$/i.exec(authorization ?? '')?.[1];
      return encoded !== undefined && areEqual(Buffer.from(encoded, 'base64').toString(), `${id}:${secret}`);
    },
    mayRedirectTo: (uri) => URL.canParse(uri) && registered.has(spelled(uri)),
  };
}

function areEqual(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
