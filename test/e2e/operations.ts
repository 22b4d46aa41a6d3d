// Every documented operation of AccessLink, and how the gateway is made to send it.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Documented operations, and the query or the action that makes the gateway send them. */
export interface Use {
  readonly operations: readonly string[];
  readonly by: { readonly query: string } | { readonly partner: string } | { readonly action: Action };
}

/** What takes more than one GraphQL operation. */
export type Action = 'sign in for the first time' | 'download the files of an exercise' | 'disconnect';

/** Queries are sent by a signed-in user. `$-n` is the date n days ago. */
export const uses: readonly Use[] = [
  { operations: ['authorizeUser', 'createAccessToken', 'registerUser'], by: { action: 'sign in for the first time' } },
  { operations: ['getUser'], by: { query: '{ viewer { firstName } }' } },
  // Before the list: with the list cached, an unknown id costs no request.
  { operations: ['getExercise'], by: { query: '{ viewer { exercise(id: "unknown") { id } } }' } },
  { operations: ['listExercises'], by: { query: '{ viewer { exercises { nodes { id } } } }' } },
  {
    operations: ['getExerciseFit', 'getExerciseTcx', 'getExerciseGpx'],
    by: { action: 'download the files of an exercise' },
  },
  { operations: ['listActivities'], by: { query: '{ viewer { activities { steps } } }' } },
  {
    operations: ['listActivitiesInRange', 'getContinuousHeartRateInRange', 'listCardioLoadsInRange'],
    by: {
      query:
        '{ viewer { days(range: { lastDays: 3 }) { nodes { activity { steps } heartRate { date } cardioLoad { load } } } } }',
    },
  },
  {
    operations: [
      'getActivity',
      'getContinuousHeartRate',
      'getCardioLoad',
      'getSleep',
      'getNightlyRecharge',
      'getActivitySamples',
    ],
    by: {
      query: `{ viewer { day(date: "$-40") { activity { steps } heartRate { date } cardioLoad { load }
        night { sleepScore recharge { ansCharge } } } activitySamples(range: { on: "$-40" }) { totalSteps } } }`,
    },
  },
  { operations: ['listActivitySamples'], by: { query: '{ viewer { activitySamples { date } } }' } },
  {
    operations: ['listActivitySamplesInRange'],
    by: { query: '{ viewer { activitySamples(range: { lastDays: 3 }) { date } } }' },
  },
  { operations: ['listCardioLoads'], by: { query: '{ viewer { latestCardioLoad { load } } }' } },
  {
    operations: ['listCardioLoadsForDays'],
    by: { query: '{ viewer { cardioLoads(range: { lastDays: 90 }) { load } } }' },
  },
  {
    operations: ['listCardioLoadsForMonths'],
    by: { query: '{ viewer { cardioLoads(months: 3) { load } } }' },
  },
  { operations: ['listAlertnessPeriods'], by: { query: '{ viewer { alertnessPeriods { grade } } }' } },
  { operations: ['listCircadianBedtimes'], by: { query: '{ viewer { circadianBedtimes { quality } } }' } },
  {
    operations: ['listAlertnessPeriodsInRange', 'listCircadianBedtimesInRange'],
    by: { query: '{ viewer { days { nodes { alertness { grade } circadianBedtime { quality } } } } }' },
  },
  {
    operations: [
      'listBodyTemperatures',
      'listSkinTemperatures',
      'listSkinContacts',
      'listEcgTestResults',
      'listSpo2TestResults',
    ],
    by: {
      query: `{ viewer { biosensing { bodyTemperature { startTime } skinTemperature { sleepDate } skinContacts { startTime }
        ecgTests { testTime } spo2Tests { testTime } } } }`,
    },
  },
  {
    operations: ['listNights', 'listNightlyRecharges'],
    by: { query: '{ viewer { nights { nodes { sleepScore recharge { ansCharge } } } } }' },
  },
  { operations: ['listAvailableSleeps'], by: { query: '{ viewer { availableNights { date } } }' } },
  {
    operations: [
      'createPhysicalInfoTransaction',
      'listPhysicalInfos',
      'getPhysicalInfo',
      'commitPhysicalInfoTransaction',
    ],
    by: { query: 'mutation { collect(kind: PHYSICAL_INFORMATION) { collected userErrors { message } } }' },
  },
  {
    operations: [
      'createActivityTransaction',
      'listTransactionActivities',
      'getTransactionActivity',
      'getTransactionActivitySteps',
      'getTransactionActivityZones',
      'commitActivityTransaction',
    ],
    by: { query: 'mutation { collect(kind: ACTIVITY) { collected userErrors { message } } }' },
  },
  {
    operations: [
      'createExerciseTransaction',
      'listTransactionExercises',
      'getTransactionExercise',
      'getTransactionExerciseFit',
      'getTransactionExerciseGpx',
      'getTransactionExerciseTcx',
      'getTransactionExerciseHeartRateZones',
      'listTransactionExerciseSamples',
      'getTransactionExerciseSamples',
      'commitExerciseTransaction',
    ],
    by: { query: 'mutation { collect(kind: EXERCISE) { collected userErrors { message } } }' },
  },
  { operations: ['listPullNotifications'], by: { partner: '{ partner { notifications { type } } }' } },
  {
    operations: ['createWebhook'],
    by: { partner: 'mutation { createWebhook(input: { url: "$webhook" }) { webhook { id } userErrors { message } } }' },
  },
  { operations: ['getWebhook'], by: { partner: '{ partner { webhook { active } } }' } },
  { operations: ['deactivateWebhook'], by: { partner: 'mutation { deactivateWebhook { userErrors { message } } }' } },
  { operations: ['activateWebhook'], by: { partner: 'mutation { activateWebhook { userErrors { message } } }' } },
  {
    operations: ['updateWebhook'],
    by: { partner: 'mutation { updateWebhook(input: { events: [SLEEP] }) { userErrors { message } } }' },
  },
  { operations: ['deleteWebhook'], by: { partner: 'mutation { deleteWebhook { userErrors { message } } }' } },
  { operations: ['deleteUser'], by: { action: 'disconnect' } },
];

/** A documented operation as a request. */
export interface Documented {
  readonly id: string;
  readonly method: string;
  readonly path: RegExp;
  readonly credential: 'bearer' | 'basic' | 'none';
}

interface Operation {
  readonly operationId: string;
  readonly security?: readonly Record<string, unknown>[];
  readonly 'x-variants'?: readonly { readonly name: string; readonly path: string; readonly when: string }[];
}

/** All operations of the description; the two forms of one path are two, distinguished by their query. */
export function documentedOperations(): Documented[] {
  const { paths } = parse(readFileSync('docs/accesslink/openapi.yaml', 'utf8')) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
      .flatMap(([method, operation]) => formsOf(path, method, operation)),
  );
}

function formsOf(path: string, method: string, operation: Operation): Documented[] {
  const [security = {}] = operation.security ?? [];
  const credential = 'userToken' in security ? 'bearer' : 'clientCredentials' in security ? 'basic' : 'none';
  const form = (id: string, pattern: string) => ({
    id,
    method: method.toUpperCase(),
    path: new RegExp(`^${pattern}$`),
    credential,
  });
  const variants = operation['x-variants'];
  if (!variants) return [form(operation.operationId, `${pattern(path)}(\\?.*)?`) as Documented];
  return variants.map(
    ({ name, path: own, when }) =>
      form(name, pattern(own) + (when.startsWith('from') ? '\\?from=.*' : '(\\?(?!from=).*)?')) as Documented,
  );
}

/** A parameter matches a whole path segment, but not one that is a literal of another path. */
function pattern(path: string): string {
  return path.replaceAll(/\{[\w-]+\}/g, '(?!available|samples|date|activities|sleep$)[^/?]+');
}
