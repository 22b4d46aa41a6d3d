// Hive Gateway over a supergraph that Mesh composes of AccessLink's description.
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { getComposedSchemaFromConfig } from '@graphql-mesh/compose-cli';
import { loadOpenAPISubgraph } from '@omnigraph/openapi';
import { announce } from '../servers/announce.ts';
import { DESCRIPTION } from './description.ts';

const [endpoint = ''] = process.argv.slice(2);
const nothing = () => {};
const logger = { log: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => logger };

const sourceHandler = loadOpenAPISubgraph('accesslink', {
  source: DESCRIPTION,
  endpoint,
  operationHeaders: { authorization: '{context.headers.authorization}' },
});
const supergraph = await getComposedSchemaFromConfig({ subgraphs: [{ sourceHandler }] }, logger);

announce(createGatewayRuntime({ supergraph, logging: false }));
