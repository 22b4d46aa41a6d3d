// Every read of a user's data, with the documented operation that it calls.
import * as biosensing from '../../src/accesslink/endpoints/biosensing.ts';
import * as cardioLoad from '../../src/accesslink/endpoints/cardio-load.ts';
import * as heartRate from '../../src/accesslink/endpoints/continuous-heart-rate.ts';
import * as activity from '../../src/accesslink/endpoints/daily-activity.ts';
import * as exercises from '../../src/accesslink/endpoints/exercises.ts';
import * as recharge from '../../src/accesslink/endpoints/nightly-recharge.ts';
import * as sleep from '../../src/accesslink/endpoints/sleep.ts';
import * as sleepwise from '../../src/accesslink/endpoints/sleepwise.ts';
import * as users from '../../src/accesslink/endpoints/users.ts';
import type { RecordsRequest } from '../../src/accesslink/client.ts';
import { isoDate } from '../../src/calendar.ts';
import type { RecordName } from '../../src/generated/accesslink.ts';

export const endpoints = { biosensing, cardioLoad, heartRate, activity, exercises, recharge, sleep, sleepwise, users };

export interface Entry {
  /** operationId or name of the variant in the description of AccessLink. */
  readonly operation: string;
  readonly read: RecordsRequest<RecordName>;
  /** The values of the path's placeholders, and the query. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
}

const from = isoDate('2026-10-26');
const to = isoDate('2026-11-22');
const date = isoDate('2026-11-20');
const dated = { params: { date } };
const ranged = { query: `from=${from}&to=${to}` };
const parts = ['steps', 'activity_zones', 'inactivity_stamps'] as const;
const allParts = 'steps=true&activity_zones=true&inactivity_stamps=true';

/** The reads of a user, with the id of one of their exercises. */
export const catalogOf = (userId: string, exerciseId: string): readonly Entry[] => [
  { operation: 'getUser', read: users.getUser(userId), params: { 'user-id': userId } },
  { operation: 'getPhysicalInfoOfUser', read: users.getPhysicalInfo() },
  { operation: 'listExercises', read: exercises.listExercises([]) },
  {
    operation: 'listExercises',
    read: exercises.listExercises(['samples', 'zones', 'route']),
    query: 'samples=true&zones=true&route=true',
  },
  {
    operation: 'getExercise',
    read: exercises.getExercise(exerciseId, ['zones']),
    params: { exerciseId },
    query: 'zones=true',
  },
  { operation: 'listActivities', read: activity.listActivities([]) },
  { operation: 'listActivities', read: activity.listActivities(parts), query: allParts },
  { operation: 'listActivitiesInRange', read: activity.listActivitiesInRange(from, to, []), ...ranged },
  {
    operation: 'listActivitiesInRange',
    read: activity.listActivitiesInRange(from, to, ['steps']),
    query: `${ranged.query}&steps=true`,
  },
  { operation: 'getActivity', read: activity.getActivity(date, []), ...dated },
  { operation: 'getActivity', read: activity.getActivity(date, parts), ...dated, query: allParts },
  { operation: 'listActivitySamples', read: activity.listActivitySamples() },
  { operation: 'listActivitySamplesInRange', read: activity.listActivitySamplesInRange(from, to), ...ranged },
  { operation: 'getActivitySamples', read: activity.getActivitySamples(date), ...dated },
  { operation: 'getContinuousHeartRate', read: heartRate.getContinuousHeartRate(date), ...dated },
  {
    operation: 'getContinuousHeartRateInRange',
    read: heartRate.listContinuousHeartRatesInRange(from, to),
    ...ranged,
  },
  { operation: 'listCardioLoads', read: cardioLoad.listCardioLoads() },
  { operation: 'getCardioLoad', read: cardioLoad.getCardioLoad(date), ...dated },
  { operation: 'listCardioLoadsInRange', read: cardioLoad.listCardioLoadsInRange(from, to), ...ranged },
  { operation: 'listCardioLoadsForDays', read: cardioLoad.listCardioLoadsForDays(40), params: { days: '40' } },
  { operation: 'listCardioLoadsForMonths', read: cardioLoad.listCardioLoadsForMonths(2), params: { months: '2' } },
  { operation: 'listAlertnessPeriods', read: sleepwise.listAlertnessPeriods() },
  { operation: 'listAlertnessPeriodsInRange', read: sleepwise.listAlertnessPeriodsInRange(from, to), ...ranged },
  { operation: 'listCircadianBedtimes', read: sleepwise.listCircadianBedtimes() },
  { operation: 'listCircadianBedtimesInRange', read: sleepwise.listCircadianBedtimesInRange(from, to), ...ranged },
  { operation: 'listBodyTemperatures', read: biosensing.listBodyTemperatures(from, to), ...ranged },
  { operation: 'listSkinTemperatures', read: biosensing.listSkinTemperatures(from, to), ...ranged },
  { operation: 'listSkinContacts', read: biosensing.listSkinContacts(from, to), ...ranged },
  { operation: 'listEcgTestResults', read: biosensing.listEcgTestResults(from, to), ...ranged },
  { operation: 'listSpo2TestResults', read: biosensing.listSpo2TestResults(from, to), ...ranged },
  { operation: 'listNights', read: sleep.listNights() },
  { operation: 'getSleep', read: sleep.getSleep(date), ...dated },
  { operation: 'listAvailableSleeps', read: sleep.listAvailableSleeps() },
  { operation: 'listNightlyRecharges', read: recharge.listNightlyRecharges() },
  { operation: 'getNightlyRecharge', read: recharge.getNightlyRecharge(date), ...dated },
];
