// A large answer is sent while its text is made, and is the same as one that is made as a whole.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { takePaths } from './dated-queries.ts';

const CALLS = 1;
const LARGE = `{ viewer { days(range: { lastDays: 28 }) { nodes { heartRate { ${'abcd'.replaceAll(/./g, (name) => `${name}: samples { time beatsPerMinute } `)} } } } } }`;

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway({ hasSocket: true });
});
afterAll(() => gateway.close());

async function answerAt(path: string) {
  const response = await fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: LARGE }),
  });
  const text = await response.text();
  const { data, errors, extensions } = JSON.parse(text);
  return { length: response.headers.get('content-length'), text, data, errors, extensions };
}

it('a large answer has no length beforehand, its data first, and its cost last, and is whole', async () => {
  const inPieces = await answerAt('/graphql');
  expect(takePaths(gateway.simulator)).toHaveLength(CALLS);
  // Nothing else reads the query of the URL: with one, Yoga has the request, which sends texts that are made.
  const whole = await answerAt('/graphql?whole');
  expect(takePaths(gateway.simulator)).toEqual([]);
  expect([inPieces.length, inPieces.errors]).toEqual([null, undefined]);
  expect(Number(whole.length)).toBeGreaterThan(1_048_576);
  expect(inPieces.data).toEqual(whole.data);
  expect(inPieces.text.startsWith('{"data":{"viewer":')).toBe(true);
  expect(inPieces.extensions.accesslink.calls).toBe(CALLS);
});

it('a large answer is the same by fetch as by the socket', async () => {
  const { data, errors } = await gateway.ask(LARGE);
  expect(errors).toBeUndefined();
  expect(data).toEqual((await answerAt('/graphql')).data);
  expect(takePaths(gateway.simulator)).toEqual([]);
});
