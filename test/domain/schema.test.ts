// GraphiQL is the manual: nothing of the graph goes without a description, and no enumeration is closed.
import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { expect, it } from 'vitest';

const folder = new URL('../../schema/', import.meta.url);
const files = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const types = Object.values(buildSchema(files.join('\n')).getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

it('describes every type, field, argument and value', () => {
  const bare = types.flatMap((type) =>
    [type, ...partsOf(type)].filter(({ description }) => !description).map(({ name }) => `${type.name}: ${name}`),
  );
  expect(bare).toEqual([]);
});

it('has a word for what is not known yet in every enumeration', () => {
  const closed = types.filter(isEnumType).filter((type) => !type.getValue('UNKNOWN'));
  expect(closed.map(({ name }) => name)).toEqual([]);
});

it('gives every duration in seconds too', () => {
  const alone = types.filter(isObjectType).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => String(field.type) === 'Duration' && !(`${field.name}Seconds` in type.getFields()))
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(alone).toEqual([]);
});

function partsOf(type: GraphQLNamedType): readonly Described[] {
  if (isEnumType(type)) return type.getValues();
  if (isInputObjectType(type)) return Object.values(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [field, ...field.args]);
}
