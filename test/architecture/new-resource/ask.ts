// A process of its own in the copy of the project: asks the same twice and for a record by its id, and prints the
// answers with what they had requested.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../../src/server/app.ts';
import { systemClock } from '../../../src/system-clock.ts';

const NOW = Date.parse('2026-11-22T18:30:00Z');
const QUERY = `{
  viewer {
    days(range: { between: { from: "2026-11-18", to: "2026-11-20" } }) { nodes { date hydration { id date volumeMl } } }
    coverage(range: { between: { from: "2026-11-18", to: "2026-11-20" } }) { resource freshDays missingDays newest }
  }
  dataWindows { resource maxAgeDays maxRangeDays basis }
}`;

const sent: string[] = [];
const accessLink = createServer(({ method, url }, response) => {
  sent.push(`${method} ${url}`);
  response.setHeader('content-type', 'application/json');
  response.end('[{"date":"2026-11-18","volume":1800},{"date":"2026-11-20","volume":2400}]');
});
await new Promise<void>((resolve) => accessLink.listen(0, '127.0.0.1', resolve));

const app = createApp({
  accessLinkUrl: `http://127.0.0.1:${(accessLink.address() as AddressInfo).port}`,
  defaultUser: { polarUserId: '7', token: 'token' },
  clock: { ...systemClock, now: () => NOW },
  random: () => 0.5,
});
const answers = [await ask(QUERY), await ask(QUERY)];
const [id] = /(?<="hydration":\{"id":")[^"]+/.exec(JSON.stringify(answers)) ?? [];
const again = await ask(`{ node(id: "${id}") { __typename id ... on Hydration { date volumeMl } } }`);
await app.close();
accessLink.close();
process.stdout.write(JSON.stringify([...answers, again]));

async function ask(query: string) {
  const before = sent.length;
  const response = await app.fetch(
    new Request('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query }),
    }),
  );
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  return { data, errors, requests: sent.slice(before) };
}
