// The graphql-ws protocol on this server: who may connect, and which operations are accepted.
import type { IncomingMessage } from 'node:http';
import { getOperationAST, GraphQLError } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { DomainError } from '../../domain/errors.ts';
import type { Identify, SignedIn } from '../auth/identity.ts';
import { ADDRESS_HEADER } from '../http/client-address.ts';
import { ownOrigin } from '../http/origin.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import type { ValidatedOperation } from './validated-operation.ts';
import type { GraphqlServer } from './yoga.ts';

/** What is known of a connection. */
export interface Extra extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  /** Parsed from the upgrade request. */
  readonly url: URL;
  /** Once the connection is authenticated. */
  authenticated?: AuthenticationRequest;
  /** Who has authenticated. */
  person?: string;
  /** How many queries are being executed. */
  openQueries?: number;
}

export interface ProtocolOptions {
  readonly graphql: Pick<GraphqlServer, 'validate'>;
  readonly identify: Identify;
  readonly publicUrl: string | null;
  /** The id after which a user misses no event from now on. */
  readonly latestId: (polarUserId: string) => Promise<string>;
}

type ExecuteQuery = ValidatedOperation['executeInParts'] & {};

type Params = Readonly<Record<string, unknown>>;

const BY_POST =
  'Cannot execute over a WebSocket: send mutations, and queries without @defer and @stream that are on, by POST';
/** At once, of one connection: as many as browsers have connections to a server. */
const MAX_QUERIES = 6;
const FORBIDDEN = 4403;
/** The reason in a close frame has at most 123 bytes. */
const FORBIDDEN_REASON =
  'Sign in at /auth/login and send {"authorization": "Bearer ..."} in connection_init, or the cookie of a browser';

/**
 * Only users who signed in here may connect. Subscriptions are accepted, and queries whose answers come in parts. The acknowledgement names the id after which
 * a client that is disconnected before its first event resumes.
 */
export function protocolOptions({
  graphql,
  identify,
  publicUrl,
  latestId,
}: ProtocolOptions): ServerOptions<Params, Extra> {
  return {
    onConnect: async ({ connectionParams = {}, extra }) => {
      const request = authenticationRequest(extra, connectionParams, publicUrl);
      const signedIn = await signedInBy(request, identify);
      if (!signedIn) {
        extra.socket.close(FORBIDDEN, FORBIDDEN_REASON);
        return false;
      }
      const { polarUserId } = signedIn.user;
      Object.assign(extra, { authenticated: request, person: `user:${polarUserId}` });
      return { lastEventId: await latestId(polarUserId) };
    },
    onSubscribe: async ({ extra }, _, payload) => {
      if (!extra.authenticated) return [badInput('Cannot subscribe: the connection is not authenticated')];
      const validated = graphql.validate(payload, extra.authenticated);
      if (!('document' in validated)) return validated.map(withoutHttp);
      const operation = getOperationAST(validated.document, payload.operationName)?.operation;
      if (operation === 'subscription') return validated;
      const { executeInParts } = validated;
      return executeInParts ? { ...validated, executeInParts: bounded(executeInParts, extra) } : [badInput(BY_POST)];
    },
    subscribe: (args) => (args as ValidatedOperation).subscribe(),
    execute: async (args) => (await (args as ValidatedOperation).executeInParts?.()) ?? { errors: [badInput(BY_POST)] },
  };
}

/** Executes a query unless too many of its connection are being executed. */
function bounded(execute: ExecuteQuery, extra: Extra): ExecuteQuery {
  return async () => {
    const { openQueries = 0 } = extra;
    if (openQueries >= MAX_QUERIES) return { errors: [tooManyQueries()] };
    extra.openQueries = openQueries + 1;
    const end = () => void (extra.openQueries = (extra.openQueries ?? 1) - 1);
    const executed = await execute();
    if ('ended' in executed) void executed.ended.then(end);
    else end();
    return executed;
  };
}

/** Whoever guesses too often is refused as everybody is who has not signed in. */
async function signedInBy(request: AuthenticationRequest, identify: Identify): Promise<SignedIn | null> {
  try {
    return (await identify(request)).signedIn;
  } catch (failure) {
    if (failure instanceof DomainError) return null;
    throw failure;
  }
}

/**
 * The connection as a request that `identify` reads. A browser sends its cookies with connections of any page, together with
 * the page's origin: only those of our own pages are accepted.
 */
function authenticationRequest(
  { request: { headers }, url }: Extra,
  params: Params,
  publicUrl: string | null,
): AuthenticationRequest {
  const own = ownOrigin(url, publicUrl);
  const isOwnPage = own !== null && headers.origin === own;
  const entries: Record<string, unknown> = {
    authorization: params['authorization'],
    'polar-user-id': params['polarUserId'],
    'accesslink-time-zone': params['timeZone'],
    cookie: isOwnPage ? headers.cookie : undefined,
    // What our own page would send with a POST.
    'content-type': 'application/json',
    'accesslink-csrf': isOwnPage ? '1' : undefined,
    origin: headers.origin,
    [ADDRESS_HEADER]: headers[ADDRESS_HEADER],
  };
  const valid = Object.entries(entries).filter((entry): entry is [string, string] => isHeaderValue(entry[1]));
  return { method: 'POST', url, headers: new Headers(valid) };
}

function isHeaderValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\x20-\x7e]*$/.test(value);
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

function tooManyQueries(): GraphQLError {
  const message = `Cannot execute: ${MAX_QUERIES} queries of this connection are being executed; wait until one is complete`;
  return new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } });
}

/** Without `extensions.http`, which is for responses over HTTP and not for callers. */
function withoutHttp({ message, source, positions, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { source, positions, extensions: { code: extensions['code'] } });
}
