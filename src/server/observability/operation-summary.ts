// What is said of an operation to whoever watches: what it is, and how it ended.
import type { OperationDefinitionNode } from 'graphql';
import type { OperationSummary } from './telemetry.ts';

/** A name in a document may be as long as the document. */
const MAX_NAME_LENGTH = 60;

/** Type and name of an operation; null: there was none in the document, or it was not read. */
export function startedAs(definition: OperationDefinitionNode | null): Pick<OperationSummary, 'type' | 'name'> {
  return {
    type: definition?.operation ?? 'invalid',
    name: definition?.name?.value.slice(0, MAX_NAME_LENGTH) ?? null,
  };
}

/** How a result ended. A stream of results has begun: how it goes on is not waited for. */
export function outcomeOf(result: object): Pick<OperationSummary, 'codes' | 'stats'> {
  if (Symbol.asyncIterator in result || Array.isArray(result)) return { codes: [], stats: null };
  const { errors = [], extensions } = result as SentResult;
  return {
    codes: [...new Set(errors.map((error) => String(error.extensions?.['code'])))],
    stats: extensions?.accesslink ?? null,
  };
}

interface SentResult {
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
  readonly extensions?: { readonly accesslink?: NonNullable<OperationSummary['stats']> };
}
