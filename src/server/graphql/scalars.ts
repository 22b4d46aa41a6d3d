// Custom scalars: text that is checked when it comes in and when it goes out.
import { GraphQLError, GraphQLScalarType } from 'graphql';
import { isIsoDate } from '../../calendar.ts';

interface TextScalar {
  readonly name: string;
  readonly example: string;
  readonly isValid: (text: string) => boolean;
  /** What is taken from callers, where that is less than what they may be told. */
  readonly isTaken?: (text: string) => boolean;
}

/** Years from which arithmetic on dates does not leave four digits. */
const isUsableDate = (text: string) => isIsoDate(text) && text >= '1900-01-01' && text < '9000-01-01';
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const DURATION = /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

const textScalars: readonly TextScalar[] = [
  { name: 'Date', example: '2026-11-22', isValid: isIsoDate, isTaken: isUsableDate },
  { name: 'YearMonth', example: '2026-11', isValid: (text) => isUsableDate(`${text}-01`) },
  { name: 'LocalDateTime', example: '2026-11-22T06:31:00', isValid: (text) => LOCAL.test(text) },
  { name: 'DateTime', example: '2026-11-22T06:31:00+02:00', isValid: (text) => INSTANT.test(text) },
  { name: 'Duration', example: 'PT7H32M', isValid: (text) => DURATION.test(text) },
];

/** Scalars by name, for the executable schema; descriptions come from the SDL. */
export const scalars: Readonly<Record<string, GraphQLScalarType>> = Object.fromEntries(
  textScalars.map((scalar) => [scalar.name, scalarOf(scalar)]),
);

function scalarOf({ name, example, isValid, isTaken = isValid }: TextScalar): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    serialize: (value) => {
      if (typeof value === 'string' && isValid(value)) return value;
      throw new TypeError(`Cannot send a ${name}: the value is none`);
    },
    parseValue: (value) => {
      if (typeof value === 'string' && isTaken(value)) return value;
      throw new GraphQLError(`Cannot read a ${name}: ${shown(value)} is none; write it like "${example}"`);
    },
  });
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
