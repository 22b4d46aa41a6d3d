// openapi-to-graphql, of the part of AccessLink's description that the question needs, served by Yoga. It reads OpenAPI 3.0
// only, so that what 3.1 added is taken out.
import type { GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import { announce } from '../servers/announce.ts';
import { DESCRIPTION } from './description.ts';

interface Context {
  readonly authorization: string;
}
interface Generator {
  readonly createGraphQLSchema: (document: object, options: object) => Promise<{ schema: GraphQLSchema }>;
}
interface Description {
  readonly paths: Readonly<Record<string, { readonly get: { responses: Record<string, unknown> } }>>;
  readonly components: { readonly schemas: object; readonly parameters: object };
}

const [baseUrl = ''] = process.argv.slice(2);
const PATHS = ['/v3/users/sleep', '/v3/users/nightly-recharge/{date}', '/v3/users/activities/{date}'];
/** Properties of the document that are not read, or that 3.0 does not have. */
const LEFT_OUT = ['example', 'examples', 'headers', 'security', 'tags', 'const', 'propertyNames', 'patternProperties'];

function reduced(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reduced);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([name]) => !name.startsWith('x-') && !LEFT_OUT.includes(name));
  const { type, ...rest } = Object.fromEntries(entries.map(([name, inner]) => [name, reduced(inner)]));
  if (!Array.isArray(type)) return type === undefined ? rest : { ...rest, type };
  return { ...rest, type: type.find((one) => one !== 'null'), nullable: type.includes('null') };
}

const { paths, components } = parse(readFileSync(DESCRIPTION, 'utf8')) as Description;
const operations = PATHS.map((path) => {
  const get = paths[path]?.get;
  return [path, { get: { ...get, responses: { 200: get?.responses['200'] } } }];
});
const document = reduced({
  openapi: '3.0.3',
  info: { title: 'AccessLink', version: '3' },
  servers: [{ url: baseUrl }],
  paths: Object.fromEntries(operations),
  components: { schemas: components.schemas, parameters: components.parameters },
}) as object;

// Its file for import does not load: it asks "debug" for a name that this package does not export.
const { createGraphQLSchema } = createRequire(import.meta.url)('openapi-to-graphql') as Generator;
/** Gets the method, the path, the title, and what the resolver got. */
type HeaderArguments = readonly [string, string, string, { readonly context?: Context }?];

const headers = (...[, , , params]: HeaderArguments) => ({ authorization: params?.context?.authorization });
const { schema } = await createGraphQLSchema(document, { baseUrl, viewer: false, headers });
const context = ({ request }: { request: Request }): Context => ({
  authorization: request.headers.get('authorization') ?? '',
});
announce(createYoga({ schema, context }));
