// A value as graphql-js writes it in its messages.
import { GraphQLBoolean } from 'graphql';

const BEFORE = 'Boolean cannot represent a non boolean value: ';

/** graphql-js exports nothing that writes a value; but an error about a value that is no boolean ends with it. */
export function inspected(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  try {
    return String(GraphQLBoolean.coerceInputValue(value));
  } catch (error) {
    return String((error as Error).message).slice(BEFORE.length);
  }
}
