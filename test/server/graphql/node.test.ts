// `node` and `nodes`: every type of Node, and every kind of id that is not valid.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { globalId } from '../../../src/domain/graph/global-id.ts';
import { implementers } from '../../e2e/nodes/selection.ts';
import { type Gateway, headersOf, startGateway } from '../../support/gateway.ts';
import { DATE, nodeIdsOf } from '../../support/node-ids.ts';

const TYPES = implementers('Node');
/** A person with the same devices as the first. */
const OTHER = 2;
const NODE = 'query Q($id: ID!) { node(id: $id) { __typename id } }';
const NODES = 'query Q($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

let gateway: Gateway;
/** Global ids of two people by type. */
let ids: ReadonlyMap<number, ReadonlyMap<string, string>>;
beforeAll(async () => {
  gateway = await startGateway();
  ids = new Map(
    await Promise.all([0, OTHER].map(async (person) => [person, await nodeIdsOf(gateway, person)] as const)),
  );
});
afterAll(() => gateway.close());

const idOf = (person: number, type: string) => ids.get(person)?.get(type) ?? '';
/** Nothing is imported for a person whose token comes with the request. */
const isImported = (type: string) => type.startsWith('Collected');
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
    const node = isImported(type) ? null : { __typename: type, id };
    expect((await gateway.ask(NODE, { variables: { id } })).data).toEqual({ node });
  });

  it('of another user is found by that user alone', async () => {
    const id = idOf(OTHER, type);
    const headers = headersOf(gateway.simulator, OTHER);
    const node = isImported(type) ? null : { __typename: type, id };
    expect((await gateway.ask(NODE, { variables: { id }, headers })).data).toEqual({ node });
    expect((await gateway.ask(NODE, { variables: { id } })).data).toEqual({ node: null });
  });

  it('of another user has the same response, byte for byte, as one that does not exist, without a request', async () => {
    gateway.simulator.clearRequests();
    const foreign = await responseTo(idOf(OTHER, type));
    const others = [
      globalId({ type, owner: ownerOf(OTHER), key: 'no-such-key' }),
      globalId({ type, owner: '1', key: DATE }),
      globalId({ type, owner: '', key: DATE }),
      idOf(OTHER, type).slice(0, -2),
      `${idOf(OTHER, type)}=`,
      'garbage',
      '',
    ];
    for (const id of others) expect(await responseTo(id)).toBe(foreign);
    expect(foreign).toContain('{"node":null}');
    expect(gateway.simulator.requests).toHaveLength(0);
  });

  it.each([
    'no-such-key',
    '2026-02-30',
    '2026-11-20~0',
    '2026-11-20/x',
    '2026-11-20/2020-01-01',
    '2026-11-20T25:99:99Z~x',
    '../../v3/users',
    '%2e%2e',
    '\u0000',
    '__proto__',
    'x'.repeat(2_000),
  ])('of the viewer with the impossible key %j is null without an error', async (key) => {
    const id = globalId({ type, owner: ownerOf(0), key });
    const { data, errors } = await gateway.ask(NODE, { variables: { id } });
    expect({ data, errors }).toEqual({ data: { node: null }, errors: undefined });
  });
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
  const mixed = [idOf(0, 'Night'), 'garbage', idOf(OTHER, 'Night'), idOf(0, 'User'), idOf(0, 'Night')];
  const { data, errors } = await gateway.ask(NODES, { variables: { ids: mixed } });
  const [night, user] = [
    { __typename: 'Night', id: idOf(0, 'Night') },
    { __typename: 'User', id: idOf(0, 'User') },
  ];
  expect({ data, errors }).toEqual({ data: { nodes: [night, null, null, user, night] }, errors: undefined });
});

it('one node that fails does not affect the others', async () => {
  const [exercise, day] = [
    globalId({ type: 'Exercise', owner: ownerOf(1), key: 'unread' }),
    globalId({ type: 'Day', owner: ownerOf(1), key: DATE }),
  ];
  gateway.simulator.addFault({ path: '/v3/exercises', kind: 'status', status: 503 });
  const headers = headersOf(gateway.simulator, 1);
  const { data, errors } = await gateway.ask(NODES, { variables: { ids: [exercise, day] }, headers });
  gateway.simulator.clearFaults();
  expect(data).toEqual({ nodes: [null, { __typename: 'Day', id: day }] });
  expect(errors).toMatchObject([{ path: ['nodes', 0], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
});
