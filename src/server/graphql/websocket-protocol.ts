// Who may speak over a WebSocket, and what is done with what they send.
import type { IncomingMessage } from 'node:http';
import { getOperationAST, GraphQLError } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Identify } from '../auth/identity.ts';
import { ownOrigin } from '../http/origin.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import type { GraphqlServer, PreparedSubscription } from './yoga.ts';

/** What goes with a connection; who asks, once that is known. */
export interface Extra extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  asking?: AuthenticationRequest;
}

export interface ProtocolOptions {
  readonly engine: Pick<GraphqlServer, 'prepare'>;
  readonly identify: Identify;
  readonly publicUrl: string | null;
}

type Params = Readonly<Record<string, unknown>>;

const FORBIDDEN = 4403;
/** Not longer than a close frame takes. */
const HOW =
  'Sign in at /auth/login and send {"authorization": "Bearer ..."} in connection_init, or the cookie of a browser';

/** People who signed in here; they may subscribe, and ask and change nothing. */
export function protocolOptions({ engine, identify, publicUrl }: ProtocolOptions): ServerOptions<Params, Extra> {
  return {
    onConnect: async ({ connectionParams = {}, extra }) => {
      const asking = askingOf(extra.request, connectionParams, publicUrl);
      const { signedIn } = await identify(asking);
      if (signedIn) extra.asking = asking;
      else extra.socket.close(FORBIDDEN, HOW);
      return signedIn !== null;
    },
    onSubscribe: async ({ extra }, _, sent) => {
      if (!extra.asking) return [badInput('Cannot subscribe: nobody has connected')];
      const prepared = engine.prepare(sent, extra.asking);
      if (!('document' in prepared)) return prepared.map(withoutHttp);
      const operation = getOperationAST(prepared.document, sent.operationName)?.operation;
      if (operation !== 'subscription') return [badInput('Cannot answer here: send queries and mutations by POST')];
      return prepared;
    },
    subscribe: (args) => (args as PreparedSubscription).subscribe(),
  };
}

/**
 * The request that the first message stands for. A browser adds its cookies to whatever any page makes it open, but tells
 * which page: only our own may use them.
 */
function askingOf({ headers }: IncomingMessage, params: Params, publicUrl: string | null): AuthenticationRequest {
  const url = `http://${headers.host}/graphql`;
  const own = URL.canParse(url) ? ownOrigin(url, publicUrl) : null;
  const isOwnPage = own !== null && headers.origin === own;
  const known: Record<string, unknown> = {
    authorization: params['authorization'],
    'polar-user-id': params['polarUserId'],
    'accesslink-time-zone': params['timeZone'],
    cookie: isOwnPage ? headers.cookie : undefined,
    // What a page of ours would send with a POST.
    'content-type': 'application/json',
    'accesslink-csrf': isOwnPage ? '1' : undefined,
    origin: headers.origin,
  };
  const taken = Object.entries(known).filter((entry): entry is [string, string] => isHeaderValue(entry[1]));
  return {
    method: 'POST',
    url: own === null ? 'http://unknown.invalid/graphql' : `${own}/graphql`,
    headers: new Headers(taken),
  };
}

function isHeaderValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\x20-\x7e]*$/.test(value);
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** What decides the status of a response over HTTP is told to nobody. */
function withoutHttp({ message, source, positions, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { source, positions, extensions: { code: extensions['code'] } });
}
