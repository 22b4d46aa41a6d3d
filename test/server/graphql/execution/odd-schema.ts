// The schema of the gateway over values drawn by path: right ones, none, failures, promises, functions, and what fits no type.
import {
  buildSchema,
  getNamedType,
  getNullableType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  responsePathAsArray,
} from 'graphql';
import { markImmutable, markPure } from '../../../../src/domain/convert/immutable.ts';
import { scalars } from '../../../../src/server/graphql/scalars.ts';
import { readTypeDefs } from '../../../../src/server/graphql/type-defs.ts';
import { thenable } from './cases/case.ts';
import { hashOf } from './hash.ts';

/** What of all values is odd: a whole number of a thousand. */
export interface OddContext {
  readonly seed: number;
  readonly oddness: number;
  /** Each call of a resolver, in order. */
  readonly calls: string[];
  /** For whom: fields of the type ID depend on it. */
  readonly viewer?: string;
  /** Objects that never change, by their positions; without this, each object is a new one. */
  readonly models?: Map<string, object>;
}

const EXAMPLES: Readonly<Record<string, unknown>> = {
  Date: '2026-11-22',
  YearMonth: '2026-11',
  LocalDateTime: '2026-11-22T06:31:00',
  DateTime: '2026-11-22T06:31:00+02:00',
  Duration: 'PT7H32M',
  Int: 7,
  Float: 1.5,
  Boolean: true,
};

/** A schema of which some fields, by the variant, have resolvers and the others are properties or methods of their parents. */
export function createOddSchema(variant: number): GraphQLSchema {
  const schema = buildSchema(readTypeDefs().join('\n'));
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    const scalar = scalars[type.name];
    if (scalar) Object.assign(type, pick(scalar));
    if (isAbstractType(type) && variant % 3 === 0) {
      type.resolveType = (value) => later(typeNameIn(value), variant % 2);
    }
    if (!isObjectType(type)) continue;
    if (variant % 3 === 1 && hashOf(`${variant} ${type.name}`) % 4 === 0) {
      type.isTypeOf = (value) => later(typeNameIn(value) === type.name, variant % 2) as boolean;
    }
    for (const field of Object.values(type.getFields())) {
      const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
      const isOwn = isRoot || hashOf(`${variant} ${type.name}.${field.name}`) % 3 === 0;
      if (!isOwn) continue;
      field.resolve = oftenPure(`${type.name}.${field.name}`, (...call: Call) => valueAt(field.type, ...call));
    }
  }
  return schema;
}

const pick = ({
  coerceOutputValue,
  coerceInputValue,
  coerceInputLiteral,
  parseLiteral,
  serialize,
  parseValue,
}: object & (typeof scalars)[string] & {}) => ({
  coerceOutputValue,
  coerceInputValue,
  coerceInputLiteral,
  parseLiteral,
  serialize,
  parseValue,
});

const typeNameIn = (value: unknown) => (value as { typeName?: string }).typeName;

function later<T>(value: T, ticks: number): T | Promise<T> {
  return ticks === 0 ? value : Promise.resolve(value);
}

type Call = [parent: unknown, args: unknown, context: OddContext, info: GraphQLResolveInfo];

/** A resolver or a method, of which half are marked: it depends on its parent, which has one position, and on the viewer. */
function oftenPure<T extends (...args: never[]) => unknown>(name: string, resolver: T): T {
  return hashOf(name) % 2 === 0 ? markPure(resolver) : resolver;
}

function valueAt(type: GraphQLOutputType, ...[, argumentValues, context, info]: Call): unknown {
  const args = JSON.stringify(argumentValues);
  const path = responsePathAsArray(info.path).join('.');
  context.calls.push(`${path} ${info.parentType.name}.${info.fieldName} ${args}`);
  const at = `${context.seed} ${path} ${info.parentType.name}`;
  return drawn(type, at, { ...context, info, args });
}

interface Drawing extends OddContext {
  readonly info: GraphQLResolveInfo;
  readonly args: string;
  /** Whether the value is waited for: it may come when nobody needs it any more, and neither what it promises. */
  readonly isLate?: boolean;
}

/** A value for a type, by the text of its position. */
function drawn(type: GraphQLOutputType, at: string, drawing: Drawing): unknown {
  const chance = hashOf(`${at} chance`) % 1000;
  const isOdd = chance < drawing.oddness;
  if (!isOdd) return ordinary(type, at, drawing);
  const failure = new Error(`Cannot read ${at} ${drawing.args}`);
  const reject = () => Promise.reject(failure);
  const late = { ...drawing, isLate: true };
  const odd: readonly (() => unknown)[] = [
    () => null,
    () => undefined,
    () => {
      throw failure;
    },
    () => failure,
    () => ticked(hashOf(`${at} ticks`) % 4).then(() => ordinary(type, at, late)),
    () => (drawing.isLate ? promised(reject) : ticked(hashOf(`${at} ticks`) % 4).then(reject)),
    () => Promise.resolve(null),
    () => promised(() => ordinary(type, at, late)),
    () => 'wrong',
    () => ({ wrong: Number.NaN }),
  ];
  return odd[hashOf(`${at} odd`) % odd.length]?.();
}

/** Waited for like a promise. One that resolves at once would be too odd for graphql-js itself. */
const promised = (value: () => unknown) =>
  thenable((...handlers) =>
    ticked(1)
      .then(value)
      .then(...handlers),
  );

async function ticked(ticks: number): Promise<void> {
  for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
}

function ordinary(nullableType: GraphQLOutputType, at: string, drawing: Drawing): unknown {
  const type = getNullableType(nullableType);
  if (isListType(type)) {
    const items = Array.from({ length: hashOf(`${at} length`) % 4 }, (_, index) => index);
    const itemType: GraphQLOutputType = type.ofType;
    const itemAt = (index: number) => itemOf(() => drawn(itemType, `${at}[${index}]`, drawing));
    if (hashOf(`${at} generated`) % 16 === 0) return generated(items, itemAt);
    const list = items.map(itemAt);
    return hashOf(`${at} set`) % 8 === 0 ? new Set(list) : list;
  }
  const named = getNamedType(type);
  if (isAbstractType(named)) {
    const possible = drawing.info.schema.getPossibleTypes(named);
    return objectOf(possible[hashOf(`${at} type`) % possible.length]?.name ?? '', at, drawing);
  }
  if (isObjectType(named)) return objectOf(named.name, at, drawing);
  if (isEnumType(named)) return named.getValues()[hashOf(at) % named.getValues().length]?.value;
  const ofViewer = named.name === 'ID' ? ` ${drawing.viewer ?? ''}` : '';
  return EXAMPLES[named.name] ?? `${at} ${drawing.args}${ofViewer}`;
}

/** In a list, what would be thrown is an item. */
function itemOf(item: () => unknown): unknown {
  try {
    return item();
  } catch (failure) {
    return failure;
  }
}

async function* generated(indices: readonly number[], itemAt: (index: number) => unknown): AsyncGenerator<unknown> {
  for (const index of indices) yield itemAt(index);
}

/** An object whose properties are drawn when they are read; some are methods. */
function objectOf(typeName: string, at: string, drawing: Drawing): object {
  const { models, args } = drawing;
  const known = models?.get(`${at} ${args}`);
  if (known) return known;
  const type = drawing.info.schema.getType(typeName);
  const fields = isObjectType(type) ? type.getFields() : {};
  const object = { typeName, __typename: typeName };
  for (const { name, type: fieldType } of Object.values(fields)) {
    if (hashOf(`${at} ${name} method`) % 5 === 0) {
      const method = (args: unknown, context: OddContext, info: GraphQLResolveInfo) =>
        valueAt(fieldType, null, args, context, info);
      Object.assign(object, { [name]: oftenPure(`${at} ${name}`, method) });
    } else Object.defineProperty(object, name, { get: () => drawn(fieldType, `${at} ${name}`, drawing) });
  }
  models?.set(`${at} ${args}`, object);
  return models ? markImmutable(object) : object;
}
