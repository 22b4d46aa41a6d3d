// How long the lists of an answer may be, from their arguments and from the lists around them. Where AccessLink bounds
// nothing, it is what the fullest ordinary records have; docs/decisions/price.md says where each number comes from.
import { daysBetween, isIsoDate } from '../../../calendar.ts';
import { MAX_DAYS } from '../../../domain/graph/date-range.ts';

/** The arguments of a field, without those that are null or not given. */
export type SizeArgs = Readonly<Record<string, unknown>>;

/** The size of a list; or, of a field with an object, that of the lists in it. `items` is the size around the field. */
export type Size = (args: SizeArgs, items: number) => number;

const DEFAULT_DAYS = 28;
const AHEAD_DAYS = 7;
/** Every fifth second of a day. */
const HEART_RATE_SAMPLES = 17_280;
const MINUTES_OF_DAY = 1_440;
/** An hour, once a second. */
const EXERCISE_SAMPLES = 3_600;
const SAMPLE_TYPES = 8;
const EXERCISES_A_DAY = 2;

const fixed =
  (size: number): Size =>
  () =>
    size;
const around: Size = (_, items) => items;
const times =
  (factor: number): Size =>
  (_, items) =>
    factor * items;
const points =
  (most: number): Size =>
  ({ maxPoints }) =>
    Math.min(most, typeof maxPoints === 'number' ? Math.max(3, maxPoints) : most);
const page =
  (all: Size): Size =>
  (args, items) =>
    Math.min(
      ...[args['first'], args['last'], all(args, items)].flatMap((size) => (typeof size === 'number' ? size : [])),
    );
const days: Size = ({ range }) => Math.min(MAX_DAYS, daysOf(range) ?? DEFAULT_DAYS);
const buckets: Size = ({ minutes }) =>
  typeof minutes === 'number' && minutes >= 1 ? MINUTES_OF_DAY / minutes : MINUTES_OF_DAY / 60;
const exercises: Size = (args, items) => EXERCISES_A_DAY * days(args, items);

/** The days of a `DateRange`; null when there is none that can be counted, which the resolver rejects or takes by default. */
function daysOf(range: unknown): number | null {
  if (typeof range !== 'object' || range === null) return null;
  const { lastDays, between, on, month } = range as Readonly<Record<string, unknown>>;
  if (typeof lastDays === 'number') return Math.max(0, lastDays);
  if (typeof on === 'string') return 1;
  if (typeof month === 'string') return 31;
  const { from, to } = Object(between) as Readonly<Record<string, unknown>>;
  if (typeof from !== 'string' || typeof to !== 'string' || !isIsoDate(from) || !isIsoDate(to)) return null;
  return Math.max(0, daysBetween(from, to) + 1);
}

/** By schema coordinate: every list of the graph, and every field that decides how long the lists below it are. */
export const sizes: Readonly<Record<string, Size>> = {
  'Query.nodes': ({ ids }) => (Array.isArray(ids) ? ids.length : 1),
  'Query.dataWindows': fixed(25),
  'Query.sports': fixed(250),
  ...ofConnection('User.days', 'DayConnection', page(days)),
  ...ofConnection('User.nights', 'NightConnection', page(days)),
  ...ofConnection('User.exercises', 'ExerciseConnection', page(exercises)),
  ...ofConnection('User.physicalInfoHistory', 'PhysicalInfoConnection', page(fixed(200))),
  ...ofConnection('User.collectedActivities', 'CollectedActivityConnection', page(fixed(50))),
  ...ofConnection('User.collectedExercises', 'CollectedExerciseConnection', page(fixed(50))),
  ...ofConnection('Partner.users', 'PartnerUserConnection', page(fixed(100))),
  'User.extraInfo': fixed(20),
  'User.sessions': fixed(100),
  'User.activities': days,
  'User.activitySamples': days,
  'User.cardioLoads': (args, items) =>
    typeof args['months'] === 'number' ? Math.min(6, args['months']) * 31 : days(args, items),
  'User.alertnessPeriods': (args, items) => days(args, items) + AHEAD_DAYS,
  'User.circadianBedtimes': (args, items) => days(args, items) + AHEAD_DAYS,
  'User.availableNights': fixed(DEFAULT_DAYS),
  'User.coverage': fixed(25),
  'ResourceCoverage.days': around,
  'User.biosensing': days,
  'Day.biosensing': fixed(1),
  'Biosensing.bodyTemperature': times(3),
  'Biosensing.skinTemperature': around,
  'Biosensing.skinContacts': times(3),
  'Biosensing.ecgTests': times(2),
  'Biosensing.spo2Tests': times(2),
  'BodyTemperaturePeriod.samples': points(MINUTES_OF_DAY),
  'BodyTemperaturePeriod.columns': points(MINUTES_OF_DAY),
  'SkinContactPeriod.changes': fixed(100),
  'EcgTest.samples': points(4_000),
  'EcgTest.columns': points(4_000),
  'EcgTest.qualityMeasurements': fixed(60),
  'Day.exercises': fixed(EXERCISES_A_DAY),
  'DailyActivity.stepBuckets': buckets,
  'ActivitySamples.stepBuckets': buckets,
  'ActivitySamples.steps': fixed(MINUTES_OF_DAY),
  'ActivitySamples.stepColumns': fixed(MINUTES_OF_DAY),
  'ActivitySamples.zones': fixed(300),
  'ActivitySamples.inactivityStamps': fixed(24),
  'ContinuousHeartRate.samples': points(HEART_RATE_SAMPLES),
  'ContinuousHeartRate.columns': points(HEART_RATE_SAMPLES),
  'Exercise.heartRateZones': fixed(5),
  'CollectedExercise.heartRateZones': fixed(5),
  'Exercise.samples': sampleTypes,
  'CollectedExercise.samples': sampleTypes,
  'SampleSeries.values': around,
  'SampleSeries.offsetSeconds': around,
  'SampleSeries.points': around,
  'Route.points': points(EXERCISE_SAMPLES),
  'Route.columns': points(EXERCISE_SAMPLES),
  'Night.hypnogram': fixed(150),
  'Night.heartRateSamples': points(200),
  'Night.heartRateColumns': points(200),
  'NightlyRecharge.heartRateVariability': points(150),
  'NightlyRecharge.heartRateVariabilityColumns': points(150),
  'NightlyRecharge.breathingRate': points(150),
  'NightlyRecharge.breathingRateColumns': points(150),
  'Alertness.hours': fixed(24),
  ...ofColumns('TimeColumns', ['times', 'timesLocal', 'values']),
  ...ofColumns('LocalTimeColumns', ['times', 'values']),
  ...ofColumns('OffsetColumns', ['offsetSeconds', 'values']),
  ...ofColumns('RouteColumns', ['latitudes', 'longitudes', 'offsetSeconds']),
  'CollectedSteps.samples': fixed(MINUTES_OF_DAY),
  'CollectedActivityZones.samples': fixed(MINUTES_OF_DAY),
  'ActivityZoneSegment.zones': fixed(6),
  'Partner.notifications': fixed(100),
  'Webhook.events': fixed(10),
  'WebhookUserError.field': fixed(3),
  ...Object.fromEntries(
    [
      'DisconnectPayload',
      'ForgetMePayload',
      'WebhookPayload',
      'CollectPayload',
      'EndSessionPayload',
      'EndAllSessionsPayload',
    ].flatMap((type) => [
      [`${type}.userErrors`, fixed(3)],
      [`${type}.erased`, fixed(25)],
    ]),
  ),
};

/** The size that holds for the lists below a field, where it is not that of the field itself. */
export const innerSizes: Readonly<Record<string, Size>> = {
  'Exercise.samples': points(EXERCISE_SAMPLES),
  'CollectedExercise.samples': points(EXERCISE_SAMPLES),
  'User.coverage': days,
  'Query.nodes': fixed(31),
};

const ONE_EACH = [
  ...['activity', 'heartRate', 'cardioLoad', 'night', 'exercises', 'alertness', 'circadianBedtime'].map(
    (name) => `Day.${name}`,
  ),
  ...['recharge', 'skinTemperature', 'alertness', 'circadianBedtime'].map((name) => `Night.${name}`),
  'User.night',
  'User.exercise',
  'Query.node',
];
const EACH_OF_LIST = [
  ...['activities', 'activitySamples', 'cardioLoads', 'alertnessPeriods', 'circadianBedtimes'].map(
    (name) => `User.${name}`,
  ),
  'User.nights',
  'Query.nodes',
];
const BIOSENSING = ['bodyTemperature', 'skinTemperature', 'skinContacts', 'ecgTests', 'spo2Tests'];

/** How many records a field looks up, by schema coordinate: each is held or requested. */
export const lookUps: Readonly<Record<string, Size>> = {
  ...Object.fromEntries(ONE_EACH.map((field) => [field, fixed(1)])),
  ...Object.fromEntries(EACH_OF_LIST.map((field) => [field, sizes[field] ?? fixed(1)])),
  ...Object.fromEntries(BIOSENSING.map((name) => [`Biosensing.${name}`, around])),
};

function sampleTypes({ types }: SizeArgs): number {
  return Array.isArray(types) ? types.length : SAMPLE_TYPES;
}

function ofConnection(field: string, type: string, size: Size): Record<string, Size> {
  return { [field]: size, [`${type}.edges`]: around, [`${type}.nodes`]: around };
}

function ofColumns(type: string, fields: readonly string[]): Record<string, Size> {
  return Object.fromEntries(fields.map((field) => [`${type}.${field}`, around]));
}
