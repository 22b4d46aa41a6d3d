// Relay's compiler over our SDL: what its clients write compiles, and would not if the schema broke Relay's contract.
import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTypeDefs } from '../../src/server/graphql/type-defs.ts';

const sdl = readTypeDefs().join('\n');
const compiler = String(createRequire(import.meta.url)('relay-compiler'));

/** A component for each connection, one that is read again by id, and the queries that hold them. */
const source = `
graphql\`fragment App_days on User @refetchable(queryName: "AppDaysPageQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 7 }, after: { type: "String" }) {
    days(range: { lastDays: 100 }, first: $first, after: $after) @connection(key: "App_days") {
      edges { node { date activity { steps } ...App_day } }
    }
  }\`;
graphql\`fragment App_nights on User @refetchable(queryName: "AppNightsPageQuery")
  @argumentDefinitions(last: { type: "Int", defaultValue: 3 }, before: { type: "String" }) {
    nights(last: $last, before: $before) @connection(key: "App_nights") {
      edges { node { sleepScore recharge { ansCharge } } }
    }
  }\`;
graphql\`fragment App_exercises on User @refetchable(queryName: "AppExercisesPageQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 5 }, after: { type: "String" }) {
    exercises(first: $first, after: $after) @connection(key: "App_exercises") {
      edges { cursor node { ...App_exercise } }
      pageInfo { ...App_place }
    }
  }\`;
graphql\`fragment App_day on Day @refetchable(queryName: "AppDayAgainQuery") { date heartRate { statistics { mean } } }\`;
graphql\`fragment App_night on Night @refetchable(queryName: "AppNightAgainQuery") { sleepScore }\`;
graphql\`fragment App_exercise on Exercise @refetchable(queryName: "AppExerciseAgainQuery")
  @argumentDefinitions(maxPoints: { type: "Int", defaultValue: 100 }) {
    route { points(maxPoints: $maxPoints) { latitude longitude } }
  }\`;
graphql\`fragment App_place on PageInfo { hasNextPage startCursor }\`;
graphql\`query AppQuery { viewer { id ...App_days ...App_nights ...App_exercises } }\`;
graphql\`query AppNodeQuery($id: ID!) {
  node(id: $id) { __typename id ...App_night @alias ... on Day @alias(as: "day") { ...App_day } ... on User { polarUserId } }
}\`;
`;

interface Compiled {
  readonly isAccepted: boolean;
  readonly output: string;
  /** Names of what was generated. */
  readonly artifacts: readonly string[];
}

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function compile(schema: string): Promise<Compiled> {
  const folder = await mkdtemp(join(tmpdir(), 'relay-'));
  folders.push(folder);
  await mkdir(join(folder, 'src'));
  await mkdir(join(folder, 'artifacts'));
  const config = { src: './src', schema: './schema.graphql', language: 'typescript', artifactDirectory: './artifacts' };
  const files = { 'schema.graphql': schema, 'src/App.ts': source, 'relay.config.json': JSON.stringify(config) };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  return new Promise((resolve) => {
    execFile(compiler, ['--noWatchman', 'relay.config.json'], { cwd: folder }, (failure, stdout, stderr) => {
      const done = readdir(join(folder, 'artifacts'));
      void done.then((artifacts) => resolve({ isAccepted: failure === null, output: stdout + stderr, artifacts }));
    });
  });
}

/** The SDL with a part of it replaced; fails when there is no such part. */
function broken(part: RegExp, replacement: string): string {
  const schema = sdl.replace(part, replacement);
  if (schema === sdl) throw new Error(`The SDL has nothing like ${part}`);
  return schema;
}

it('what Relay clients write compiles', async () => {
  const { isAccepted, output, artifacts } = await compile(sdl);
  expect(output).toContain('Compilation completed.');
  expect(isAccepted).toBe(true);
  expect(artifacts.filter((name) => name.endsWith('Query.graphql.ts'))).toHaveLength(8);
});

describe('a schema that breaks the contract is refused', () => {
  it.each([
    ['PageInfo has another name', broken(/\bPageInfo\b/g, 'Paging'), /Unknown type 'PageInfo'/],
    [
      'an edge has no node',
      broken(/(type DayEdge \{[^}]*?)\bnode: Day\b/s, '$1item: Day'),
      /`DayEdge` has no field `node`/,
    ],
    [
      'an edge has no cursor',
      broken(/(type NightEdge \{[^}]*?)\bcursor: String!/s, '$1place: String!'),
      /expose a 'edges { cursor }' field/,
    ],
    [
      'a connection has no edges',
      broken(/(type ExerciseConnection \{[^}]*?)\bedges:/s, '$1links:'),
      /`ExerciseConnection` has no field `edges`/,
    ],
    [
      'a connection has no pageInfo',
      broken(/(type DayConnection \{[^}]*?)\bpageInfo:/s, '$1paging:'),
      /expose a 'pageInfo' field/,
    ],
    ['a page does not tell its end', broken(/\bendCursor:/, 'lastCursor:'), /expose a 'pageInfo { endCursor }' field/],
    [
      'a connection takes no cursor',
      broken(/(\n {2}nights\([^)]*?)\bbefore: String/s, '$1until: String'),
      /Unknown argument 'before'/,
    ],
    ['nothing is read again by id', broken(/\n {2}node\(/, '\n  thing('), /`Query` has no field `node`/],
    ['node takes no id', broken(/(\n {2}node\([^)]*?)\bid: ID!/s, '$1key: ID!'), /Unknown argument 'id'/],
    [
      'the id of a night may be null',
      broken(/(type Night implements[^{]*\{[^}]*?)\bid: ID!/s, '$1id: ID'),
      /'Node.id' expects type 'ID!' but 'Night.id' is of type 'ID'/,
    ],
    [
      'a refetchable type is no Node',
      broken(/type Exercise implements Node &/, 'type Exercise implements'),
      /Invalid use of @refetchable on fragment 'App_exercise'/,
    ],
  ])(
    'when %s',
    async (_, schema, complaint) => {
      const { isAccepted, output } = await compile(schema);
      expect(isAccepted).toBe(false);
      expect(output).toMatch(complaint);
    },
    60_000,
  );
});
