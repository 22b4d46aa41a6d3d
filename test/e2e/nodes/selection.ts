// Selections of everything with ids, generated from the SDL: a fragment for each type of Node, and a query that reaches all.
import { buildSchema, getNamedType, type GraphQLObjectType, isInterfaceType, isLeafType, isObjectType } from 'graphql';
import { readTypeDefs } from '../../../src/server/graphql/type-defs.ts';

const schema = buildSchema(readTypeDefs().join('\n'));
/** Fields that differ from response to response. */
const VOLATILE = new Set(['url', 'expiresAt']);

/** Every object type of the graph by its name. */
export const objectTypes: readonly GraphQLObjectType[] = Object.values(schema.getTypeMap()).filter(
  (type) => isObjectType(type) && !type.name.startsWith('__'),
) as GraphQLObjectType[];

/** The types that implement an interface. */
export function implementers(name: string): string[] {
  const type = schema.getType(name);
  return isInterfaceType(type)
    ? schema
        .getPossibleTypes(type)
        .map((one) => one.name)
        .sort()
    : [];
}

/**
 * A fragment for each type of Node, named like it: every field that needs no argument, parts whole, and in place of other
 * nodes their ids. A person is reached by many ways, so only what is theirs alone.
 */
const fragments: ReadonlyMap<string, string> = new Map(
  implementers('Node').map((name) => [name, `fragment ${name} on ${name} ${fieldsOf(name, name === 'User')}`]),
);

function fieldsOf(name: string, isFlat: boolean): string {
  const type = objectTypes.find((one) => one.name === name);
  const fields = Object.values(type?.getFields() ?? {}).flatMap((field) => {
    const named = getNamedType(field.type);
    const needsArgument = field.args.some((arg) => String(arg.type).endsWith('!') && arg.defaultValue === undefined);
    const isOptional = field.args.some((arg) => ['range', 'first'].includes(arg.name));
    if (VOLATILE.has(field.name) || needsArgument || isOptional || named.name.endsWith('Connection')) return [];
    if (isLeafType(named)) return [field.name];
    const isNode = implementers('Node').includes(named.name);
    if (isNode) return isFlat ? [] : [`${field.name} { __typename id }`];
    const args = field.args.some((arg) => arg.name === 'maxPoints') ? '(maxPoints: 5)' : '';
    return [`${field.name}${args} ${fieldsOf(named.name, false)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

const NIGHT = `...Night recharge { ...NightlyRecharge } skinTemperature { ...SkinTemperature }
  alertness { ...Alertness } circadianBedtime { ...CircadianBedtime }`;
const EXERCISE = '...Exercise route { ...Route } trainingLoad { ...TrainingLoad }';
const BIOSENSING = `...Biosensing bodyTemperature { ...BodyTemperaturePeriod } skinTemperature { ...SkinTemperature }
  skinContacts { ...SkinContactPeriod } ecgTests { ...EcgTest } spo2Tests { ...Spo2Test }`;
const ACTIVITY = '...DailyActivity samples { ...ActivitySamples }';

/** Everything of a person, by every way that leads to it, in queries of a size that people ask; of a DateRange where one can be. */
export function everything(range: string): string[] {
  const selections = [
    `days(range: ${range}) { __typename nodes {
      ...Day activity { ${ACTIVITY} } heartRate { ...ContinuousHeartRate } cardioLoad { ...CardioLoad } night { ${NIGHT} }
      exercises { ${EXERCISE} } alertness { ...Alertness } circadianBedtime { ...CircadianBedtime }
      biosensing { ${BIOSENSING} }
    } }`,
    `...User
      physicalInfo { ...PhysicalInfo }
      physicalInfoHistory { __typename nodes { ...PhysicalInfo } }
      nights(range: ${range}) { __typename nodes { ${NIGHT} } }
      exercises { __typename nodes { ${EXERCISE} } }
      biosensing(range: ${range}) { ${BIOSENSING} }`,
    `activities { ${ACTIVITY} } activitySamples { ...ActivitySamples }
      cardioLoads { ...CardioLoad } latestCardioLoad { ...CardioLoad } loadsOfMonths: cardioLoads(months: 1) { ...CardioLoad }`,
    `alertnessPeriods { ...Alertness } alertnessOfDays: alertnessPeriods(range: ${range}) { ...Alertness }
      circadianBedtimes { ...CircadianBedtime } bedtimesOfDays: circadianBedtimes(range: ${range}) { ...CircadianBedtime }
      availableNights { ...AvailableNight }`,
    `collectedActivities { __typename nodes { ...CollectedActivity } }
      collectedExercises { __typename nodes { ...CollectedExercise trainingLoad { ...TrainingLoad } } }`,
  ];
  return selections.map((selection) => `{ viewer { __typename ${selection} } } ${fragmentsIn(selection)}`);
}

function fragmentsIn(selection: string): string {
  const spread = new Set([...selection.matchAll(/\.\.\.(\w+)/g)].map(([, name = '']) => name));
  return [...spread].map((name) => fragments.get(name)).join('\n');
}

/** The objects of a type with these ids, whole. */
export function nodesOf(typeName: string): string {
  return `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ...${typeName} } } ${fragments.get(typeName)}`;
}
