// A schema that is not shown: no introspection, and no error that suggests names. Clients are built from the SDL.
import { NoSchemaIntrospectionCustomRule, specifiedRules, type ValidationRule } from 'graphql';

/** GraphQL appends its suggestions to a message, of validation and of the coercion of variables alike. */
const SUGGESTION = / Did you mean .*$/s;

/** Of a schema that is not shown, validation refuses `__schema` and `__type`; `__typename`, by which clients read answers, stays. */
export function validationRules(isSchemaVisible: boolean): readonly ValidationRule[] {
  return isSchemaVisible ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
}

/** The message of an error about a request without the names that it suggests. */
export function withoutSuggestion(message: string): string {
  return message.replace(SUGGESTION, '');
}
