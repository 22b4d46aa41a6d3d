// Records in AccessLink's words converted to the models of the graph, and what GraphQL answers for the models.
import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  extendSchema,
  getNamedType,
  type GraphQLNamedType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import { activityFromWire } from '../../src/domain/activity/activity.ts';
import { bodyTemperatureFromWire } from '../../src/domain/biosensing/body-temperature.ts';
import { ecgTestFromWire } from '../../src/domain/biosensing/ecg-test.ts';
import { skinContactFromWire } from '../../src/domain/biosensing/skin-contact.ts';
import { skinTemperatureFromWire } from '../../src/domain/biosensing/skin-temperature.ts';
import { spo2TestFromWire } from '../../src/domain/biosensing/spo2-test.ts';
import { cardioLoadFromWire } from '../../src/domain/cardio-load/cardio-load.ts';
import { exerciseFromWire } from '../../src/domain/exercises/exercise.ts';
import { heartRateFromWire } from '../../src/domain/heart-rate/heart-rate.ts';
import { rechargeFromWire } from '../../src/domain/nights/recharge.ts';
import { sleepFromWire } from '../../src/domain/nights/sleep.ts';
import { physicalInfoEntryFromWire, physicalInfoFromWire } from '../../src/domain/physical-info/physical-info.ts';
import { alertnessFromWire } from '../../src/domain/sleepwise/alertness.ts';
import { circadianBedtimeFromWire } from '../../src/domain/sleepwise/circadian-bedtime.ts';
import { importedActivityFromWire } from '../../src/domain/transactions/imported-activity.ts';
import { importedSessionFromWire } from '../../src/domain/transactions/imported-exercise.ts';
import { createPartDecoder } from '../../src/domain/transactions/imported-parts.ts';
import { userFromWire } from '../../src/domain/users/user.ts';
import { executeWhole } from '../support/execute-whole.ts';
import type { RecordName, Records } from '../../src/generated/accesslink.ts';
import { scalars } from '../../src/server/graphql/scalars.ts';
import { soundWire } from './odd-values.ts';

type Convert = (wire: object) => (object | null)[];

/** A kind of record, and the type of the graph that it is converted to. */
export interface RecordKind {
  readonly type: string;
  readonly record: RecordName;
  readonly convert: Convert;
}

function kind<R extends RecordName>(type: string, record: R, convert: (wire: Records[R]) => object): RecordKind {
  return { type, record, convert: (wires) => decodeRecords(record, wires).records.map(convert) };
}

const decode = createPartDecoder(() => {});
const item = (value: object) => ({ id: '1', value, importedAt: 0 });
const session = (value: object) => {
  const imported = importedSessionFromWire(item({ summary: soundWire('Exercise'), ...value }), decode);
  return imported && exerciseFromWire(imported.session);
};
const collected = (value: object) =>
  importedActivityFromWire(item({ summary: soundWire('Activity'), ...value }), decode);
const each =
  (convert: (wire: object) => object | null): Convert =>
  (wires) =>
    Object.values(wires).map(convert);

export const kinds: readonly RecordKind[] = [
  kind('User', 'User', userFromWire),
  kind('DailyActivity', 'ActivitySummaryWithAllSamples', activityFromWire),
  kind('ContinuousHeartRate', 'ContinuousHeartrate', heartRateFromWire),
  kind('CardioLoad', 'CardioLoad', cardioLoadFromWire),
  kind('Alertness', 'Alertness', alertnessFromWire),
  kind('CircadianBedtime', 'CircadianBedtime', circadianBedtimeFromWire),
  kind('BodyTemperaturePeriod', 'BodyTemperaturePeriod', bodyTemperatureFromWire),
  kind('SkinTemperature', 'SkinTemperature', skinTemperatureFromWire),
  kind('SkinContactPeriod', 'SkinContactPeriod', skinContactFromWire),
  kind('EcgTest', 'EcgTestResult', ecgTestFromWire),
  kind('Spo2Test', 'Spo2TestResult', spo2TestFromWire),
  kind('Night', 'Sleep', sleepFromWire),
  kind('NightlyRecharge', 'NightlyRecharge', (wire) => rechargeFromWire(wire)),
  kind('Exercise', 'ExerciseHashId', exerciseFromWire),
  kind('PhysicalInfo', 'PhysicalInfo', physicalInfoFromWire),
  kind('PhysicalInfo', 'PhysicalInformation', physicalInfoEntryFromWire),
  { type: 'Exercise', record: 'Exercise', convert: each((summary) => session({ summary })) },
  { type: 'Exercise', record: 'Zones', convert: each((zones) => session({ zones })) },
  {
    type: 'Exercise',
    record: 'Sample',
    convert: each((sample) => session({ samples: [sample, soundWire('Sample')] })),
  },
  { type: 'CollectedActivity', record: 'Activity', convert: each((summary) => collected({ summary })) },
  { type: 'CollectedActivity', record: 'ActivityStepSamples', convert: each((steps) => collected({ steps })) },
  { type: 'CollectedActivity', record: 'ActivityZoneSamples', convert: each((zones) => collected({ zones })) },
];

const folder = new URL('../../schema/', import.meta.url);
const sdl = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const schema = buildSchema(sdl.join('\n'));
for (const type of Object.values(schema.getTypeMap())) {
  const own = scalars[type.name];
  if (isScalarType(type) && own)
    Object.assign(type, { serialize: own.serialize, coerceOutputValue: own.coerceOutputValue });
}

/** What GraphQL answers for models of a type, of the fields that a whole record has. */
export async function answerTo(type: string, models: readonly (object | null)[], whole: object) {
  const probed = extendSchema(schema, parse(`extend type Query { probe: [${type}] }`));
  const source = `{ probe ${selectionOf(probed.getType(type), (field) => Object.hasOwn(whole, field))} }`;
  const { data, errors = [] } = await executeWhole({
    schema: probed,
    document: parse(source),
    rootValue: { probe: models },
  });
  return { errors, values: (data?.['probe'] ?? []) as unknown[] };
}

function selectionOf(type: GraphQLNamedType | undefined, isSelected: (field: string) => boolean = () => true): string {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter(({ name }) => name !== 'id' && isSelected(name));
  return `{ __typename ${fields.map((field) => `${field.name} ${selectionOf(getNamedType(field.type))}`).join(' ')} }`;
}
