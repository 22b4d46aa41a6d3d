// What is made odd: every kind of record that AccessLink answers with, where it comes from, and what it becomes.
import type { RecordName } from '../../src/generated/accesslink.ts';

export interface Subject {
  readonly record: RecordName;
  /** The paths whose bodies hold it. */
  readonly at: RegExp;
  /** The type of the graph that it becomes. */
  readonly type: string;
  /** For what is imported from transactions: the kind that is collected first. */
  readonly collect?: 'PHYSICAL_INFORMATION' | 'ACTIVITY' | 'EXERCISE';
}

const users = (rest: string) => new RegExp(`^/v3/users/${rest}(/|\\?|$)`);
const transactions = (rest: string) => new RegExp(`^/v3/users/\\d+/${rest}$`);
const ITEM = '\\d+/exercises/\\d+';

/** In the order of src/generated/accesslink.ts. */
export const subjects: readonly Subject[] = [
  { record: 'PhysicalInfo', at: users('physical-info'), type: 'PhysicalInfo' },
  { record: 'CardioLoad', at: users('cardio-load'), type: 'CardioLoad' },
  {
    record: 'Activity',
    at: transactions('activity-transactions/\\d+/activities/\\d+'),
    type: 'CollectedActivity',
    collect: 'ACTIVITY',
  },
  { record: 'ActivitySummaryWithAllSamples', at: users('activities(?!/samples)'), type: 'DailyActivity' },
  { record: 'ActivityDayWithSamples', at: users('activities/samples'), type: 'ActivitySamples' },
  {
    record: 'ActivityStepSamples',
    at: transactions('activity-transactions/\\d+/activities/\\d+/step-samples'),
    type: 'CollectedActivity',
    collect: 'ACTIVITY',
  },
  {
    record: 'ActivityZoneSamples',
    at: transactions('activity-transactions/\\d+/activities/\\d+/zone-samples'),
    type: 'CollectedActivity',
    collect: 'ACTIVITY',
  },
  {
    record: 'Exercise',
    at: transactions(`exercise-transactions/${ITEM}`),
    type: 'CollectedExercise',
    collect: 'EXERCISE',
  },
  { record: 'ExerciseHashId', at: /^\/v3\/exercises/, type: 'Exercise' },
  {
    record: 'Sample',
    at: transactions(`exercise-transactions/${ITEM}/samples/\\d+`),
    type: 'CollectedExercise',
    collect: 'EXERCISE',
  },
  {
    record: 'PhysicalInformation',
    at: transactions('physical-information-transactions/\\d+/physical-informations/\\d+'),
    type: 'PhysicalInfo',
    collect: 'PHYSICAL_INFORMATION',
  },
  {
    record: 'TransactionLocation',
    at: transactions('physical-information-transactions'),
    type: 'PhysicalInfo',
    collect: 'PHYSICAL_INFORMATION',
  },
  { record: 'User', at: /^\/v3\/users\/\d+$/, type: 'User' },
  {
    record: 'Zones',
    at: transactions(`exercise-transactions/${ITEM}/heart-rate-zones`),
    type: 'CollectedExercise',
    collect: 'EXERCISE',
  },
  { record: 'Sleep', at: users('sleep(?!/available)'), type: 'Night' },
  { record: 'AvailableSleep', at: users('sleep/available'), type: 'AvailableNight' },
  { record: 'NightlyRecharge', at: users('nightly-recharge'), type: 'NightlyRecharge' },
  { record: 'ContinuousHeartrate', at: users('continuous-heart-rate'), type: 'ContinuousHeartRate' },
  { record: 'Alertness', at: users('sleepwise/alertness'), type: 'Alertness' },
  { record: 'CircadianBedtime', at: users('sleepwise/circadian-bedtime'), type: 'CircadianBedtime' },
  { record: 'BodyTemperaturePeriod', at: users('biosensing/bodytemperature'), type: 'BodyTemperaturePeriod' },
  { record: 'SkinTemperature', at: users('biosensing/skintemperature'), type: 'SkinTemperature' },
  { record: 'SkinContactPeriod', at: users('biosensing/skincontacts'), type: 'SkinContactPeriod' },
  { record: 'EcgTestResult', at: users('biosensing/ecg'), type: 'EcgTest' },
  { record: 'Spo2TestResult', at: users('biosensing/spo2'), type: 'Spo2Test' },
];
