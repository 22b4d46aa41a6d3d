// Positions in a result: their paths, and what resolvers learn about them. Both are made when somebody needs them.
import type { GraphQLResolveInfo } from 'graphql';
import type { Execution, FieldPlan, Position, ResponsePath } from './types.ts';

/** The position of the whole result. */
export function rootPosition(execution: Execution): Position {
  return { execution, field: null, parent: null, key: '', path: undefined, info: undefined };
}

/** The position of a field of the object at another position. */
export function fieldPosition(field: FieldPlan, parent: Position): Position {
  return { execution: parent.execution, field, parent, key: field.responseName, path: undefined, info: undefined };
}

/** The position of an item of the list at another position. */
export function itemPosition(key: number, parent: Position): Position {
  return { execution: parent.execution, field: parent.field, parent, key, path: undefined, info: undefined };
}

/** The plan of the field that a position belongs to. Throws at the root, which nothing asks. */
export function fieldOf({ field }: Position): FieldPlan {
  if (field) return field;
  throw new RangeError('Cannot name the field: it is the root');
}

/** The path of a position; undefined for the root. */
function pathOf(position: Position): ResponsePath | undefined {
  if (position.path || position.parent === null) return position.path;
  const typename = typeof position.key === 'number' ? undefined : position.field?.parentType.name;
  const path = { prev: pathOf(position.parent), key: position.key, typename };
  position.path = path;
  return path;
}

/** Response names and indices from the root to a position. */
export function keysTo(position: Position): (string | number)[] {
  const keys = [];
  for (let at = position; at.parent !== null; at = at.parent) keys.push(at.key);
  return keys.reverse();
}

/** What resolvers get as their last argument: the same as from graphql-js. The items of a list share that of their field. */
export function infoOf(position: Position): GraphQLResolveInfo {
  if (typeof position.key === 'number' && position.parent) return infoOf(position.parent);
  position.info ??= createInfo(position);
  return position.info;
}

function createInfo(position: Position): GraphQLResolveInfo {
  const { args, helpers } = position.execution;
  const field = fieldOf(position);
  return {
    fieldName: field.definition.name,
    fieldNodes: field.nodes,
    returnType: field.definition.type,
    parentType: field.parentType,
    path: pathOf(position) ?? { prev: undefined, key: field.responseName, typename: field.parentType.name },
    schema: args.schema,
    fragments: args.fragmentDefinitions,
    rootValue: args.rootValue,
    operation: args.operation,
    variableValues: args.variableValues,
    getAbortSignal: helpers.getAbortSignal,
    getAsyncHelpers: helpers.getAsyncHelpers,
  };
}
