import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, createBrowser, type SignInGateway, startSignInGateway } from '../support/signing-in.ts';
import { basicOf, CLIENT } from '../support/client.ts';
import { NOW } from '../support/gateway.ts';
import { dated } from './dated-queries.ts';
import { type Action, documentedOperations, type Use, uses } from './operations.ts';

const UNREGISTERED = '47110009';
const documented = documentedOperations();

let gateway: SignInGateway;
let aino: Browser;
let sofia: Browser;

beforeAll(async () => {
  gateway = await startSignInGateway({ hasSocket: true });
  aino = createBrowser(gateway);
  sofia = createBrowser(gateway);
  await aino.signIn('47110001');
});

afterAll(() => gateway.close());

const actions: Record<Action, () => Promise<unknown>> = {
  'sign in for the first time': () => sofia.signIn(UNREGISTERED),
  'download the files of an exercise': async () => {
    const query = '{ viewer { exercises { nodes { hasRoute files { fit { url } tcx { url } gpx { url } } } } } }';
    const { data } = await aino.ask<{
      viewer: { exercises: { nodes: { hasRoute: boolean; files: Record<string, { url: string } | null> }[] } };
    }>(query);
    const files = data.viewer.exercises.nodes.find(({ hasRoute }) => hasRoute)?.files ?? {};
    for (const link of Object.values(files)) {
      const { pathname, search } = new URL(link?.url ?? '');
      const response = await aino.open(pathname + search);
      expect(response.status).toBe(200);
      await response.arrayBuffer();
    }
  },
  disconnect: () => sofia.ask('mutation { disconnect { userErrors { message } } }'),
};

async function run({ by }: Use): Promise<unknown> {
  if ('action' in by) return actions[by.action]();
  if ('query' in by) return aino.ask(dated(by.query, NOW));
  const query = by.partner.replace('$webhook', `${gateway.url}/webhooks/polar`);
  return gateway.ask(query, { headers: { authorization: basicOf(CLIENT) } });
}

describe('the table of operations', () => {
  it('has all 62 of AccessLink and the two of OAuth once', () => {
    const ids = documented.map(({ id }) => id);
    expect(ids).toHaveLength(64);
    expect(uses.flatMap(({ operations }) => operations).toSorted()).toEqual(ids.toSorted());
  });
});

describe('the gateway', () => {
  it.each(uses)('sends $operations as documented', async (use) => {
    gateway.simulator.clearRequests();
    const answer = (await run(use)) as { errors?: unknown; data?: object } | undefined;
    expect(answer?.errors).toBeUndefined();
    expect(JSON.stringify(answer?.data ?? {})).not.toMatch(/"userErrors":\[\{/);
    const sent = gateway.simulator.requests;
    for (const id of use.operations) {
      const expected = documented.find((operation) => operation.id === id);
      const found = sent.find(({ method, path }) => method === expected?.method && expected.path.test(path));
      expect(
        found,
        `${id} was not sent; sent were ${sent.map(({ method, path }) => `${method} ${path}`).join(', ')}`,
      ).toBeDefined();
      expect([id, found?.credential]).toEqual([id, expected?.credential]);
    }
  });
});
