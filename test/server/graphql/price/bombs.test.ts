// Small requests that would be dear are rejected with little, and send nothing to AccessLink.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../../../support/gateway.ts';
import { DEFAULT_LIMITS } from '../../../../src/operation-limits.ts';
import { bombs } from './bombs.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway({ app: { limits: DEFAULT_LIMITS } });
});
afterAll(() => gateway.close());

const post = (body: string) =>
  gateway.app.fetch(
    new Request('http://gateway.test/graphql', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    }),
  );

describe('a request of the family', () => {
  it.each(bombs)('"$family" with $size is rejected in less than 2 kB and without a request', async ({ body }) => {
    expect(body.length).toBeLessThan(100_000);
    const response = await post(body);
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text.length).toBeLessThan(2_000);
    const { errors, data } = JSON.parse(text) as { errors: { extensions: { code: string } }[]; data?: unknown };
    expect(data).toBeUndefined();
    for (const { extensions } of errors) expect(extensions.code).toMatch(/^(COST_EXCEEDED|BAD_USER_INPUT)$/);
    expect(gateway.simulator.requests).toEqual([]);
    expect(gateway.reports).toEqual([]);
  });

  it('has errors that quote little, of a document with thousands of mistakes', async () => {
    const wrong = Array.from({ length: 900 }, (_, i) => `unknown${i}`).join(' ');
    const text = await (await post(JSON.stringify({ query: `{ ${wrong} }` }))).text();
    expect(text.length).toBeLessThan(2_000);
    const values = JSON.stringify({
      query: 'subscription($types: [DataType!]) { dataAvailable(types: $types) { id } }',
      variables: { types: Array.from({ length: 4_000 }, (_, i) => `"\u0001"${i}`) },
    });
    const ofValues = await (await post(values)).text();
    expect(ofValues.length).toBeLessThan(2_000);
    expect(ofValues).toContain('BAD_USER_INPUT');
  });
});
