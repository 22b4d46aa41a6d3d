// Fields with fields of their own wait for the next time slice of their operation when the present one is over.
import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isCompositeType,
  isObjectType,
} from 'graphql';
import type { Context } from '../../domain/context.ts';
import type { TimeSlices } from './time-slices.ts';

/** Lets every field of a schema that has fields of its own pause its operation. Changes the schema. */
export function sliceFields(schema: GraphQLSchema, slices: TimeSlices): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (isCompositeType(getNamedType(field.type))) field.resolve = sliced(field.resolve, slices);
    }
  }
}

function sliced(
  resolve: GraphQLFieldResolver<unknown, Context> = defaultFieldResolver,
  slices: TimeSlices,
): GraphQLFieldResolver<unknown, Context> {
  return (...call) => {
    const pause = slices.of(call[2].loaders)?.pause();
    return pause ? pause.then(() => resolve(...call)) : resolve(...call);
  };
}
