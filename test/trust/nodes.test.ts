// Ids of others, of nobody and of another type: to whoever asks, each is one that does not exist, byte for byte.
import * as globalIds from '../../src/domain/graph/global-id.ts';
import { implementers } from '../e2e/nodes/selection.ts';
import { type Gateway, headersOf } from '../support/gateway.ts';
import { nodeIdsOf } from '../support/node-ids.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';

const NODE = 'query Q($id: ID!) { node(id: $id) { __typename id } }';
const [SELF, OTHER] = [0, 2];

/** The whole answer but the rate limit, which counts the requests of everybody. */
async function answerTo(gateway: Gateway, id: string): Promise<string> {
  const headers = headersOf(gateway.simulator, SELF);
  const { extensions, ...answer } = await gateway.ask(NODE, { variables: { id }, headers });
  return JSON.stringify({ ...answer, cost: { ...extensions.accesslink, rateLimit: null } });
}

/** Ids that are not the viewer's, by what is wrong with each. */
function strangeIds(type: string, other: string): Readonly<Record<string, string>> {
  const { owner, key } = globalIds.parseGlobalId(other) ?? { owner: '', key: '' };
  const wrongType = type === 'Day' ? 'Night' : 'Day';
  return {
    "another person's": other,
    'a random one': globalIds.globalId({ type, owner: '4711999999', key }),
    'one of a key that does not exist': globalIds.globalId({ type, owner, key: 'no-such-key' }),
    'one of another type': globalIds.globalId({ type: wrongType, owner, key }),
    'one of an unknown type': globalIds.globalId({ type: `${type}s`, owner, key }),
    'half of one': other.slice(0, other.length / 2),
  };
}

async function measure({ startGateway }: Build): Promise<Measurement> {
  const gateway = await startGateway();
  const [own, others] = [await nodeIdsOf(gateway, SELF), await nodeIdsOf(gateway, OTHER)];
  const nothing = await answerTo(gateway, 'garbage');
  const breaches: string[] = [];
  let asked = 0;
  gateway.simulator.clearRequests();
  for (const type of implementers('Node')) {
    for (const [kind, id] of Object.entries(strangeIds(type, others.get(type) ?? ''))) {
      asked += 1;
      const answer = await answerTo(gateway, id);
      if (answer !== nothing) breaches.push(`${type}, ${kind}: ${answer}`);
    }
  }
  if (gateway.simulator.requests.length > 0) breaches.push(`${gateway.simulator.requests.length} calls were sent`);
  const found = implementers('Node').filter((type) => !type.startsWith('Collected'));
  for (const type of found) {
    const answer = await answerTo(gateway, own.get(type) ?? '');
    if (!answer.includes(`"__typename":"${type}"`)) breaches.push(`${type}, one's own: ${answer}`);
  }
  await gateway.close();
  const figure = `${implementers('Node').length} types, ${asked} ids: ${breaches.length} told apart from none`;
  return { figure, breaches };
}

bar('nodes', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof globalIds, Measurement>(
      'src/domain/graph/global-id.ts',
      ({ parseGlobalId }) => ({
        parseGlobalId: (id) => {
          const parsed = parseGlobalId(id);
          return parsed && { ...parsed, owner: '47110001' };
        },
      }),
      measure,
    ),
});
