// `node` and `nodes`: every type of Node, and every kind of id that is not valid.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { globalId, type NodeType } from '../../../src/domain/graph/global-id.ts';
import { type Gateway, headersOf, startGateway } from '../../support/gateway.ts';

const TYPES: readonly NodeType[] = ['User', 'Day', 'Night', 'Exercise'];
const DATE = '2026-11-20';
const NODE = 'query Q($id: ID!) { node(id: $id) { __typename id } }';
const NODES = 'query Q($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

interface Identified {
  readonly id: string;
}

let gateway: Gateway;
/** Global ids of the first two people. */
let ids: readonly Readonly<Record<NodeType, string>>[];
beforeAll(async () => {
  gateway = await startGateway();
  ids = await Promise.all([0, 1].map(idsOf));
});
afterAll(() => gateway.close());

async function idsOf(person: number): Promise<Record<NodeType, string>> {
  const query = `{ viewer { id day(date: "${DATE}") { id } nights(last: 1) { nodes { id } } exercises(last: 1) { nodes { id } } } }`;
  interface Answer {
    viewer: Identified & { day: Identified; nights: { nodes: Identified[] }; exercises: { nodes: Identified[] } };
  }
  const { data } = await gateway.ask<Answer>(query, { headers: headersOf(gateway.simulator, person) });
  const { id, day, nights, exercises } = data.viewer;
  return { User: id, Day: day.id, Night: nights.nodes[0]?.id ?? '', Exercise: exercises.nodes[0]?.id ?? '' };
}

const idOf = (person: number, type: NodeType) => ids[person]?.[type] ?? '';
const ownerOf = (person: number) => gateway.simulator.people[person]?.userId ?? '';

/** The response as text, without the rate limit, which counts every request. */
async function responseTo(id: string): Promise<string> {
  const { extensions, ...answer } = await gateway.ask(NODE, { variables: { id } });
  const { rateLimit: _, ...cost } = extensions.accesslink;
  return JSON.stringify({ ...answer, cost });
}

describe.each(TYPES)('a %s', (type) => {
  it('of the viewer is found by its id', async () => {
    const id = idOf(0, type);
    expect(id).not.toBe('');
    expect((await gateway.ask(NODE, { variables: { id } })).data).toEqual({ node: { __typename: type, id } });
  });

  it('of another user is found by that user alone', async () => {
    const id = idOf(1, type);
    const headers = headersOf(gateway.simulator, 1);
    expect((await gateway.ask(NODE, { variables: { id }, headers })).data).toEqual({ node: { __typename: type, id } });
    expect((await gateway.ask(NODE, { variables: { id } })).data).toEqual({ node: null });
  });

  it('of another user has the same response, byte for byte, as one that does not exist, without a request', async () => {
    gateway.simulator.clearRequests();
    const foreign = await responseTo(idOf(1, type));
    const others = [
      globalId({ type, owner: ownerOf(1), key: 'no-such-key' }),
      globalId({ type, owner: '1', key: DATE }),
      globalId({ type, owner: '', key: DATE }),
      idOf(1, type).slice(0, -2),
      `${idOf(1, type)}=`,
      'garbage',
      '',
    ];
    for (const id of others) expect(await responseTo(id)).toBe(foreign);
    expect(foreign).toContain('{"node":null}');
    expect(gateway.simulator.requests).toHaveLength(0);
  });

  it.each(['no-such-key', '2026-02-30', '../../v3/users', '%2e%2e', '\u0000', '__proto__', 'x'.repeat(2_000)])(
    'of the viewer with the impossible key %j is null without an error',
    async (key) => {
      const id = globalId({ type, owner: ownerOf(0), key });
      const { data, errors } = await gateway.ask(NODE, { variables: { id } });
      expect({ data, errors }).toEqual({ data: { node: null }, errors: undefined });
    },
  );
});

it('a key of one type finds nothing of another type', async () => {
  const [day, exercise] = await Promise.all([
    responseTo(globalId({ type: 'Exercise', owner: ownerOf(0), key: DATE })),
    responseTo(globalId({ type: 'User', owner: ownerOf(0), key: DATE })),
  ]);
  expect([day, exercise]).toEqual([expect.stringContaining('{"node":null}'), expect.stringContaining('{"node":null}')]);
});

it.each([
  ['an unknown type', ['Cycle', '1', DATE]],
  ['a type of the prototype', ['constructor', '1', DATE]],
  ['too many parts', ['Day', '1', DATE, 'x']],
  ['numbers', ['Day', 1, 2]],
  ['an object', { type: 'Day' }],
  ['null', null],
])('an id that holds %s finds nothing', async (_, content) => {
  const id = Buffer.from(JSON.stringify(content)).toString('base64url');
  expect(await responseTo(id)).toBe(await responseTo('garbage'));
});

it('a night without a record is null', async () => {
  const id = globalId({ type: 'Night', owner: ownerOf(0), key: '2030-01-01' });
  expect((await gateway.ask(NODE, { variables: { id } })).data).toEqual({ node: null });
});

it('an exercise id that holds a path cannot leave the path of exercises', async () => {
  gateway.simulator.clearRequests();
  const id = globalId({ type: 'Exercise', owner: ownerOf(0), key: '../users/1?x=/' });
  await gateway.ask(NODE, { variables: { id } });
  for (const { path } of gateway.simulator.requests)
    expect(path).toMatch(/^\/v3\/exercises\/\.\.%2F|^\/v3\/exercises(\?|$)/);
});

it('nodes have the order of their ids, with null for what is not the viewer’s', async () => {
  const mixed = [idOf(0, 'Night'), 'garbage', idOf(1, 'Night'), idOf(0, 'User'), idOf(0, 'Night')];
  const { data, errors } = await gateway.ask(NODES, { variables: { ids: mixed } });
  const [night, user] = [
    { __typename: 'Night', id: idOf(0, 'Night') },
    { __typename: 'User', id: idOf(0, 'User') },
  ];
  expect({ data, errors }).toEqual({ data: { nodes: [night, null, null, user, night] }, errors: undefined });
});

it('one node that fails does not affect the others', async () => {
  const [exercise, day] = [
    globalId({ type: 'Exercise', owner: ownerOf(2), key: 'unread' }),
    globalId({ type: 'Day', owner: ownerOf(2), key: DATE }),
  ];
  gateway.simulator.addFault({ path: '/v3/exercises', kind: 'status', status: 503 });
  const headers = headersOf(gateway.simulator, 2);
  const { data, errors } = await gateway.ask(NODES, { variables: { ids: [exercise, day] }, headers });
  gateway.simulator.clearFaults();
  expect(data).toEqual({ nodes: [null, { __typename: 'Day', id: day }] });
  expect(errors).toMatchObject([{ path: ['nodes', 0], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
});
