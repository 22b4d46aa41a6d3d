// Fields with fields of their own wait for the next time slice of their operation when the present one is over, and so do the
// items of long lists.
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Context } from '../../domain/context.ts';
import type { AnyResolver } from './execution/types.ts';
import { type OperationSlices, slicesOf } from './time-slices.ts';

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** Up to here a list is completed in one go. */
const LONG_LIST = 100;
/** So many items of a longer one at once. */
const ITEMS_AT_ONCE = 25;

/** A resolver without its pauses; undefined where it is the default one. */
export type Unsliced = (resolver: AnyResolver) => AnyResolver | undefined;

/**
 * Lets every field of a schema that has fields of its own pause its operation. Changes the schema. Returns how to find the
 * resolvers without their pauses, for an executor that pauses by itself.
 */
export function sliceFields(schema: GraphQLSchema): Unsliced {
  const unsliced = new WeakMap<object, AnyResolver | 'default'>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isCompositeType(getNamedType(field.type))) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      const isList = isListType(getNullableType(field.type));
      const sliced = pausing(isList ? slicedList(resolve) : resolve);
      unsliced.set(sliced, field.resolve ?? 'default');
      field.resolve = sliced;
    }
  }
  return (resolver) => {
    const known = unsliced.get(resolver);
    return known === 'default' ? undefined : (known ?? resolver);
  };
}

function pausing(resolve: Resolver): Resolver {
  return (...call) => {
    const pause = slicesOf(call[2].loaders)?.pause();
    return pause ? pause.then(() => resolve(...call)) : resolve(...call);
  };
}

function slicedList(resolve: Resolver): Resolver {
  return (...call) => {
    const operation = slicesOf(call[2].loaders);
    const list: unknown = resolve(...call);
    if (!operation) return list;
    return list instanceof Promise ? list.then((items) => inSlices(items, operation)) : inSlices(list, operation);
  };
}

/** The items of a long list come one group after another; anything else as it is. */
function inSlices(list: unknown, { inTurn }: OperationSlices): unknown {
  if (!Array.isArray(list) || list.length <= LONG_LIST) return list;
  let group = Promise.resolve();
  return list.map((item, index) => {
    if (index % ITEMS_AT_ONCE === 0) group = inTurn();
    return group.then(() => item);
  });
}
