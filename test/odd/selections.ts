// Questions for everything of a type of the graph, made by walking the SDL.
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { sourcesBelow } from '../architecture/sources.ts';
import { subjects } from './subjects.ts';

/** Values of arguments: of ranges where they can be given, of others where they must. */
export type Arguments = Readonly<Record<string, string>>;

/** Whether a question asks for a single day or session, or for lists of them. */
export type Way = 'single' | 'lists';

/** These lead back to what is above them, or to other records than those whose names they bear. */
const NOT_FOLLOWED = new Set([
  'Night.day',
  'Exercise.day',
  'AvailableNight.night',
  'Day.previous',
  'Day.next',
  'User.coverage',
]);
/** Differ from answer to answer. */
const VOLATILE = new Set(['url']);
/** Fields of the viewer that are about one day or session. */
const SINGLE = new Set(['day', 'night', 'exercise']);
const MAX_DEPTH = 6;

const recordTypes = new Set(subjects.map(({ type }) => type));
/** What is passed on the way to a record: a night is one itself, and has others. */
const passed = (name: string) => !recordTypes.has(name) || name === 'Night';

/** The selection set of the viewer that leads to a type in every way, with all its fields; null when no way leads there. */
export function questionFor(type: string, way: Way, args: Arguments): string | null {
  const schema = buildSchema(
    sourcesBelow('schema', ['.graphql'])
      .map(({ text }) => text)
      .join('\n'),
  );
  const walk: Walk = { schema, target: type, args };
  const user = objectType(schema, 'User');
  const fields = Object.values(user.getFields()).filter(({ name }) => SINGLE.has(name) === (way === 'single'));
  if (type === 'User') return way === 'lists' ? wholeOf(user, []) : null;
  const ways = fields.flatMap((field) => wayThrough(field, walk, [user.name]));
  return ways.length === 0 ? null : `{ ${ways.join(' ')} }`;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly target: string;
  readonly args: Arguments;
}

function waysFrom(type: GraphQLObjectType, walk: Walk, above: readonly string[]): string[] {
  if (above.length > MAX_DEPTH || above.includes(type.name)) return [];
  const fields = Object.values(type.getFields()).filter(({ name }) => !NOT_FOLLOWED.has(`${type.name}.${name}`));
  return fields.flatMap((field) => wayThrough(field, walk, [...above, type.name]));
}

function wayThrough(field: GraphQLField<unknown, unknown>, walk: Walk, above: readonly string[]): string[] {
  const named = getNamedType(field.type);
  const called = callOf(field, walk.args);
  if (!isObjectType(named) || called === null) return [];
  if (named.name === walk.target) return [`${called} ${wholeOf(named, [])}`];
  if (!passed(named.name)) return [];
  const ways = waysFrom(named, walk, above);
  return ways.length === 0 ? [] : [`${called} { ${ways.join(' ')} }`];
}

/** The field with its arguments; null when it needs one that nobody has. */
function callOf({ name, args }: GraphQLField<unknown, unknown>, values: Arguments): string | null {
  const given = args.flatMap((arg) => (values[arg.name] === undefined ? [] : [`${arg.name}: ${values[arg.name]}`]));
  if (args.some((arg) => isRequiredArgument(arg) && values[arg.name] === undefined)) return null;
  return given.length === 0 ? name : `${name}(${given.join(', ')})`;
}

/** Every field below a type that needs no argument, but for other records and for what would lead back. */
function wholeOf(type: GraphQLObjectType, above: readonly string[]): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (VOLATILE.has(field.name) || field.args.some(isRequiredArgument)) return [];
    if (isLeafType(named)) return [field.name];
    if (isInterfaceType(named) || !isObjectType(named) || NOT_FOLLOWED.has(`${type.name}.${field.name}`)) return [];
    if (recordTypes.has(named.name) || isPage(named) || above.includes(named.name)) return [];
    return [`${field.name} ${wholeOf(named, [...above, type.name])}`];
  });
  return `{ ${fields.length === 0 ? '__typename' : fields.join(' ')} }`;
}

/** A page, a day or anything else with a list of nodes or records of its own. */
function isPage(type: GraphQLObjectType): boolean {
  return Object.values(type.getFields()).some(({ type: inner }) => {
    const named = getNamedType(inner);
    return isObjectType(named) && (recordTypes.has(named.name) || named.name.endsWith('Edge'));
  });
}

function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (isObjectType(type)) return type;
  throw new TypeError(`Cannot ask for ${name}: it is no object type`);
}
