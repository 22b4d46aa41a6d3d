// Types of the graph from schema/*.graphql. The wire types come from codegen/accesslink.ts.
import type { CodegenConfig } from '@graphql-codegen/cli';
import { parentTypes } from './codegen/parent-types.ts';

const shared = {
  emitLegacyCommonJSImports: false,
  enumsAsTypes: true,
  immutableTypes: true,
  importExtension: '.ts',
  maybeValue: 'T | null',
  scalars: {
    Date: '../calendar.ts#IsoDate',
    DateTime: 'string',
    Duration: 'string',
    ID: 'string',
    LocalDateTime: 'string',
    YearMonth: 'string',
  },
  skipTypename: true,
  strictScalars: true,
  useTypeImports: true,
};

/** Two files, so that the models can be made of the graph's types, and the resolvers' types of the models. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  silent: true,
  generates: {
    'src/generated/graphql.ts': {
      plugins: ['typescript'],
      config: {
        ...shared,
        avoidOptionals: { field: true, inputValue: false, object: true, defaultValue: false },
      },
    },
    'src/generated/resolvers.ts': {
      plugins: [{ add: { content: "import type * as Graph from './graphql.ts';" } }, 'typescript-resolvers'],
      config: {
        ...shared,
        contextType: '../domain/context.ts#Context',
        mappers: parentTypes(),
        namespacedImportName: 'Graph',
      },
    },
  },
};

export default config;
