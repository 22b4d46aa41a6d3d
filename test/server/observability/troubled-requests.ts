// The requests of a day on which everything goes wrong, each with canaries wherever a client can put some.
import { createHmac } from 'node:crypto';
import type { Fault } from '../../../src/simulator/faults.ts';
import type { WatchedGateway } from './watched-gateway.ts';

const QUERY =
  'query CanaryOperation($when: Date!) { canaryAlias: viewer { firstName day(date: $when) { activity { steps } } } }';

interface Target {
  readonly gateway: WatchedGateway;
  readonly signingKey: string;
}

/** Requests to a gateway that is started later. Each operation is about another day: none is answered from the cache. */
export function createRequests(of: () => Target) {
  let day = 10;
  async function ask(headers: Readonly<Record<string, string>>): Promise<number> {
    day += 1;
    const response = await fetch(`${of().gateway.url}/graphql?canary=query-string`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-canary': 'canary-header', ...headers },
      body: JSON.stringify({ query: QUERY, operationName: 'CanaryOperation', variables: { when: `2026-11-${day}` } }),
    });
    await response.text();
    return response.status;
  }

  async function askUnder(fault: Fault, headers: Readonly<Record<string, string>>): Promise<void> {
    of().gateway.simulator.addFault(fault);
    await ask(headers);
    of().gateway.simulator.clearFaults();
  }

  async function deliver(body: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
    const response = await fetch(`${of().gateway.url}/webhooks/polar`, { method: 'POST', body, headers });
    await response.text();
    return response.status;
  }

  const deliverSigned = (body: string) =>
    deliver(body, { 'polar-webhook-signature': createHmac('sha256', of().signingKey).update(body).digest('hex') });
  return { ask, askUnder, deliver, deliverSigned };
}
