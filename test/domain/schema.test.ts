// GraphiQL is the manual: nothing of the graph goes without a description, and no enumeration is closed.
import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
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

/** Not read by themselves, but different parts of a page ask for different fields of one. */
const PARTS_WITH_IDS = [
  'ActivitySamples',
  'Biosensing',
  'CollectedActivity',
  'CollectedExercise',
  'Route',
  'TrainingLoad',
];

/** Objects without an id. */
const PARTS = [
  /^(Query|Mutation|Subscription)$/,
  /(Connection|Edge|PageInfo)$/,
  // Of series and lists in a record.
  /(Sample|Series|SeriesStatistics|Columns|Change|Segment|Stage|Bucket|SamplePoint|RoutePoint|Measurement)$/,
  /^(AlertnessHour|HeartRateZone|TimeInActivityZone|CardioLoadLevels|CollectedSteps|CollectedActivityZones|UserExtraInfo)$/,
  /^(Sport|FitSport|ExerciseFiles|FileLink)$/,
  // About this service, its partner and AccessLink.
  /^(RateLimit|RateWindow|RateShare|DataWindow|ResourceCoverage|DayCoverage|DataAvailable)$/,
  /(Payload|UserError|ErasedData|^Session)$/,
  /^(Partner|PartnerUser|PullNotification|Webhook)$/,
];

const implementers = (name: string) =>
  types
    .filter(isObjectType)
    .flatMap((type) => (type.getInterfaces().some((one) => one.name === name) ? [type.name] : []));

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

it('has UNKNOWN in every enumeration but in those that are inputs: nobody can ask for what is not known yet', () => {
  const enums = types.filter(isEnumType);
  const inputs = new Set(inputTypes().filter(isEnumType));
  expect(inputs.size).toBeGreaterThan(2);
  const wrong = enums.filter((type) => inputs.has(type) === (type.getValue('UNKNOWN') !== undefined));
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

it('has every record as a Node: what is read from AccessLink or imported from it, and what a page may ask for twice', () => {
  const nodes = implementers('Node');
  expect(implementers('Cached').filter((name) => !nodes.includes(name))).toEqual([]);
  expect(PARTS_WITH_IDS.filter((name) => !nodes.includes(name))).toEqual([]);
});

it('has every other object as a part of a record, of a page, or of what is no data of a person', () => {
  const others = types.filter(isObjectType).filter(({ name }) => !implementers('Node').includes(name));
  const isPart = ({ name }: GraphQLNamedType) => PARTS.some((pattern) => pattern.test(name));
  expect(others.filter((type) => !isPart(type)).map(({ name }) => name)).toEqual([]);
});

it('has the id of a Node non-null and described alike everywhere', () => {
  const ids = types.filter(isObjectType).filter(({ name }) => implementers('Node').includes(name));
  expect(
    new Set(ids.map((type) => `${String(type.getFields()['id']?.type)} ${type.getFields()['id']?.description}`)),
  ).toEqual(new Set(['ID! Global id.']));
});

it('has durations in seconds as Float everywhere', () => {
  const seconds = types
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).filter(({ name }) => name.endsWith('Seconds')));
  const wrong = seconds.filter((field) => String(getNamedType(field.type)) !== 'Float');
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

it('has nodes and edges of connections nullable one way, so that one failure never erases its neighbours', () => {
  const connections = types.filter(isObjectType).filter(({ name }) => name.endsWith('Connection'));
  const shapes = connections.map((type) => {
    const item = type.name.replace('Connection', '');
    const { edges, nodes, pageInfo } = type.getFields();
    return [edges, nodes, pageInfo].map((field) => String(field?.type).replaceAll(item, 'X')).join(' ');
  });
  expect(connections.length).toBeGreaterThan(5);
  expect(new Set(shapes)).toEqual(new Set(['[XEdge!] [X] PageInfo!']));
});

it('has the node of every edge nullable and its cursor not', () => {
  const edges = types.filter(isObjectType).filter(({ name }) => name.endsWith('Edge'));
  const shapes = edges.map((type) => {
    const { node, cursor } = type.getFields();
    return `${String(node?.type).replace(type.name.replace('Edge', ''), 'X')} ${String(cursor?.type)}`;
  });
  expect(edges.length).toBeGreaterThan(5);
  expect(new Set(shapes)).toEqual(new Set(['X String!']));
});

it('gives every duration in seconds too', () => {
  const alone = types.filter(isObjectType).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => String(field.type) === 'Duration' && !(`${field.name}Seconds` in type.getFields()))
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(alone).toEqual([]);
});

/** The types of all arguments and input fields. */
function inputTypes(): GraphQLNamedType[] {
  return types.flatMap((type) => {
    if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => getNamedType(field.type));
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ args }) => args.map((arg) => getNamedType(arg.type)));
  });
}

function partsOf(type: GraphQLNamedType): readonly Described[] {
  if (isEnumType(type)) return type.getValues();
  if (isInputObjectType(type)) return Object.values(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [field, ...field.args]);
}
