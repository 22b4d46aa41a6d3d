// Every connection pages alike: the same arguments, the same meaning of pageInfo, and the same rejections.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecret } from '../../src/secret.ts';
import { basicOf, CLIENT } from '../support/client.ts';
import { type AskOptions, NOW, startGateway, type StoringGateway } from '../support/gateway.ts';
import { type Args, expectedPage, type Page } from './expected-page.ts';
import { objectTypes } from './nodes/selection.ts';
import { takePaths } from './dated-queries.ts';

interface Connection {
  /** The type and field of the graph. */
  readonly field: string;
  /** The field with the arguments that it is given besides those of pages. */
  readonly selection: (args: string) => string;
  readonly node: string;
  /** A cursor where no item is, where those can be told from the cursors that are there. */
  readonly between?: string;
}

const RANGE = 'range: { between: { from: "2026-10-20", to: "2026-11-22" } }';
const ofViewer = (name: string, args = '') => ({
  field: `User.${name}`,
  selection: (page: string) => `viewer { page: ${name}${args || page ? `(${args} ${page})` : ''}`,
});

const connections: readonly Connection[] = [
  { ...ofViewer('days', RANGE), node: 'date', between: '2026-09-01' },
  { ...ofViewer('nights', RANGE), node: 'date', between: '2026-11-01' },
  { ...ofViewer('exercises', RANGE), node: 'id', between: '2026-11-01T12:00:00~x' },
  { ...ofViewer('physicalInfoHistory'), node: 'weightKg', between: '2026-11-01T12:00:00.000Z~x' },
  { ...ofViewer('collectedActivities'), node: 'date' },
  { ...ofViewer('collectedExercises'), node: 'date' },
  {
    field: 'Partner.users',
    selection: (page) => `partner { page: users${page ? `(${page})` : ''}`,
    node: 'polarUserId',
    between: '47110005',
  },
];

/** The largest pages of those that have a limit of their own. */
const LARGEST: Readonly<Record<string, number>> = {
  'User.collectedActivities': 50,
  'User.collectedExercises': 50,
  'Partner.users': 500,
};

let gateway: StoringGateway;
beforeAll(async () => {
  gateway = await startGateway({
    client: CLIENT,
    store: {},
    app: ({ people: [demo] }) => ({ defaultUser: { polarUserId: demo?.userId ?? '', token: demo?.token ?? '' } }),
  });
  for (const kind of ['PHYSICAL_INFORMATION', 'ACTIVITY', 'EXERCISE']) {
    await gateway.ask(`mutation { collect(kind: ${kind}) { userErrors { message } } }`);
  }
  for (const polarUserId of ['47110002', '47110003', '47110007', '9', '123456']) {
    const user = { polarUserId, memberId: null, registeredAt: null, connectedAt: NOW };
    await gateway.store.users.connect({ ...user, token: createSecret('token') });
  }
});
afterAll(() => gateway.close());

function optionsFor({ field }: Connection): AskOptions {
  return field.startsWith('Partner') ? { headers: { authorization: basicOf(CLIENT) } } : {};
}

function textOf(args: Args): string {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  return given.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ');
}

async function ask(connection: Connection, args: Args) {
  const query = `{ ${connection.selection(textOf(args))} { edges { cursor } nodes { ${connection.node} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
  return gateway.ask<Record<string, { page: Page }>>(query, optionsFor(connection));
}

async function pageOf(connection: Connection, args: Args): Promise<Page> {
  const { data, errors } = await ask(connection, args);
  expect(errors).toBeUndefined();
  return Object.values(data)[0]?.page as Page;
}

/** All cursors of a connection, by pages of 50. */
async function allCursors(connection: Connection): Promise<string[]> {
  const cursors: string[] = [];
  for (let after: string | undefined; ; after = cursors.at(-1)) {
    const { edges, pageInfo } = await pageOf(connection, { first: 50, after });
    cursors.push(...edges.map(({ cursor }) => cursor));
    if (!pageInfo.hasNextPage) return cursors;
  }
}

describe.each(connections)('$field', (connection) => {
  let all: string[];
  beforeAll(async () => {
    all = await allCursors(connection);
  });

  it('has several items, each with a cursor of its own, in order', () => {
    expect(all.length).toBeGreaterThan(1);
    expect(all).toEqual([...new Set(all)].toSorted());
  });

  it('has the page that its arguments say, and says exactly whether others lie around it', async () => {
    const cursor = fc.option(fc.constantFrom(...all, ...(connection.between ? [connection.between] : [])), {
      nil: undefined,
    });
    const size = fc.integer({ min: 0, max: 45 });
    const sizes = fc.oneof(
      fc.record({ first: size }),
      fc.record({ last: size }),
      fc.constant(all.length > 45 ? { first: 45 } : {}),
    );
    await fc.assert(
      fc.asyncProperty(sizes, cursor, cursor, async (sized, after, before) => {
        const args: Args = { ...sized, after, before };
        const { edges, nodes, pageInfo } = await pageOf(connection, args);
        const found = { cursors: edges.map((edge) => edge.cursor), pageInfo };
        expect(found).toEqual(expectedPage(all, args));
        expect(nodes).toHaveLength(edges.length);
      }),
      { numRuns: 60 },
    );
  });

  it('has the size that is described when none is given, and no larger one', async () => {
    const most: number | undefined = LARGEST[connection.field];
    const { edges } = await pageOf(connection, {});
    expect(edges).toHaveLength(Math.min(all.length, connection.field === 'Partner.users' ? 100 : (most ?? all.length)));
    const { errors } = await ask(connection, { first: (most ?? 400) + 1 });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(most ? ['COST_EXCEEDED'] : undefined);
  });

  it.each(['after', 'before'])('rejects what is no cursor as %s, naming it, without a request', async (name) => {
    takePaths(gateway.simulator);
    for (const cursor of ['', 'garbage', '2026-02-30', '0001-01-01', '~', `${'9'.repeat(60)}`, 'é"\\', '-1']) {
      const { errors } = await ask(connection, { [name]: cursor });
      const shown = JSON.stringify(cursor.length > 40 ? `${cursor.slice(0, 40)}…` : cursor);
      expect(errors).toMatchObject([
        { message: expect.stringContaining(`${name} is ${shown}`), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
    expect(takePaths(gateway.simulator)).toEqual([]);
  });

  it.each([
    [{ first: -1 }, 'first is -1'],
    [{ last: -3 }, 'last is -3'],
    [{ first: 1, last: 1 }, 'first and last are both given'],
  ])('rejects the size %j', async (args, message) => {
    const { errors } = await ask(connection, args);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

it('are all that the graph has', () => {
  const fields = objectTypes.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => String(field.type).replace('!', '').endsWith('Connection'))
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(fields.toSorted()).toEqual(connections.map(({ field }) => field).toSorted());
});
