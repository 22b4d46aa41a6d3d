// Apollo Client with its defaults over the demo: pages show everything, and its cache loses nothing of one page to another.
import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { buildSchema, type FieldNode, isObjectType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { examples } from '../../src/server/graphiql/examples.ts';
import { readTypeDefs } from '../../src/server/graphql/type-defs.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { everything } from '../e2e/nodes/selection.ts';
import { takePaths } from '../e2e/dated-queries.ts';

interface PageQuery {
  readonly name: string;
  readonly query: string;
  readonly variables?: string;
}

const RANGE = '{ between: { from: "2026-11-19", to: "2026-11-22" } }';
const pages: readonly PageQuery[] = [
  ...examples,
  ...everything(RANGE).map((query, index) => ({ name: `everything, part ${index + 1}`, query })),
  // Two parts of a page that want different fields of the same records.
  {
    name: 'steps',
    query: `{ viewer { days(range: ${RANGE}) { nodes { activity { steps samples { totalSteps } } } } } }`,
  },
  {
    name: 'energy',
    query: `{ viewer { days(range: ${RANGE}) { nodes { activity { energyKcal samples { intervalMs } } } } } }`,
  },
  { name: 'load', query: '{ viewer { exercises { nodes { trainingLoad { load } route { pointCount } } } } }' },
  { name: 'levels', query: '{ viewer { exercises { nodes { trainingLoad { cardioLoadLevel } route { id } } } } }' },
  { name: 'tests', query: `{ viewer { biosensing(range: ${RANGE}) { ecgTests { testTime } } } }` },
  { name: 'temperatures', query: `{ viewer { biosensing(range: ${RANGE}) { skinTemperature { sleepDate } } } }` },
];

const schema = buildSchema(readTypeDefs().join('\n'));
const ID: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'id' } };

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway({ store: {} });
});
afterAll(() => gateway.close());

/** What Apollo Client complained about. */
let complaints: unknown[][];
beforeEach(() => {
  complaints = [];
  for (const level of ['warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...complaint: unknown[]) => void complaints.push(complaint));
  }
});
afterEach(() => vi.restoreAllMocks());

function createClient(): ApolloClient {
  const link = new HttpLink({
    uri: 'http://gateway.test/graphql',
    fetch: (...request) => gateway.app.fetch(new Request(...request)),
  });
  return new ApolloClient({ cache: new InMemoryCache(), link });
}

/** The query with the id of every object that has one, which Apollo's documentation asks for, as linters of it do. */
function documentOf({ query }: PageQuery): TypedDocumentNode<object> {
  const types = new TypeInfo(schema);
  return visit(
    gql(query),
    visitWithTypeInfo(types, {
      SelectionSet: (node) => {
        const type = types.getParentType();
        const isNode = isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
        return isNode ? { ...node, selections: [...node.selections, ID] } : undefined;
      },
    }),
  );
}

function variablesOf({ variables }: PageQuery): Record<string, unknown> {
  return JSON.parse(variables ?? '{}');
}

describe('Apollo Client', () => {
  it('shows every page whole under the error policy "none", which drops an answer with any error', async () => {
    const client = createClient();
    for (const page of pages) {
      const { data, errors } = await gateway.ask(page.query, { variables: variablesOf(page) });
      expect([page.name, errors]).toEqual([page.name, undefined]);
      const shown = await client.query({ query: documentOf(page), variables: variablesOf(page), errorPolicy: 'none' });
      expect(withoutLinks(shown.data)).toMatchObject(Object(withoutLinks(data)));
    }
    expect(complaints).toEqual([]);
  });

  it('still has every page in its cache when all have been shown, without a request', async () => {
    const client = createClient();
    const load = (page: PageQuery) => client.query({ query: documentOf(page), variables: variablesOf(page) });
    for (const page of pages) await load(page);
    takePaths(gateway.simulator);
    const fetched = vi.spyOn(gateway.app, 'fetch');
    for (const page of pages) {
      const cached = client.readQuery({ query: documentOf(page), variables: variablesOf(page) });
      expect([page.name, cached === null]).toEqual([page.name, false]);
    }
    expect([fetched.mock.calls.length, complaints, takePaths(gateway.simulator)]).toEqual([0, [], []]);
  });
});

/** Links differ from answer to answer. */
function withoutLinks(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (name, part: unknown) =>
    ['url', 'expiresAt'].includes(name) ? undefined : part,
  );
}
