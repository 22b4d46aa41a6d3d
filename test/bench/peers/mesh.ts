// GraphQL Mesh's OpenAPI handler, as generated from AccessLink's description, served by Yoga.
import { loadGraphQLSchemaFromOpenAPI } from '@omnigraph/openapi';
import { fetch } from '@whatwg-node/fetch';
import { createYoga } from 'graphql-yoga';
import { announce } from '../servers/announce.ts';
import { DESCRIPTION } from './description.ts';

const [endpoint = ''] = process.argv.slice(2);

const schema = await loadGraphQLSchemaFromOpenAPI('accesslink', {
  source: DESCRIPTION,
  cwd: process.cwd(),
  endpoint,
  operationHeaders: { authorization: '{context.headers.authorization}' },
  fetch,
});

// The handler reads the headers of the request from the context.
const context = ({ request }: { request: Request }) => ({ headers: Object.fromEntries(request.headers) });
announce(createYoga({ schema, context }));
