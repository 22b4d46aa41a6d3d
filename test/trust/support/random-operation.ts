// Operations drawn at random from the SDL: every field and argument there is, with values that are right, odd and wrong.
import {
  buildSchema,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { readTypeDefs } from '../../../src/server/graphql/schema.ts';
import type { Random } from './random.ts';

const schema = buildSchema(readTypeDefs().join('\n'));

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Drawing {
  readonly random: Random;
  /** Ids that the viewer may have seen. */
  readonly ids: readonly string[];
  readonly declared: string[];
  readonly variables: Record<string, unknown>;
}

/** A query; one in eight is a mutation. */
export function randomOperation(random: Random, ids: readonly string[] = []): RandomOperation {
  const drawing: Drawing = { random, ids, declared: [], variables: {} };
  const isMutation = random.chance(1 / 8);
  const selection = selectionOf(isMutation ? 'Mutation' : 'Query', drawing, 6);
  const declared = drawing.declared.length > 0 ? `(${drawing.declared.join(' ')})` : '';
  return { query: `${isMutation ? 'mutation' : 'query'} Q${declared} ${selection}`, variables: drawing.variables };
}

function selectionOf(typeName: string, drawing: Drawing, depth: number): string {
  const { random } = drawing;
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields());
  const drawn = Array.from({ length: 1 + random.below(4) }, (_, index) => {
    const field = fieldOf(random.pick(fields), drawing, depth);
    const alias = random.chance(0.2) || index > 0 ? `f${drawing.random.below(1e6)}: ` : '';
    const text = `${alias}${field}`;
    return random.chance(0.1) ? `... on ${typeName} { ${text} }` : text;
  });
  return `{ ${drawn.join(' ')}${random.chance(0.1) ? ' __typename' : ''} }`;
}

function fieldOf(field: GraphQLField<unknown, unknown>, drawing: Drawing, depth: number): string {
  const { random } = drawing;
  const args = field.args
    .filter((arg) => isNonNullType(arg.type) || random.chance(0.4))
    .map((arg) => `${arg.name}: ${argumentOf(arg.type, drawing)}`);
  const directive = random.chance(0.08) ? ` @${random.pick(['skip', 'include'])}(if: ${random.chance(0.5)})` : '';
  const named: GraphQLNamedType = getNamedType(field.type);
  const isLeaf = !isObjectType(named) && !isInterfaceType(named);
  const below = depth <= 0 ? '{ __typename }' : selectionOf(named.name, drawing, depth - 1);
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive}${isLeaf ? '' : ` ${below}`}`;
}

/** Written into the document, or a variable. */
function argumentOf(type: GraphQLInputType, drawing: Drawing): string {
  const value = valueOf(type, drawing);
  if (!drawing.random.chance(0.3)) return literalOf(value);
  const name = `v${drawing.declared.length}`;
  drawing.declared.push(`$${name}: ${String(type)}`);
  drawing.variables[name] = value instanceof EnumName ? value.name : plain(value);
  return `$${name}`;
}

/** The name of an enum's value, which documents write without quotes. */
class EnumName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const INTEGERS = [0, 1, 2, 3, 5, 14, 28, 60, -1, 2_147_483_647];
const DATES = ['2026-11-20', '2026-11-22', '2026-10-01', '2025-01-01', '2030-01-01', '0001-01-01', '2026-02-30', ''];
const TEXTS = ['', '2026-11-20', 'MjAyNi0xMS0yMA', '\u0000', 'ä'.repeat(50), '../..', '__proto__'];

function valueOf(type: GraphQLInputType, drawing: Drawing): unknown {
  const { random, ids } = drawing;
  const bare = getNullableType(type);
  if (isListType(bare)) return Array.from({ length: random.below(4) }, () => valueOf(bare.ofType, drawing));
  if (isEnumType(bare)) return new EnumName(random.pick(bare.getValues()).name);
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields());
    const chosen = bare.isOneOf ? [random.pick(fields)] : fields.filter(() => random.chance(0.8));
    return Object.fromEntries(chosen.map((field) => [field.name, valueOf(field.type, drawing)]));
  }
  const scalars: Readonly<Record<string, () => unknown>> = {
    Int: () => random.pick(INTEGERS),
    Float: () => random.pick([0, 1.5, -1, 1e300]),
    Boolean: () => random.chance(0.5),
    Date: () => random.pick(DATES),
    YearMonth: () => random.pick(['2026-11', '2026-10', '2026-13', '']),
    ID: () => random.pick([...ids, ...TEXTS]),
  };
  return scalars[getNamedType(bare).name]?.() ?? random.pick(TEXTS);
}

function plain(value: unknown): unknown {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}

function literalOf(value: unknown): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, part]) => `${name}: ${literalOf(part)}`)
    .join(', ')} }`;
}
