// What the descriptions of the graph claim about values, found in their words.
import { getNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLType } from 'graphql';
import { buildSchema } from 'graphql';
import { readTypeDefs } from '../../src/server/graphql/type-defs.ts';

const schema = buildSchema(readTypeDefs().join('\n'));

/** A type, a field, an argument or a value of the graph with its description in one line. */
export interface Described {
  /** `Type`, `Type.field` or `Type.field(argument:)`. */
  readonly coordinate: string;
  readonly text: string;
  /** Of fields and arguments, as the SDL writes it. */
  readonly type: string;
  /** Whether it is a field of an object whose values are numbers, alone or in lists. */
  readonly isNumeric: boolean;
}

export const described: readonly Described[] = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (type.name.startsWith('__')) return [];
  const parts: Described[] = [entry(type.name, type.description)];
  if (isEnumType(type)) {
    for (const value of type.getValues()) parts.push(entry(`${type.name}.${value.name}`, value.description));
  }
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      parts.push(entry(coordinate, field.description, isObjectType(type) ? field.type : undefined));
      if (!('args' in field)) continue;
      for (const arg of field.args) parts.push(entry(`${coordinate}(${arg.name}:)`, arg.description, arg.type));
    }
  }
  return parts;
});

function entry(coordinate: string, description: string | null | undefined, type?: GraphQLType): Described {
  const isNumeric =
    type !== undefined && !coordinate.includes('(') && ['Int', 'Float'].includes(String(getNamedType(type)));
  return { coordinate, text: (description ?? '').replaceAll(/\s+/g, ' '), type: String(type ?? ''), isNumeric };
}

/** The smallest and the largest value that a description allows. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;
const FROM_TO = new RegExp(String.raw`${NUMBER}(?: \([^)]*\))? to ${NUMBER}`);

/** The bounds in a description: "1 (much below) to 5", "at most 63", "1 is the lowest"; null when it has none. */
export function boundsIn(text: string): Bounds | null {
  const [, from, to] = FROM_TO.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return { min: Number(from), max: Number(to) };
  const most = /at most (\d+)/.exec(text)?.[1];
  if (most !== undefined) return { min: 0, max: Number(most) };
  const least = /(\d+) is the lowest/.exec(text)?.[1];
  return least === undefined ? null : { min: Number(least), max: Number.POSITIVE_INFINITY };
}

/** A unit: how descriptions and names of fields write it, and what values in it are possible for people and their devices. */
export interface Unit extends Bounds {
  readonly words: RegExp;
  /** The end of the name of a field in this unit; null where names say the quantity. */
  readonly suffix: string | null;
}

export const units: readonly Unit[] = [
  { words: /kilocalories/, suffix: 'Kcal', min: 0, max: 10_000 },
  { words: /\b(in|,) metres/, suffix: 'Meters', min: -500, max: 500_000 },
  { words: /degrees Celsius/, suffix: 'Celsius', min: -10, max: 45 },
  { words: /millivolts/, suffix: 'Mv', min: -10, max: 10 },
  { words: /milliseconds/, suffix: 'Ms', min: 0, max: 600_000 },
  { words: /in seconds|Seconds (from|between)/, suffix: 'Seconds', min: 0, max: 1_000_000 },
  { words: /in minutes/, suffix: 'Minutes', min: -840, max: 1_440 },
  { words: /in percent/, suffix: 'Percent', min: 0, max: 500 },
  { words: /in kilograms/, suffix: 'Kg', min: 20, max: 300 },
  { words: /in centimetres/, suffix: 'Cm', min: 100, max: 250 },
  { words: /millilitres per kilogram and minute/, suffix: 'vo2Max', min: 10, max: 100 },
  { words: /beats per minute/i, suffix: null, min: 20, max: 240 },
  { words: /breaths per minute/, suffix: null, min: 4, max: 60 },
  { words: /in degrees, north positive/, suffix: null, min: -90, max: 90 },
  { words: /in degrees, east positive/, suffix: null, min: -180, max: 180 },
];

/** The unit that a description names; undefined when it names none. */
export function unitIn(text: string): Unit | undefined {
  return units.find(({ words }) => words.test(text));
}

/** Whether a description says in which order a list is. */
export function hasOrder(text: string): boolean {
  return /oldest first|\bin order\b/.test(text);
}

/** Whether a description says when something is null. */
export function speaksOfNull(text: string): boolean {
  return /\bnull\b/.test(text);
}

/** Whether a field is a list, or a type is a connection, whose order is looked at in answers. */
export function isListed({ coordinate, type }: Described): boolean {
  return type.startsWith('[') || type.endsWith('Connection!') || coordinate.endsWith('Connection');
}
