// How long the lists of introspection are. A schema is known, so that these are no estimates.
import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isUnionType } from 'graphql';
import type { Size } from './list-sizes.ts';

/** Set as the size around the types of `__schema`, of which the mean is taken; elsewhere a type may be the largest. */
const ALL_TYPES = 0;
const ONE_TYPE = 1;

/** Sizes by schema coordinate, and those that hold below a field. */
export function schemaSizes(
  schema: GraphQLSchema,
): Readonly<Record<'sizes' | 'inner', Readonly<Record<string, Size>>>> {
  const types = Object.values(schema.getTypeMap());
  const lists: Readonly<Record<string, readonly number[]>> = {
    fields: types.map((type) => (isObjectType(type) || isInterfaceType(type) ? count(type.getFields()) : 0)),
    inputFields: types.map((type) => (isInputObjectType(type) ? count(type.getFields()) : 0)),
    enumValues: types.map((type) => (isEnumType(type) ? type.getValues().length : 0)),
    interfaces: types.map((type) => (isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().length : 0)),
    possibleTypes: types.map((type) =>
      isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type).length : 0,
    ),
  };
  const args = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).map((field) => field.args.length)
      : [],
  );
  const one = () => ONE_TYPE;
  const ofTypes = Object.entries(lists).map(([name, all]) => [`__Type.${name}`, sizeOf(all)]);
  const leading = ['__Field.type', '__InputValue.type', '__Type.ofType', '__Type.interfaces', '__Type.possibleTypes'];
  return {
    sizes: {
      '__Schema.types': () => types.length,
      '__Schema.directives': () => schema.getDirectives().length,
      ...Object.fromEntries(ofTypes),
      '__Field.args': sizeOf(args),
      '__Directive.args': () => 3,
      '__Directive.locations': () => 8,
    },
    inner: {
      '__Schema.types': () => ALL_TYPES,
      '__Type.fields': (_, items) => items,
      '__Type.inputFields': (_, items) => items,
      ...Object.fromEntries([...leading, 'Query.__type', '__Schema.queryType'].map((field) => [field, one])),
    },
  };
}

function sizeOf(all: readonly number[]): Size {
  const [most, sum] = [Math.max(...all), all.reduce((total, size) => total + size, 0)];
  return (_, items) => (items === ALL_TYPES ? sum / Math.max(1, all.length) : most);
}

function count(fields: object): number {
  return Object.keys(fields).length;
}
