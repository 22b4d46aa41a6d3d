// What the documentation shows costs at most what its plan says, for somebody who signed in here and for the partner.
import { OperationTypeNode } from 'graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startWebhookGateway } from '../support/delivering.ts';
import { documentedOperations } from '../support/documented-operations.ts';

const VARIABLES = { range: { lastDays: 7 } };
const operations = documentedOperations();

/** A price before, and the requests that AccessLink got for the operation, when nothing is held. */
async function priceAndRequests(query: string, isOfPartner: boolean) {
  const gateway = await startWebhookGateway();
  onTestFinished(() => gateway.close());
  const authorization = isOfPartner ? '' : await gateway.signIn();
  const ask = (headers = {}) =>
    isOfPartner
      ? gateway.partner(query, headers)
      : gateway.ask(query, { variables: VARIABLES, headers: { authorization, ...headers } });
  const { extensions } = await ask({ 'accesslink-plan': 'only' });
  expect(gateway.simulator.requests).toEqual([]);
  const { errors } = await ask();
  expect(errors).toBeUndefined();
  return { ...extensions.accesslink.cost, sent: gateway.simulator.requests.length };
}

describe('an operation that the documentation shows', () => {
  it('is found where it stands, whatever it is', () => {
    const fields = operations.filter(({ place }) => place === 'README.md').map(({ field }) => field);
    expect(fields.toSorted()).toEqual(
      'collect createWebhook dataAvailable dataAvailable dataAvailable disconnect partner viewer viewer'.split(' '),
    );
  });

  it.each(operations.filter(({ type }) => type !== OperationTypeNode.SUBSCRIPTION))(
    'sends no more than its plan says: $place, $type of $field',
    async ({ query, field }) => {
      const { maximumCalls, ordinaryCalls, sent } = await priceAndRequests(query, /partner|Webhook/.test(field));
      // How much an import sends nobody knows beforehand.
      const isUnbounded = field === 'collect';
      expect([maximumCalls === null, ordinaryCalls === null]).toEqual([isUnbounded, isUnbounded]);
      expect(maximumCalls ?? Infinity).toBeGreaterThanOrEqual(sent);
      expect(ordinaryCalls ?? Infinity).toBeGreaterThanOrEqual(sent);
    },
  );
});
