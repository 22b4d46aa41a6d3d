// What the answer to an operation may have at most: its values, and the bytes of its JSON.
import { getNamedType, type GraphQLNamedType, type GraphQLSchema, isEnumType, isLeafType } from 'graphql';
import type { SelectingOperation } from '../selection.ts';
import { type ConstantPrices, createConstantPrices } from './constant-prices.ts';
import { createFieldSizes, DEFAULT_ITEMS, type FieldSizes, fieldOf } from './field-sizes.ts';
import { lookUps } from './list-sizes.ts';
import {
  argumentValues,
  type UnfoldedField,
  unfoldedFields,
  unfoldedOperation,
  type Unfolding,
} from './unfolded-fields.ts';

/** An upper bound, as far as the sizes of lists are known before they are read. */
export interface AnswerPrice {
  /** Fields of objects, wherever they stand. A list of numbers or texts is one. */
  readonly values: number;
  readonly bytes: number;
  /** Records that are looked up, each held or requested: what costs time before there is an answer. */
  readonly lookups: number;
}

/** Bytes of a value as JSON, with its quotes and a comma. */
const LEAF_BYTES: Readonly<Record<string, number>> = {
  Int: 6,
  Float: 9,
  Boolean: 6,
  ID: 80,
  Date: 13,
  DateTime: 28,
  LocalDateTime: 22,
  Duration: 13,
};
const TEXT_BYTES = 60;
const ENUM_BYTES = 16;
/** Of a field besides its name and value, and of an object: quotes, a colon, braces, a comma. */
const FIELD_BYTES = 3;
const OBJECT_BYTES = 3;
const NAMES: AnswerPrice = { values: 1, bytes: 20, lookups: 0 };

interface Pricing extends Unfolding {
  readonly sizesOf: FieldSizes;
  readonly constants: ConstantPrices<AnswerPrice>;
}

export type PriceAnswer = (operation: SelectingOperation) => AnswerPrice;

/** Prices answers under a schema. The document is valid, and so small that it can be unfolded. */
export function createAnswerPricing(schema: GraphQLSchema): PriceAnswer {
  const sizesOf = createFieldSizes(schema);
  const constants = createConstantPrices<AnswerPrice>();
  return (selecting) => {
    const { fields, unfolding } = unfoldedOperation(selecting, schema);
    return priceOfObject(fields, DEFAULT_ITEMS, { ...unfolding, sizesOf, constants });
  };
}

/** One object: a field that is selected again under its name is one field. */
function priceOfObject(fields: readonly UnfoldedField[], items: number, pricing: Pricing): AnswerPrice {
  let [values, bytes, lookups] = [0, OBJECT_BYTES, 0];
  for (const same of Map.groupBy(fields, keyOf).values()) {
    const [first, ...others] = same;
    const isOne = first && others.length === 0;
    const price = isOne
      ? pricing.constants(first, { items, pricing }, (constants) =>
          priceOfField(same, items, { ...pricing, constants }),
        )
      : priceOfField(same, items, pricing);
    values += price.values;
    lookups += price.lookups;
    bytes += price.bytes + nameOf(same[0]).length + FIELD_BYTES;
  }
  return { values, bytes, lookups };
}

/** Objects of different types may answer with different fields under one name. */
function keyOf(field: UnfoldedField): string {
  return `${nameOf(field)} ${field.parent.name}.${field.node.name.value}`;
}

function nameOf(field: UnfoldedField | undefined): string {
  return field ? (field.node.alias ?? field.node.name).value : '';
}

function priceOfField(same: readonly UnfoldedField[], items: number, pricing: Pricing): AnswerPrice {
  const [first] = same;
  const field = first && fieldOf(first.node, first.parent, pricing.schema);
  if (!first || !field) return NAMES;
  const coordinate = `${first.parent.name}.${first.node.name.value}`;
  const args = argumentValues(first.node, pricing.variables);
  const { count, inner } = pricing.sizesOf({ coordinate, type: field.type, args, items });
  const type = getNamedType(field.type);
  if (isLeafType(type)) return { values: 1, bytes: count * leafBytes(type), lookups: 0 };
  const sets = same.flatMap(({ node }) => (node.selectionSet ? unfoldedFields(node.selectionSet, type, pricing) : []));
  const price = priceOfObject(sets, inner, pricing);
  const lookups = (lookUps[coordinate]?.(args, items) ?? 0) + count * price.lookups;
  return { values: 1 + count * price.values, bytes: count * price.bytes, lookups };
}

function leafBytes(type: GraphQLNamedType): number {
  return LEAF_BYTES[type.name] ?? (isEnumType(type) ? ENUM_BYTES : TEXT_BYTES);
}
