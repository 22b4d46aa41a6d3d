// The habits that a machine can watch. A program and not JSON: each folder's list of bans follows from the table in lint/.
import { defineConfig } from 'oxlint';
import { ambientOverrides } from './lint/ambient.ts';
import { layerOverrides } from './lint/overrides.ts';

/** Tools read their configuration from a default export. */
const toolConfigs = ['*.config.ts', 'codegen.ts'];

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'node', 'promise', 'vitest'],
  categories: { correctness: 'error' },
  options: { denyWarnings: true, typeAware: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['src/generated/**', 'coverage/**'],
  rules: {
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'max-lines': ['error', { max: 200 }],
    'max-params': ['error', { max: 3 }],
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
  },
  overrides: [
    {
      files: ['src/**', 'codegen/**', 'lint/**', 'scripts/**'],
      rules: {
        'max-lines-per-function': ['error', { max: 40 }],
        'typescript/no-non-null-assertion': 'error',
      },
    },
    ...ambientOverrides(),
    ...layerOverrides(),
    { files: toolConfigs, rules: { 'import/no-default-export': 'off' } },
  ],
});
