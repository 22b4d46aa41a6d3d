// Requests of every kind that a stranger can send: right ones, right ones with bytes changed, and made-up ones.
import type { Random } from './random.ts';
import { randomOperation } from './random-operation.ts';
import { type RawRequest, wireOf } from './raw-request.ts';

/** What strangers know of a gateway. */
export interface Known {
  readonly ids: readonly string[];
  /** Headers that authenticate people, and the partner. */
  readonly credentials: readonly Readonly<Record<string, string>>[];
  readonly fileLinks: readonly string[];
}

const JSON_TYPE = { 'content-type': 'application/json' };
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];
const TYPES = [
  'application/json',
  'application/graphql',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/json; charset=utf-16',
  '',
];
const PATHS = [
  '/',
  '/graphql',
  '/graphql/',
  '/files/x',
  '/webhooks/polar',
  '/auth/login',
  '/auth/callback',
  '/auth/token',
  '/auth/logout',
  '/.well-known/oauth-authorization-server',
  '/health/live',
  '/health/ready',
  '/metrics',
  '/%00',
  '/..%2f..%2fetc/passwd',
  '//evil.test/graphql',
  '*',
];
const WORDS = ['x', '%', '\u0001', 'ä', '__proto__', '{}', 'null', '-1', 'javascript:alert(1)', '//evil.test', ''];

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

/** The next request, as bytes. */
export function randomRequest(random: Random, known: Known): Buffer {
  const kind = random.pick([
    operation,
    operation,
    inQuery,
    mutatedText,
    mutatedBody,
    form,
    signIn,
    webhook,
    file,
    anything,
  ]);
  const wire = wireOf(kind(random, known));
  return random.chance(0.15) ? mutated(wire, random) : wire;
}

type Kind = (random: Random, known: Known) => RawRequest;

const post = (headers: Readonly<Record<string, string>>, body: string | Uint8Array): RawRequest => ({
  method: 'POST',
  target: '/graphql',
  headers,
  body: typeof body === 'string' ? bytesOf(body) : body,
});

const authenticated = (random: Random, { credentials }: Known) => ({ ...JSON_TYPE, ...random.pick(credentials) });

const operation: Kind = (random, known) =>
  post(authenticated(random, known), JSON.stringify(randomOperation(random, { ids: known.ids })));

const inQuery: Kind = (random, known) => {
  const { query, variables } = randomOperation(random, { ids: known.ids });
  const fields = new URLSearchParams({
    query,
    variables: JSON.stringify(variables),
    operationName: random.pick(WORDS),
  });
  return { method: 'GET', target: `/graphql?${fields}`, headers: random.pick(known.credentials), body: bytesOf('') };
};

const mutatedText: Kind = (random, known) => {
  const { query, variables } = randomOperation(random, { ids: known.ids });
  const text = mutated(Buffer.from(query), random).toString();
  return post(authenticated(random, known), JSON.stringify({ query: text, variables }));
};

const mutatedBody: Kind = (random, known) =>
  post(
    authenticated(random, known),
    mutated(Buffer.from(JSON.stringify(randomOperation(random, { ids: known.ids }))), random),
  );

const form: Kind = (random, known) => {
  const { query } = randomOperation(random, { ids: known.ids });
  return post(
    { ...random.pick(known.credentials), 'content-type': random.pick(TYPES) },
    new URLSearchParams({ query }).toString(),
  );
};

const SIGN_IN_FIELDS = [
  'response_type',
  'client_id',
  'redirect_uri',
  'code_challenge',
  'code_challenge_method',
  'state',
  'code',
  'error',
  'return_to',
  'grant_type',
  'code_verifier',
];

const signIn: Kind = (random) => {
  const fields = new URLSearchParams();
  const values = [...WORDS, 'code', 'S256', 'com.example.app:/signed-in', 'authorization_code', 'x'.repeat(43)];
  for (let count = random.below(6); count > 0; count -= 1)
    fields.append(random.pick(SIGN_IN_FIELDS), random.pick(values));
  const path = random.pick(['login', 'callback', 'token', 'logout']);
  const isPost = random.chance(0.5);
  const cookie = `__Host-accesslink=${random.pick(WORDS).replaceAll(/[^\w-]/g, '')}`;
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
  const target = isPost ? `/auth/${path}` : `/auth/${path}?${fields}`;
  return { method: isPost ? 'POST' : 'GET', target, headers, body: bytesOf(isPost ? fields.toString() : '') };
};

const webhook: Kind = (random) => {
  const body = mutated(Buffer.from('{"event":"SLEEP","user_id":47110001,"date":"2026-11-21"}'), random);
  const signature = random.pick(['', 'a'.repeat(64), 'a'.repeat(63), '%', '0'.repeat(4_000)]);
  return {
    method: 'POST',
    target: '/webhooks/polar',
    headers: { ...JSON_TYPE, 'polar-webhook-signature': signature },
    body,
  };
};

const file: Kind = (random, { fileLinks }) => {
  const link = random.pick(fileLinks);
  const target = random.chance(0.3)
    ? link
    : mutated(Buffer.from(link), random)
        .toString('latin1')
        .replaceAll(/[^!-~]/g, 'x');
  return { method: 'GET', target: `/${target.replace(/^\//, '')}`, headers: {}, body: bytesOf('') };
};

const anything: Kind = (random, { credentials }) => ({
  method: random.pick(METHODS),
  target: random.pick(PATHS),
  headers: {
    'content-type': random.pick(TYPES),
    accept: random.pick(['*/*', 'text/event-stream', 'text/html', 'x', 'application/graphql-response+json']),
    [random.pick(['accesslink-plan', 'accesslink-time-zone', 'last-event-id', 'cookie', 'origin', 'polar-user-id'])]:
      random.pick(WORDS).replaceAll(/[^ -~]/g, 'x'),
    ...(random.chance(0.3) && random.pick(credentials)),
  },
  body: bytesOf(random.pick(['', '{}', '{"query":"{__typename}"}', '[[[[', '"', '\u0000'.repeat(100)])),
});

/** The bytes with one to four of them changed, taken out, doubled or put in. */
function mutated(bytes: Buffer, random: Random): Buffer {
  let changed = Buffer.from(bytes);
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    const at = random.below(changed.length + 1);
    const [before, after] = [changed.subarray(0, at), changed.subarray(at)];
    const byte = Buffer.from([random.below(256)]);
    const parts = random.pick([
      [before, byte, after.subarray(1)],
      [before, byte, after],
      [before, after.subarray(1)],
      [before, after.subarray(0, 8), after],
      [before, after.subarray(random.below(20))],
    ]);
    changed = Buffer.concat(parts);
  }
  return changed;
}
