// From a request to its answer: who asks, for what, may they, and what is there.
import { type Answer, Refusal, errorBody } from './ask.ts';
import type { Dialect } from './dialects/spelling.ts';
import type { Chapter, Resident } from './life/resident.ts';
import { type Route, createRoutes, matchRoute } from './routes.ts';

export interface Incoming {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  /** Null: no valid token. */
  readonly resident: Resident | null;
  readonly now: number;
  readonly dialect: Dialect;
}

export interface Reply {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
}

export type Responder = (incoming: Incoming, refusal?: Refusal) => Reply;

const SIGN_IN_PAGE = '<!doctype html><html><head><title>401</title></head><body><h1>Unauthorized</h1></body></html>';

/** Answers requests for the people given; a `refusal` decided elsewhere is only dressed as an answer. */
export function createResponder(residents: readonly Resident[]): Responder {
  const ids = new Set(residents.map(({ userId }) => userId));
  const routes = createRoutes((userId) => ids.has(userId));
  let serial = 0;
  return (incoming, refusal) => {
    serial += 1;
    try {
      if (refusal) throw refusal;
      return dressed(answerOf(routes, incoming));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refused(error, incoming, serial);
    }
  };
}

function answerOf(routes: readonly Route[], incoming: Incoming): Answer {
  const { method, resident, now, dialect } = incoming;
  if (!resident) throw new Refusal(401, 'Cannot tell who is asking: the access token is missing or not valid');
  const url = urlOf(incoming.path);
  const match = matchRoute(routes, url.pathname);
  if (!match) throw new Refusal(404, `Cannot find ${url.pathname}: there is no such resource`);
  if (method !== 'GET') throw new Refusal(405, `Cannot ${method} ${url.pathname}: only GET is served`);
  if (!hasConsent(resident, match.route.chapter)) {
    throw new Refusal(403, 'Cannot share the data: the user has not accepted all mandatory consents');
  }
  const today = resident.zone.dateOf(now);
  return match.route.answer({ resident, dialect, now, today, params: match.params, query: url.searchParams });
}

function urlOf(path: string): URL {
  if (path.startsWith('/') && URL.canParse(`http://simulator${path}`)) return new URL(`http://simulator${path}`);
  throw new Refusal(400, 'Cannot read the path');
}

function hasConsent(resident: Resident, chapter: Chapter): boolean {
  const { consent } = resident.missing;
  return consent !== 'all' && !consent.includes(chapter);
}

function dressed({ status, body }: Answer): Reply {
  if (body === undefined) return { status, contentType: null, body: '' };
  return { status, contentType: 'application/json', body: JSON.stringify(body) };
}

/** The live API answers 401 with a page, everything else with the error body. */
function refused(refusal: Refusal, incoming: Incoming, serial: number): Reply {
  const { status, message } = refusal;
  if (status === 401 && incoming.dialect === 'live') {
    return { status, contentType: 'text/html; charset=utf-8', body: SIGN_IN_PAGE };
  }
  return dressed({ status, body: errorBody(status, message, { now: incoming.now, serial }) });
}
