// From a request to its answer: who asks, for what, may they, and what is there.
import { type Answer, type OpenAsk, Refusal, errorBody } from './ask.ts';
import type { Dialect } from './dialects/spelling.ts';
import { type Resident, isShared } from './life/resident.ts';
import { type Match, matchRoutes } from './match.ts';
import type { Route, Services } from './route.ts';
import { createRoutes } from './routes.ts';

export interface Incoming {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly body: string;
  /** Null: no valid token. */
  readonly resident: Resident | null;
  /** Whether it came with the client's id and secret. */
  readonly isClient: boolean;
  readonly now: number;
  readonly dialect: Dialect;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export type Responder = (incoming: Incoming, refusal?: Refusal) => Promise<Reply>;

const SIGN_IN_PAGE = '<!doctype html><html><head><title>401</title></head><body><h1>Unauthorized</h1></body></html>';

/** Answers requests from the services given; a `refusal` decided elsewhere is only dressed as an answer. */
export function createResponder(services: Services): Responder {
  const routes = createRoutes(services);
  let serial = 0;
  return async (incoming, refusal) => {
    serial += 1;
    const corrId = serial;
    try {
      if (refusal) throw refusal;
      return dressed(await answerOf({ routes, services }, incoming));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refused(error, incoming, corrId);
    }
  };
}

interface Table {
  readonly routes: readonly Route[];
  readonly services: Services;
}

async function answerOf({ routes, services }: Table, incoming: Incoming): Promise<Answer> {
  const url = urlOf(incoming.path);
  const { route, params } = matchOf(matchRoutes(routes, url.pathname), url, incoming);
  const { isClient, dialect, now, body, resident } = incoming;
  const ask: OpenAsk = { isClient, dialect, now, params, query: url.searchParams, body };
  if (route.access === 'anybody') return route.answer(ask);
  if (route.access === 'client') {
    if (!isClient) throw new Refusal(401, 'Cannot tell who is asking: this takes the client id and secret');
    return route.answer(ask);
  }
  const person = known(resident);
  const registration = services.accounts.registrationOf(person.userId);
  if (route.access === 'data' && !registration) {
    throw new Refusal(403, 'Cannot share the data: the user is not registered');
  }
  if (!hasConsent(person, route)) {
    throw new Refusal(403, 'Cannot share the data: the user has not accepted all mandatory consents');
  }
  const registeredAt = registration?.at ?? Number.POSITIVE_INFINITY;
  return route.answer({ ...ask, resident: person, today: person.zone.dateOf(now), registeredAt });
}

/** Strangers are told nothing about which resources there are. */
function matchOf(matches: readonly Match[], url: URL, incoming: Incoming): Match {
  const match = matches.find(({ route }) => route.method === incoming.method);
  if (match) return match;
  if (!incoming.isClient) known(incoming.resident);
  if (matches.length === 0) throw new Refusal(404, `Cannot find ${url.pathname}: there is no such resource`);
  const methods = [...new Set(matches.map(({ route }) => route.method))].join(', ');
  throw new Refusal(405, `Cannot ${incoming.method} ${url.pathname}: it takes ${methods}`);
}

function known(resident: Resident | null): Resident {
  if (resident) return resident;
  throw new Refusal(401, 'Cannot tell who is asking: the access token is missing or not valid');
}

function urlOf(path: string): URL {
  if (path.startsWith('/') && URL.canParse(`http://simulator${path}`)) return new URL(`http://simulator${path}`);
  throw new Refusal(400, 'Cannot read the path');
}

/** Only reading asks for consent; of the user resource, a withdrawal of everything is enough to hide it. */
function hasConsent(resident: Resident, route: Route): boolean {
  if (route.access === 'data') return isShared(resident, route.chapter);
  return route.method !== 'GET' || resident.missing.consent !== 'all';
}

function dressed({ status, body, content, headers = {} }: Answer): Reply {
  if (content) return { status, headers: { ...headers, 'Content-Type': content.type }, body: content.bytes };
  if (body === undefined) return { status, headers, body: '' };
  return { status, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** The live API answers 401 with a page, everything else with the error body. */
function refused(refusal: Refusal, incoming: Incoming, serial: number): Reply {
  const { status, message } = refusal;
  if (status === 401 && incoming.dialect === 'live') {
    return dressed({ status, content: { type: 'text/html; charset=utf-8', bytes: SIGN_IN_PAGE } });
  }
  return dressed({ status, body: errorBody(status, message, { now: incoming.now, serial }) });
}
