// The models are served by GraphQL as they are: no field of a record needs a resolver, and none fails to serialize.
import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  extendSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isObjectType,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
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
import { physicalInfoFromWire } from '../../src/domain/physical-info/physical-info.ts';
import { alertnessFromWire } from '../../src/domain/sleepwise/alertness.ts';
import { circadianBedtimeFromWire } from '../../src/domain/sleepwise/circadian-bedtime.ts';
import { sportFromCode } from '../../src/domain/sports/sport.ts';
import { userFromWire } from '../../src/domain/users/user.ts';
import { executeWhole } from '../support/execute-whole.ts';
import { sports } from '../../src/generated/appendix.ts';
import { documented, recordOf } from './documented.ts';

const folder = new URL('../../schema/', import.meta.url);
const schema = buildSchema(
  readdirSync(folder)
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n'),
);

/** Fields that are not of the record: relations and what only the reader knows. */
const OTHERS = ['id', 'day', 'files', 'recharge', 'skinTemperature', 'alertness', 'circadianBedtime'];
const OF_USER = [
  'sessions',
  'physicalInfo',
  'activities',
  'activitySamples',
  'availableNights',
  'night',
  'nights',
  'days',
  'exercise',
  'exercises',
  'cardioLoads',
  'latestCardioLoad',
  'alertnessPeriods',
];
const OF_STORE = ['physicalInfoHistory', 'collectedActivities', 'collectedExercises', 'coverage'];
const left = new Set([...OTHERS, ...OF_USER, ...OF_STORE, 'circadianBedtimes', 'biosensing']);

const v3 = '/v3/users';
const exerciseWire = documented('ExerciseHashId', '/v3/exercises/{exerciseId}');
const physicalInfo = {
  weight: 70.5,
  height: 178,
  created: '2026-01-02T03:04:05Z',
  modified: '2026-02-02T03:04:05Z',
  birthday: '1985-09-06',
  gender: 'FEMALE',
  maximum_heart_rate: 190,
  resting_heart_rate: 50,
  aerobic_threshold: 140,
  anaerobic_threshold: 165,
  vo2_max: 48,
  weight_source: 'MEASURED',
  training_background: 'REGULAR',
  typical_day: 'MOSTLY_SITTING',
  sleep_goal: 'PT8H',
};
const models: readonly (readonly [type: string, model: object])[] = [
  [
    'User',
    userFromWire({ ...documented('User', `${v3}/{user-id}`), 'extra-info': [{ value: 'a', index: 0, name: 'b' }] }),
  ],
  ['DailyActivity', activityFromWire(documented('ActivitySummaryWithAllSamples', `${v3}/activities`))],
  ['ContinuousHeartRate', heartRateFromWire(documented('ContinuousHeartrate', `${v3}/continuous-heart-rate/{date}`))],
  ['CardioLoad', cardioLoadFromWire(documented('CardioLoad', `${v3}/cardio-load/`))],
  ['Alertness', alertnessFromWire(documented('Alertness', `${v3}/sleepwise/alertness`))],
  ['CircadianBedtime', circadianBedtimeFromWire(documented('CircadianBedtime', `${v3}/sleepwise/circadian-bedtime`))],
  [
    'BodyTemperaturePeriod',
    bodyTemperatureFromWire(documented('BodyTemperaturePeriod', `${v3}/biosensing/bodytemperature`)),
  ],
  ['SkinTemperature', skinTemperatureFromWire(documented('SkinTemperature', `${v3}/biosensing/skintemperature`))],
  ['SkinContactPeriod', skinContactFromWire(documented('SkinContactPeriod', `${v3}/biosensing/skincontacts`))],
  ['EcgTest', ecgTestFromWire(documented('EcgTestResult', `${v3}/biosensing/ecg`))],
  ['Spo2Test', spo2TestFromWire(documented('Spo2TestResult', `${v3}/biosensing/spo2`))],
  ['Night', { ...sleepFromWire(documented('Sleep', `${v3}/sleep/{date}`)), date: '2020-01-01' }],
  ['NightlyRecharge', rechargeFromWire(documented('NightlyRecharge', `${v3}/nightly-recharge/{date}`))],
  ['Exercise', { ...exerciseFromWire(exerciseWire), sport: sportFromCode('TRAIL_RUNNING', sports) }],
  ['PhysicalInfo', physicalInfoFromWire(recordOf('PhysicalInfo', physicalInfo))],
];

describe('a documented record', () => {
  it.each(models)('answers every field of %s', async (type, model) => {
    const answer = await ask(type, { ...model, fetchedAt: '2026-11-22T06:00:00Z', stale: false });
    expect(answer.errors).toBeUndefined();
    expect(missingIn(answer.data, '')).toEqual([]);
  });
});

async function ask(type: string, model: object) {
  const probed = extendSchema(schema, parse(`extend type Query { probe: ${type} }`));
  const document = `{ probe ${selectionOf(probed.getType(type))} }`;
  return executeWhole({ schema: probed, document: parse(document), rootValue: { probe: model } });
}

function selectionOf(type: GraphQLNamedType | undefined): string {
  if (!isObjectType(type)) return '';
  return `{ ${fieldsOf(type)
    .map((field) => `${field.name} ${selectionOf(getNamedType(field.type))}`)
    .join(' ')} }`;
}

/** Some type names repeat those of fields that are left out; the fields of a record's own parts are all asked. */
function fieldsOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(({ name }) => !left.has(name));
}

/** Paths of an answer that are null though the record has everything; FIT knows no sub-sport for some sports. */
function missingIn(value: unknown, path: string): string[] {
  if (value === null || value === undefined) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => missingIn(part, `${path}.${key}`));
}
