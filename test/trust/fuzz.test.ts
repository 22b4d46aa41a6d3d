// Requests drawn at random, over a socket: none ends in a failure of the server, and no reply shows its inside.
import { DEFAULT_LIMITS } from '../../src/operation-limits.ts';
import type * as globalId from '../../src/domain/graph/global-id.ts';
import { basicOf, CLIENT } from '../support/client.ts';
import { type Gateway, headersOf, type StoringGateway } from '../support/gateway.ts';
import { isLong } from '../support/long.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';
import { createRandom, SEED } from './support/random.ts';
import { type Known, randomRequest } from './support/random-request.ts';
import { type RawReply, sendRaw } from './support/raw-request.ts';

const REQUESTS = isLong ? 30_000 : 300;
const AT_ONCE = 10;
/** What a reply shows that is read from the inside of the program. */
const INSIDE = /node_modules|\/src\/|file:\/\/|\bat [^\n"]{1,80}:\d+:\d+|"INTERNAL"/;

const IDS = `{ viewer { id day(date: "2026-11-20") { id activity { id } night { id } }
  exercises { nodes { id files { fit { url } gpx { url } } } } } }`;

async function knownOf(gateway: Gateway): Promise<Known> {
  const person = headersOf(gateway.simulator, 0);
  const text = JSON.stringify((await gateway.ask(IDS, { headers: person })).data);
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, value = '']) => value);
  return {
    ids: found(/"id":"([\w-]+)"/g).slice(0, 20),
    credentials: [
      person,
      headersOf(gateway.simulator, 1),
      { authorization: 'Bearer unknown' },
      { authorization: basicOf(CLIENT) },
      {},
    ],
    fileLinks: found(/"url":"https?:\/\/[^/]+(\/files\/[^"]+)"/g).slice(0, 5),
  };
}

/** What is wrong with a reply; null when nothing is. */
function faultOf({ status, text, isHanging }: RawReply): string | null {
  if (isHanging) return 'no end of the reply';
  // The script of GraphiQL is full of names of files: whatever is of this server stands before it.
  if (text.includes('<title>accesslink-graphql<')) return null;
  if (status !== null && status >= 500) return `the status ${status}`;
  const inside = INSIDE.exec(text)?.[0];
  return inside === undefined ? null : `the text ${JSON.stringify(inside)}`;
}

async function measure({ startGateway }: Build): Promise<Measurement> {
  const gateway: StoringGateway = await startGateway({
    store: {},
    client: CLIENT,
    hasSocket: true,
    app: { limits: DEFAULT_LIMITS },
  });
  const known = await knownOf(gateway);
  const breaches: string[] = [];
  let answered = 0;
  const runOne = async (round: number) => {
    const bytes = randomRequest(createRandom('fuzz', round), known);
    const reply = await sendRaw(gateway.url, bytes);
    if (reply.status !== null) answered += 1;
    const fault = faultOf(reply);
    if (fault !== null) breaches.push(`request ${round} got ${fault}: ${bytes.toString('latin1').slice(0, 600)}`);
  };
  for (let start = 0; start < REQUESTS; start += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, REQUESTS - start) }, (_, index) => runOne(start + index)));
  }
  breaches.push(...gateway.reports.map((report) => `unexpected: ${String(report)}`));
  if ((await gateway.ask('{ __typename }')).status !== 200) breaches.push('it answers nothing any more');
  await gateway.close();
  const figure = `${REQUESTS} requests (seed ${SEED}), ${answered} answered: ${breaches.length} crashes, 5xx, stack traces or paths`;
  return { figure, breaches };
}

bar('fuzz', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof globalId, Measurement>(
      'src/domain/graph/global-id.ts',
      ({ parseGlobalId }) => ({
        parseGlobalId: (id) => parseGlobalId(id) ?? JSON.parse(Buffer.from(id, 'base64url').toString()),
      }),
      measure,
    ),
  timeout: 3_600_000,
});
