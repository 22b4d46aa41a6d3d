// An odd value in what AccessLink answers the partner, and to a transaction that is opened and listed: no status but 200, and
// no INTERNAL.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecret } from '../../src/secret.ts';
import { basicOf, CLIENT } from '../support/client.ts';
import { type AnsweredError, NOW, startGateway, type StoringGateway } from '../support/gateway.ts';
import { type ScriptedUpstream, startScriptedUpstream } from '../support/scripted-upstream.ts';
import { sessionHash } from '../support/delivering.ts';
import { oddBody } from './odd-body.ts';
import { oddValues } from './odd-values.ts';
import type { Path, Place } from './places.ts';
import { seededSample } from './sample.ts';
import { isWhole } from './trials.ts';

const USER = '70000017';
const SESSION = `alg_${'s'.repeat(43)}`;
/** Timers never run: no job does anything by itself, and nothing is too late. */
const NEVER = 0.001;
const SAMPLE = 12;

interface Answer {
  readonly request: string;
  readonly good: object;
  /** The object whose properties are made odd. */
  readonly record: Path;
  readonly query: string;
  /** Null for what the partner asks. */
  readonly session: string | null;
}

const WEBHOOK = { id: 'abdf33', events: ['EXERCISE'], url: 'https://my.example/hook', active: true };
const WEBHOOK_FIELDS = '{ id url events active existsAtAccessLink hasSigningKey paused createdAt }';
const PAYLOAD = `{ webhook ${WEBHOOK_FIELDS} userErrors { code message field } }`;
const transaction = (kind: string, name: string) => ({
  request: `POST /v3/users/${USER}/${kind}-transactions`,
  good: { 'transaction-id': 179879, 'resource-uri': 'https://x.example/v3/users/1/x-transactions/179879' },
  record: [],
  query: `mutation { collect(kind: ${name}) { collected userErrors { code message } } }`,
  session: SESSION,
});

const ANSWERS: readonly Answer[] = [
  {
    request: 'GET /v3/webhooks',
    good: { data: [WEBHOOK] },
    record: ['data', 0],
    query: `{ partner { webhook ${WEBHOOK_FIELDS} } }`,
    session: null,
  },
  {
    request: 'POST /v3/webhooks',
    good: { data: { ...WEBHOOK, signature_secret_key: 'abe1f3ae' } },
    record: ['data'],
    query: `mutation { createWebhook(input: { url: "https://my.example/hook" }) ${PAYLOAD} }`,
    session: null,
  },
  {
    request: 'PATCH /v3/webhooks/abdf33',
    good: { data: WEBHOOK },
    record: ['data'],
    query: `mutation { updateWebhook(input: { events: [SLEEP] }) ${PAYLOAD} }`,
    session: null,
  },
  {
    request: 'GET /v3/notifications',
    good: { 'available-user-data': [{ 'user-id': 1, 'data-type': 'EXERCISE', url: 'https://x.example/' }] },
    record: ['available-user-data', 0],
    query: '{ partner { notifications { polarUserId type } } }',
    session: null,
  },
  transaction('exercise', 'EXERCISE'),
  transaction('activity', 'ACTIVITY'),
  transaction('physical-information', 'PHYSICAL_INFORMATION'),
];

let upstream: ScriptedUpstream;
let gateway: StoringGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(() => NOW);
  gateway = await startGateway({
    timerSpeed: NEVER,
    store: {},
    client: CLIENT,
    app: { accessLinkUrl: upstream.url },
  });
  const token = createSecret('token');
  await gateway.store.users.connect({ polarUserId: USER, memberId: null, registeredAt: NOW, token, connectedAt: NOW });
  const session = { tokenHash: sessionHash(SESSION), polarUserId: USER, kind: 'app', createdAt: NOW } as const;
  await gateway.store.sessions.create({ ...session, expiresAt: NOW + 86_400_000 });
});
afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

function placesIn({ good, record }: Answer): Place[] {
  const inner = record.reduce<unknown>((value, key) => Reflect.get(Object(value), key), good);
  const paths: Path[] = [
    ...record.map((_, index) => record.slice(0, index + 1)),
    ...keysOf(inner).map((key) => [...record, key]),
  ];
  return paths.map((path) => ({ name: path.join('.'), path, isKey: false, item: null }));
}

function keysOf(value: unknown): string[] {
  return Object.keys(Object(value));
}

async function askWith(text: string, { request, query, session }: Answer): Promise<string[]> {
  const isChange = request.startsWith('PATCH');
  const others = isChange ? [{ at: 'GET /v3/webhooks', json: { data: [WEBHOOK] } }] : [];
  upstream.answerBy([{ at: request, text, headers: { 'content-type': 'application/json' } }, ...others]);
  const authorization = session === null ? basicOf(CLIENT) : `Bearer ${session}`;
  const { status, errors = [] } = await gateway.ask(query, { headers: { authorization } });
  return [...(status === 200 ? [] : [`status ${status}`]), ...errors.filter(isInternal).map(({ message }) => message)];
}

const isInternal = ({ extensions }: AnsweredError) => !extensions.code.startsWith('UPSTREAM_');

describe('an odd value of what the partner or an import is answered', () => {
  it.each(ANSWERS)('in $request is no error of the gateway', async (answer) => {
    expect(await askWith(JSON.stringify(answer.good), answer)).toEqual([]);
    expect(upstream.requests.map(({ method, path }) => `${method} ${path}`)).toContain(answer.request);
    const all = placesIn(answer).flatMap((place) => oddValues.map((odd) => ({ place, odd })));
    const trials = isWhole ? all : seededSample(all, SAMPLE, all.length);
    const problems: string[] = [];
    for (const { place, odd } of trials) {
      const found = await askWith(oddBody(answer.good, place, odd), answer);
      problems.push(...found.map((problem) => `${place.name} ${odd.name}: ${problem}`));
    }
    expect(problems).toEqual([]);
  });
});
