// What a case of an execution consists of, and what its resolvers are made of.

export type Fields = Readonly<Record<string, unknown>>;

/** An operation over a schema, with what its fields have. */
export interface ExecutionCase {
  readonly name: string;
  readonly sdl: string;
  readonly query: string;
  /** Resolvers by type and field; `__resolveType`, `__isTypeOf` and, of scalars, `serialize` and `parseValue`. */
  readonly resolvers?: Readonly<Record<string, Fields>>;
  readonly rootValue?: unknown;
  readonly variables?: Fields;
  readonly operationName?: string;
}

/** Throws an error with a message. */
export const fail = (message: string) => {
  throw new Error(message);
};
/** A promise of a value. */
export const later = async <T>(value: T): Promise<T> => value;

/** An object that is waited for like a promise. */
export function thenable(
  then: (found: (value: unknown) => void, failed: (reason: unknown) => void) => unknown,
): object {
  return objectWith('then', then);
}

const objectWith = (name: string, value: unknown) => ({ [name]: value });
