import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Simulator, createSimulator } from '../../src/simulator/simulator.ts';
import { type TestResponse, NOW, at, records, send } from './simulator-client.ts';
import { type Receiver, startReceiver } from './webhook-receiver.ts';

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly statuses: readonly string[];
  readonly isOfClient: boolean;
  /** Of the successful body; empty when it is a list or a file. */
  readonly properties: readonly string[];
}

const AINO = '47110001';
const description: unknown = parse(readFileSync('docs/accesslink/openapi.yaml', 'utf8'));
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const OPERATIONS: readonly Operation[] = Object.entries(Object(at(description, 'paths'))).flatMap(([path, methods]) =>
  METHODS.filter((method) => at(methods, method)).map((method) => operationOf(path, method, at(methods, method))),
);

function operationOf(path: string, method: string, operation: unknown): Operation {
  const responses = at(operation, 'responses');
  const body = ['200', '201']
    .map((status) => at(responses, status, 'content', 'application/json', 'schema'))
    .find(Boolean);
  return {
    method: method.toUpperCase(),
    path,
    statuses: Object.keys(Object(responses)),
    isOfClient: JSON.stringify(at(operation, 'security')).includes('clientCredentials'),
    properties: Object.keys(Object(at(resolved(body), 'properties'))),
  };
}

function resolved(schema: unknown): unknown {
  const reference = at(schema, '$ref');
  return typeof reference === 'string' ? at(description, ...reference.split('/').slice(1)) : schema;
}

let sim: Simulator;
let receiver: Receiver;
beforeEach(async () => {
  sim = await createSimulator({ now: () => NOW, dialect: 'documented' });
  receiver = await startReceiver();
});
afterEach(async () => {
  await sim.close();
  await receiver.close();
});

const request = (request: string, body?: unknown): Promise<TestResponse> =>
  send(sim, request, { authorization: 'Bearer simulator-token-aino', body });

async function valuesFor({ path }: Operation): Promise<Record<string, string>> {
  const common = { 'user-id': AINO, date: '2026-11-20', days: '7', months: '1', 'type-id': '0', 'webhook-id': 'none' };
  const exerciseId = String(records((await request('GET /v3/exercises')).json).find((one) => one['has_route'])?.['id']);
  const collection = /^.*-transactions(?=\/)/.exec(path)?.[0].replace('{user-id}', AINO);
  if (collection === undefined) return { ...common, exerciseId };
  const transaction = String(at((await request(`POST ${collection}`)).json, 'transaction-id'));
  const { json } = await request(`GET ${collection}/${transaction}`);
  const links = records(Object.values(Object(json))[0]).map(String);
  const items = await Promise.all(links.map((link) => request(`GET ${new URL(link).pathname}`)));
  const item =
    links[
      Math.max(
        0,
        items.findIndex((received) => at(received.json, 'has-route') === true),
      )
    ]
      ?.split('/')
      .at(-1) ?? '';
  return {
    ...common,
    'transaction-id': transaction,
    'activity-id': item,
    'exercise-id': item,
    'physical-info-id': item,
  };
}

async function performed(operation: Operation): Promise<TestResponse> {
  const values = await valuesFor(operation);
  const filled = operation.path.replaceAll(/\{([\w-]+)\}/g, (_, name: string) => values[name] ?? `no-${name}`);
  const query = operation.method === 'GET' && operation.path.startsWith('/v3') ? '?from=2026-11-18&to=2026-11-20' : '';
  const signingIn = operation.path === '/oauth2/authorization' ? '?response_type=code&client_id=simulator-client' : '';
  const body = operation.path === '/v3/webhooks' ? { events: ['SLEEP'], url: receiver.url } : { 'member-id': 'x' };
  return send(sim, `${operation.method} ${filled}${query}${signingIn}`, {
    authorization: operation.isOfClient ? 'client' : 'Bearer simulator-token-aino',
    ...(operation.method === 'GET' ? {} : { body }),
  });
}

/** Documented statuses other than 200, and those of operations that need an earlier step. */
const EXPECTED: Readonly<Record<string, number>> = {
  'POST /v2/oauth2/token': 400,
  'POST /v3/users': 409,
  'POST /v3/webhooks/activate': 204,
  'POST /v3/webhooks/deactivate': 204,
  'PATCH /v3/webhooks/{webhook-id}': 404,
  'DELETE /v3/webhooks/{webhook-id}': 404,
};

it('the documentation has 60 operations of the API and two of OAuth', () => {
  expect(OPERATIONS).toHaveLength(62);
});

describe.each(OPERATIONS)('$method $path', (operation) => {
  it('is served as documented', async () => {
    const received = await performed(operation);
    const success = operation.statuses.find((status) => status.startsWith('2'));
    expect(operation.statuses).toContain(String(received.status));
    expect(received.status).toBe(EXPECTED[`${operation.method} ${operation.path}`] ?? Number(success));
    const hasKeys = operation.properties.length > 0 && received.status < 400 && !Array.isArray(received.json);
    const undocumented = Object.keys(Object(received.json)).filter((key) => !operation.properties.includes(key));
    expect(hasKeys ? undocumented : []).toEqual([]);
  });
});

it.each(OPERATIONS.filter(({ path }) => path.startsWith('/v3')))(
  '$method $path rejects requests without a credential, and with the other kind',
  async (operation) => {
    const path = operation.path.replaceAll(/\{[\w-]+\}/g, '1').replace('/users/1/', `/users/${AINO}/`);
    const other = operation.isOfClient ? 'Bearer simulator-token-aino' : 'client';
    for (const authorization of ['', other]) {
      expect((await send(sim, `${operation.method} ${path}`, { authorization })).status).toBe(401);
    }
  },
);
