// A schema that is not shown: no introspection, and no error that suggests names. Clients are built from the SDL.
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** GraphQL appends its suggestions to a message, of validation and of the coercion of variables alike. */
const SUGGESTION = / Did you mean .*$/s;

/** Validation refuses `__schema` and `__type`; `__typename`, which clients select to read their answers, stays. */
export const withoutIntrospection: Plugin = {
  onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule),
};

/** The message of an error about a request without the names that it suggests. */
export function withoutSuggestion(message: string): string {
  return message.replace(SUGGESTION, '');
}
