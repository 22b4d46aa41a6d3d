// What pages of other origins can make a browser send with the session of whoever is signed in: nothing of it is executed.
import type * as credentials from '../../src/server/auth/credentials.ts';
import { COOKIE, ORIGIN } from '../support/signing-in.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';

const QUERY = '{ viewer { firstName } }';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/graphql',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/plain; application/json',
  null,
];
const ORIGINS = [
  ORIGIN,
  'https://evil.test',
  `${ORIGIN}.evil.test`,
  'http://gateway.test',
  'https://x.gateway.test',
  'null',
  null,
];
const GUARDS = ['1', '0', 'true', null];

interface Attempt {
  readonly method: string;
  readonly type: string | null;
  readonly origin: string | null;
  readonly guard: string | null;
}

const attempts: readonly Attempt[] = METHODS.flatMap((method) =>
  TYPES.flatMap((type) => ORIGINS.flatMap((origin) => GUARDS.map((guard) => ({ method, type, origin, guard })))),
);

/** What a page of the server's own origin sends, and a client that has no origin. */
function isIntended({ method, type, origin, guard }: Attempt): boolean {
  const isJson = type?.startsWith('application/json') ?? false;
  return method === 'POST' && isJson && guard === '1' && (origin === null || origin === ORIGIN);
}

function requestOf({ method, type, origin, guard }: Attempt, cookie: string): Request {
  const headers = new Headers({ cookie });
  if (type !== null) headers.set('content-type', type);
  if (origin !== null) headers.set('origin', origin);
  if (guard !== null) headers.set('accesslink-csrf', guard);
  const target = `${ORIGIN}/graphql?query=${encodeURIComponent(QUERY)}`;
  const body = type?.includes('urlencoded') ? `query=${encodeURIComponent(QUERY)}` : JSON.stringify({ query: QUERY });
  return new Request(target, { method, headers, ...(method !== 'GET' && { body }) });
}

async function measure({ startSignInGateway, createBrowser }: Build): Promise<Measurement> {
  const gateway = await startSignInGateway({ app: { defaultUser: null } });
  const browser = createBrowser(gateway);
  await browser.signIn(gateway.simulator.people[0]?.userId ?? '');
  const cookie = `${COOKIE}=${browser.cookies.get(COOKIE)}`;
  const breaches: string[] = [];
  let served = 0;
  for (const attempt of attempts) {
    const text = await (await gateway.app.fetch(requestOf(attempt, cookie))).text();
    const isServed = text.includes('"firstName":"');
    if (isServed) served += 1;
    if (isServed !== isIntended(attempt))
      breaches.push(`${isServed ? 'served' : 'refused'}: ${JSON.stringify(attempt)}`);
  }
  await gateway.close();
  const forged = attempts.filter((attempt) => !isIntended(attempt)).length;
  return { figure: `${forged} forged requests: ${breaches.length} executed; ${served} intended ones served`, breaches };
}

/** A request as a page of the server's own would send it. */
function asIntended(request: credentials.AuthenticationRequest): credentials.AuthenticationRequest {
  const headers = new Headers(request.headers as Headers);
  headers.set('accesslink-csrf', '1');
  headers.set('content-type', 'application/json');
  headers.delete('origin');
  return { url: request.url, method: 'POST', headers };
}

bar('csrf', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof credentials, Measurement>(
      'src/server/auth/credentials.ts',
      ({ credentialsIn }) => ({ credentialsIn: (request, publicUrl) => credentialsIn(asIntended(request), publicUrl) }),
      measure,
    ),
});
