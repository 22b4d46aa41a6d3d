// How many items a field has, and how many the lists below it have, under a schema.
import {
  type FieldNode,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { innerSizes, type SizeArgs, sizes } from './list-sizes.ts';
import { schemaSizes } from './schema-sizes.ts';

/** A field as it is selected. */
export interface SizedField {
  readonly coordinate: string;
  readonly type: GraphQLOutputType;
  readonly args: SizeArgs;
  /** The size around it. */
  readonly items: number;
}

/** `count`: of its items, one where it is no list. `inner`: the size around the fields below. Both are upper bounds. */
export type FieldSizes = (field: SizedField) => Readonly<Record<'count' | 'inner', number>>;

/** Around what is no list and in none. */
export const DEFAULT_ITEMS = 31;

export function createFieldSizes(schema: GraphQLSchema): FieldSizes {
  const ofSchema = schemaSizes(schema);
  const [own, below] = [
    { ...sizes, ...ofSchema.sizes },
    { ...innerSizes, ...ofSchema.inner },
  ];
  return ({ coordinate, type, args, items }) => {
    const size = own[coordinate]?.(args, items);
    const isList = isListType(getNullableType(type));
    const count = isList ? (size ?? items) : 1;
    return { count, inner: below[coordinate]?.(args, items) ?? (isList ? 1 : size) ?? items };
  };
}

/** The field that a node selects on a type; undefined for names that every type has. */
export function fieldOf(
  { name }: FieldNode,
  parent: GraphQLNamedType,
  schema: GraphQLSchema,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? schema.getField(parent, name.value) : undefined;
}
