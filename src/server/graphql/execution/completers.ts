// How values are completed, by their type: each type of the schema becomes one function, once a plan.
import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  isObjectType,
} from 'graphql';
import { isPromiseLike } from './errors.ts';
import { completeLeaf, countImpure, nullMessage } from './fields.ts';
import { inspected } from './inspected.ts';
import { fieldOf, infoOf } from './position.ts';
import { completeSelection } from './selections.ts';
import type { Complete, Position } from './types.ts';

/** The value as it is when it is none, or a failure thrown; otherwise completed. */
export function nullable(complete: Complete): Complete {
  return (value, position) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(value, position);
  };
}

/** Never null. */
export function nonNull(complete: Complete): Complete {
  return (value, position) => {
    const completed = complete(value, position);
    if (completed === null) throw new Error(nullMessage(fieldOf(position)));
    return completed;
  };
}

export function leafCompletion(leaf: GraphQLLeafType): Complete {
  const type = { leaf };
  return nullable((value) => completeLeaf(type, value));
}

export function objectCompletion(type: GraphQLObjectType): Complete {
  return nullable((value, position) => completeObject(type, value, position));
}

export function abstractCompletion(type: GraphQLAbstractType): Complete {
  return nullable((value, position) => {
    const found = typeNameOf(type, value, position);
    if (!isPromiseLike(found)) return completeObject(validType(found, { type, value }, position), value, position);
    return found.then((name) => {
      if (position.execution.isFinished) throw new Error('Aborted!');
      return completeObject(validType(name, { type, value }, position), value, position);
    });
  });
}

/** What the type says of a value; without a resolver of its own, the name that the value says of itself needs no more. */
function typeNameOf(type: GraphQLAbstractType, value: unknown, position: Position): unknown {
  if (!type.resolveType && typeof value === 'object' && value !== null) {
    const name = (value as { __typename?: unknown }).__typename;
    if (typeof name === 'string') return name;
  }
  const { execution } = position;
  countImpure(execution);
  return (type.resolveType ?? defaultTypeResolver)(value, execution.args.contextValue, infoOf(position), type);
}

function completeObject(type: GraphQLObjectType, value: unknown, position: Position): unknown {
  const selection = fieldOf(position).selectionOf;
  if (!type.isTypeOf) return completeSelection(selection(type), value, position);
  const { execution } = position;
  countImpure(execution);
  const isOfType = type.isTypeOf(value, execution.args.contextValue, infoOf(position));
  if (isPromiseLike(isOfType)) {
    return isOfType.then((isSo) => {
      if (execution.isFinished) throw new Error('Aborted!');
      if (!isSo) throw wrongType(type, value, position);
      return completeSelection(selection(type), value, position);
    });
  }
  if (!isOfType) throw wrongType(type, value, position);
  return completeSelection(selection(type), value, position);
}

function wrongType(type: GraphQLObjectType, value: unknown, position: Position): GraphQLError {
  const message = `Expected value of type "${type.name}" but got: ${inspected(value)}.`;
  return new GraphQLError(message, { nodes: fieldOf(position).nodes });
}

interface Resolution {
  readonly type: GraphQLAbstractType;
  readonly value: unknown;
}

/** The object type with a name. Throws, in the words of graphql-js, when an abstract type has none of that name. */
function validType(name: unknown, resolution: Resolution, position: Position): GraphQLObjectType {
  const { schema } = position.execution.args;
  const { type } = resolution;
  const nodes = { nodes: fieldOf(position).nodes };
  if (typeof name !== 'string') throw noTypeName(name, resolution, position);
  const found = schema.getType(name);
  if (!found) {
    const message = `Abstract type "${type.name}" was resolved to a type "${name}" that does not exist inside the schema.`;
    throw new GraphQLError(message, nodes);
  }
  if (!isObjectType(found)) {
    throw new GraphQLError(`Abstract type "${type.name}" was resolved to a non-object type "${name}".`, nodes);
  }
  if (schema.isSubType(type, found)) return found;
  throw new GraphQLError(`Runtime Object type "${found.name}" is not a possible type for "${type.name}".`, nodes);
}

function noTypeName(name: unknown, { type, value }: Resolution, position: Position): GraphQLError {
  const { nodes, parentType, definition } = fieldOf(position);
  const must =
    `Abstract type "${type.name}" must resolve to an Object type at runtime for field ` +
    `"${parentType.name}.${definition.name}"`;
  if (name !== null && name !== undefined) {
    const received = `with value ${inspected(value)}, received "${inspected(name)}", which is not a valid Object type name.`;
    return new GraphQLError(`${must} ${received}`);
  }
  const either =
    `Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide ` +
    'an "isTypeOf" function.';
  return new GraphQLError(`${must}. ${either}`, { nodes });
}
