// The selection of every field of the graph that is read from AccessLink, generated from the SDL.
import { buildSchema, getNamedType, type GraphQLObjectType, isLeafType, isObjectType } from 'graphql';
import { readFileSync, readdirSync } from 'node:fs';

/** Fields that lead back to a type above: followed, the selection would be infinite. */
const CYCLIC = new Set([
  'Day.previous',
  'Day.next',
  'Night.day',
  'Exercise.day',
  'Night.alertness',
  'Night.circadianBedtime',
  'Night.skinTemperature',
]);
/** Fields that differ from response to response. */
const VOLATILE = new Set(['fetchedAt', 'id', 'url', 'expiresAt']);

/** What a day has many of. */
export const SAMPLES = [
  'DailyActivity.samples',
  'DailyActivity.stepBuckets',
  'ContinuousHeartRate.samples',
  'ContinuousHeartRate.columns',
  'Exercise.samples',
  'Exercise.route',
  'BodyTemperaturePeriod.samples',
  'BodyTemperaturePeriod.columns',
  'EcgTest.samples',
  'EcgTest.columns',
];

/** The selection set of a type with all fields below it, but the ones named in `without` (`Type.field`). */
export function everythingOf(typeName: string, without: readonly string[] = []): string {
  const sdl = readdirSync('schema').map((file) => readFileSync(`schema/${file}`, 'utf8'));
  const type = buildSchema(sdl.join('\n')).getType(typeName);
  if (!isObjectType(type)) throw new TypeError(`Cannot select from ${typeName}: it is no object type`);
  return selectionOf(type, new Set(without));
}

function selectionOf(type: GraphQLObjectType, without: ReadonlySet<string>): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const coordinate = `${type.name}.${field.name}`;
    if (CYCLIC.has(coordinate) || without.has(coordinate) || VOLATILE.has(field.name)) return [];
    if (isLeafType(named)) return [field.name];
    return isObjectType(named) ? [`${field.name} ${selectionOf(named, without)}`] : [];
  });
  return `{ ${fields.join(' ')} }`;
}
