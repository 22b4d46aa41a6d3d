// Custom scalars: text that is validated as input and as output.
import { GraphQLError, GraphQLScalarType } from 'graphql';
import { isIsoDate } from '../../calendar.ts';

interface TextScalar {
  readonly name: string;
  readonly example: string;
  readonly isValid: (text: string) => boolean;
  /** Of input, where less is valid than of output. */
  readonly isValidInput?: (text: string) => boolean;
}

/** Arithmetic on dates of these years keeps four digits. */
const isUsableDate = (text: string) => isIsoDate(text) && text >= '1900-01-01' && text < '9000-01-01';
const LOCAL_DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const DURATION = /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

const textScalars: readonly TextScalar[] = [
  { name: 'Date', example: '2026-11-22', isValid: isIsoDate, isValidInput: isUsableDate },
  { name: 'YearMonth', example: '2026-11', isValid: (text) => isUsableDate(`${text}-01`) },
  { name: 'LocalDateTime', example: '2026-11-22T06:31:00', isValid: (text) => LOCAL_DATE_TIME.test(text) },
  { name: 'DateTime', example: '2026-11-22T06:31:00+02:00', isValid: (text) => INSTANT.test(text) },
  { name: 'Duration', example: 'PT7H32M', isValid: (text) => DURATION.test(text) },
];

/** Scalars by name, for the executable schema; descriptions come from the SDL. */
export const scalars: Readonly<Record<string, GraphQLScalarType>> = Object.fromEntries(
  textScalars.map((scalar) => [scalar.name, scalarOf(scalar)]),
);

function scalarOf({ name, example, isValid, isValidInput = isValid }: TextScalar): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    serialize: (value) => {
      if (typeof value === 'string' && isValid(value)) return value;
      throw new TypeError(`Cannot serialize a ${name}: the value is invalid`);
    },
    parseValue: (value) => {
      if (typeof value === 'string' && isValidInput(value)) return value;
      throw new GraphQLError(`Cannot read a ${name}: ${quoted(value)} is invalid; write it like "${example}"`);
    },
  });
}

/** At most 40 characters of the value. */
function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
