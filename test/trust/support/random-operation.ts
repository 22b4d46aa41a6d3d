// Operations drawn at random from the SDL: every field and argument there is, with values that are right, odd and wrong.
import {
  buildSchema,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { readTypeDefs } from '../../../src/server/graphql/type-defs.ts';
import type { Random } from './random.ts';

const schema = buildSchema(readTypeDefs().join('\n'));

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What operations are drawn from; by default everything of the SDL, and values of which many are wrong. */
export interface OperationSource {
  /** Whether a field may be selected. */
  readonly allows?: (typeName: string, fieldName: string) => boolean;
  /** Arguments by their coordinate, such as `User.days`, in the place of those drawn one by one. */
  readonly args?: Readonly<Record<string, () => Readonly<Record<string, unknown>>>>;
  /** Ids that the viewer may have seen. */
  readonly ids?: readonly string[];
  /** The share of mutations; one in eight by default. */
  readonly mutations?: number;
  /** How deep fields of objects are nested, at most; 6 by default. */
  readonly depth?: number;
  /** Whether variables may have defaults, be missing, and stand in directives; by default they do not. */
  readonly freeVariables?: boolean;
}

interface Drawing extends OperationSource {
  readonly random: Random;
  readonly declared: string[];
  readonly fragments: string[];
  readonly variables: Record<string, unknown>;
}

/** An operation with its variables. */
export function randomOperation(random: Random, source: OperationSource = {}): RandomOperation {
  const drawing: Drawing = { ...source, random, declared: [], fragments: [], variables: {} };
  const isMutation = random.chance(source.mutations ?? 1 / 8);
  const selection = selectionOf(isMutation ? 'Mutation' : 'Query', drawing, source.depth ?? 6);
  const declared = drawing.declared.length > 0 ? `(${drawing.declared.join(' ')})` : '';
  const operation = `${isMutation ? 'mutation' : 'query'} Q${declared} ${selection}`;
  return { query: [operation, ...drawing.fragments].join('\n'), variables: drawing.variables };
}

function selectionOf(typeName: string, drawing: Drawing, depth: number): string {
  const { random } = drawing;
  const type = schema.getType(typeName);
  if (isInterfaceType(type)) {
    const { name } = random.pick(schema.getPossibleTypes(type));
    return `{ __typename ... on ${name} ${selectionOf(name, drawing, depth)} }`;
  }
  if (!isObjectType(type)) return '{ __typename }';
  const possible = Object.values(type.getFields()).filter(
    ({ name, type: of }) => (drawing.allows?.(typeName, name) ?? true) && (depth > 0 || isLeaf(of)),
  );
  if (possible.length === 0) return '{ __typename }';
  const drawn = Array.from({ length: 1 + random.below(4) }, (_, index) => {
    const field = fieldOf(typeName, random.pick(possible), { ...drawing, depth });
    const text = random.chance(0.2) || index > 0 ? `f${random.below(1e9)}: ${field}` : field;
    return inFragment(typeName, random.chance(0.05) ? `${text} ${text}` : text, drawing);
  });
  return `{ ${drawn.join(' ')}${random.chance(0.1) ? ' __typename' : ''} }`;
}

/** The text as it is, or in a fragment without or with a name. */
function inFragment(typeName: string, text: string, { random, fragments }: Drawing): string {
  if (random.chance(0.8)) return text;
  if (random.chance(0.5)) return `... on ${typeName} { ${text} }`;
  const name = `F${fragments.length}`;
  fragments.push(`fragment ${name} on ${typeName} { ${text} }`);
  return `...${name}`;
}

function isLeaf(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return !isObjectType(named) && !isInterfaceType(named);
}

function fieldOf(
  typeName: string,
  field: GraphQLField<unknown, unknown>,
  drawing: Drawing & { readonly depth: number },
): string {
  const { random, depth } = drawing;
  const chosen = drawing.args?.[`${typeName}.${field.name}`]?.();
  const args = field.args
    .filter(({ name, type }) => (chosen ? chosen[name] !== undefined : isNonNullType(type) || random.chance(0.4)))
    .map(({ name, type }) => `${name}: ${argumentOf(type, drawing, chosen ? chosen[name] : valueOf(type, drawing))}`);
  const directive = random.chance(0.08)
    ? ` @${random.pick(['skip', 'include'])}(if: ${conditionOf(random.chance(0.5), drawing)})`
    : '';
  const below = isLeaf(field.type) ? '' : ` ${selectionOf(getNamedType(field.type).name, drawing, depth - 1)}`;
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive}${below}`;
}

function conditionOf(value: boolean, drawing: Drawing): string {
  if (!drawing.freeVariables || drawing.random.chance(0.3)) return String(value);
  const name = `c${drawing.declared.length}`;
  drawing.declared.push(`$${name}: Boolean${drawing.random.chance(0.5) ? '!' : ' = false'}`);
  if (drawing.random.chance(0.8)) drawing.variables[name] = value;
  return `$${name}`;
}

/** Written into the document, or a variable. */
function argumentOf(type: GraphQLInputType, drawing: Drawing, value: unknown): string {
  if (!drawing.random.chance(0.3)) return literalOf(value);
  const name = `v${drawing.declared.length}`;
  const isFree = drawing.freeVariables && drawing.random.chance(0.3);
  drawing.declared.push(`$${name}: ${String(type)}${isFree ? ` = ${literalOf(valueOf(type, drawing))}` : ''}`);
  if (!isFree || drawing.random.chance(0.5)) drawing.variables[name] = isFree ? null : plain(value);
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
  const { random, ids = [] } = drawing;
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
