// From a request to its response: route, authentication, consent, handler, and serialization.
import type { ApiRequest } from './request.ts';
import { type ApiResponse, HttpError, errorBody } from './response.ts';
import type { Dialect } from './dialects/spelling.ts';
import { type PersonProfile, isShared } from './data/person-profile.ts';
import { type RouteMatch, matchRoutes } from './route-matcher.ts';
import type { Route, RouteServices } from './route.ts';
import { createRoutes } from './routes.ts';

/** A request over HTTP, with the credentials that it carries. */
export interface IncomingRequest {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly body: string;
  /** Null: no valid token. */
  readonly person: PersonProfile | null;
  /** Whether it carries the client's id and secret. */
  readonly isClient: boolean;
  readonly now: number;
  readonly dialect: Dialect;
}

/** A serialized response. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Responds to a request; with `rejection`, responds with that error. */
export type Responder = (incoming: IncomingRequest, rejection?: HttpError) => Promise<HttpReply>;

const SIGN_IN_PAGE = '<!doctype html><html><head><title>401</title></head><body><h1>Unauthorized</h1></body></html>';

/** A responder over the routes of these services. */
export function createResponder(services: RouteServices): Responder {
  const routes = createRoutes(services);
  let serial = 0;
  return async (incoming, rejection) => {
    serial += 1;
    const corrId = serial;
    try {
      if (rejection) throw rejection;
      return replyOf(await responseOf({ routes, services }, incoming));
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      return errorReply(error, incoming, corrId);
    }
  };
}

interface RouteTable {
  readonly routes: readonly Route[];
  readonly services: RouteServices;
}

async function responseOf({ routes, services }: RouteTable, incoming: IncomingRequest): Promise<ApiResponse> {
  const url = urlOf(incoming.path);
  const { route, params } = routeFor(matchRoutes(routes, url.pathname), url, incoming);
  const { isClient, dialect, now, body, person } = incoming;
  const request: ApiRequest = { isClient, dialect, now, params, query: url.searchParams, body };
  if (route.access === 'public') return route.handle(request);
  if (route.access === 'client') {
    if (!isClient) throw new HttpError(401, 'Not authenticated: this requires the client id and secret');
    return route.handle(request);
  }
  const caller = requirePerson(person);
  const registration = services.accounts.registrationOf(caller.userId);
  if (route.access === 'data' && !registration) {
    throw new HttpError(403, 'Cannot share the data: the user is not registered');
  }
  if (!hasConsent(caller, route)) {
    throw new HttpError(403, 'Cannot share the data: the user has not accepted all mandatory consents');
  }
  const registeredAt = registration?.at ?? Number.POSITIVE_INFINITY;
  return route.handle({ ...request, person: caller, today: caller.zone.dateOf(now), registeredAt });
}

/** Without valid credentials every path is a 401, whether it exists or not. */
function routeFor(matches: readonly RouteMatch[], url: URL, incoming: IncomingRequest): RouteMatch {
  const match = matches.find(({ route }) => route.method === incoming.method);
  if (match) return match;
  if (!incoming.isClient) requirePerson(incoming.person);
  if (matches.length === 0) throw new HttpError(404, `Cannot find ${url.pathname}: there is no such resource`);
  const methods = [...new Set(matches.map(({ route }) => route.method))].join(', ');
  throw new HttpError(405, `Cannot ${incoming.method} ${url.pathname}: it takes ${methods}`);
}

function requirePerson(person: PersonProfile | null): PersonProfile {
  if (person) return person;
  throw new HttpError(401, 'Not authenticated: the access token is missing or not valid');
}

function urlOf(path: string): URL {
  if (path.startsWith('/') && URL.canParse(`http://simulator${path}`)) return new URL(`http://simulator${path}`);
  throw new HttpError(400, 'Cannot read the path');
}

/** Only reads need consent. The user resource is hidden only when every consent is withdrawn. */
function hasConsent(person: PersonProfile, route: Route): boolean {
  if (route.access === 'data') return isShared(person, route.category);
  return route.method !== 'GET' || person.missing.consent !== 'all';
}

function replyOf({ status, body, content, headers = {} }: ApiResponse): HttpReply {
  if (content) return { status, headers: { ...headers, 'Content-Type': content.type }, body: content.bytes };
  if (body === undefined) return { status, headers, body: '' };
  return { status, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** The live API responds to 401 with an HTML page, to all else with the error body. */
function errorReply(rejection: HttpError, incoming: IncomingRequest, serial: number): HttpReply {
  const { status, message } = rejection;
  if (status === 401 && incoming.dialect === 'live') {
    return replyOf({ status, content: { type: 'text/html; charset=utf-8', bytes: SIGN_IN_PAGE } });
  }
  return replyOf({ status, body: errorBody(status, message, { now: incoming.now, serial }) });
}
