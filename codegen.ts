// Types of the graph from schema/*.graphql. The wire types come from codegen/accesslink.ts.
import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  silent: true,
  generates: {
    'src/generated/graphql.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        avoidOptionals: { field: true, inputValue: false, object: true, defaultValue: false, resolvers: false },
        contextType: '../domain/context.ts#Context',
        emitLegacyCommonJSImports: false,
        enumsAsTypes: true,
        importExtension: '.ts',
        maybeValue: 'T | null',
        scalars: { Date: '../calendar.ts#IsoDate', DateTime: 'string', Duration: 'string', ID: 'string', LocalDateTime: 'string', YearMonth: 'string' },
        skipTypename: true,
        strictScalars: true,
        useTypeImports: true,
      },
    },
  },
};

export default config;
