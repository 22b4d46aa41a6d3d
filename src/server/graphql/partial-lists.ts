// Lists of which a part could not be read: their failures become errors of the result, at the path of the list.
import {
  getNullableType,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isListType,
  isObjectType,
  locatedError,
  responsePathAsArray,
} from 'graphql';
import type { Context } from '../../domain/context.ts';
import { failuresIn } from '../../domain/convert/partial-list.ts';

/** The errors of partial lists by the loaders of their operation, which no other operation has. */
export interface PartialLists {
  /** The errors found while an operation was executed. */
  readonly errorsOf: (context: Pick<Context, 'loaders'>) => readonly GraphQLError[];
}

/** Watches the list fields of a schema that have a resolver of their own. */
export function watchPartialLists(schema: GraphQLSchema): PartialLists {
  const found = new WeakMap<object, GraphQLError[]>();
  const report: Report = (value, { loaders }, { fieldNodes, path }) => {
    const errors = failuresIn(value).map((failure) => locatedError(failure, fieldNodes, responsePathAsArray(path)));
    if (errors.length > 0) found.set(loaders, [...(found.get(loaders) ?? []), ...errors]);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (isListType(getNullableType(field.type)) && field.resolve) field.resolve = watched(field.resolve, report);
    }
  }
  return { errorsOf: ({ loaders }) => found.get(loaders) ?? [] };
}

type Report = (value: unknown, context: Pick<Context, 'loaders'>, info: GraphQLResolveInfo) => void;

function watched(
  resolve: GraphQLFieldResolver<unknown, Context>,
  report: Report,
): GraphQLFieldResolver<unknown, Context> {
  return (...call) => {
    const [, , context, info] = call;
    const value: unknown = resolve(...call);
    if (!(value instanceof Promise)) return value;
    return value.then((list: unknown) => {
      report(list, context, info);
      return list;
    });
  };
}
