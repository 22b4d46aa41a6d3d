// The table of all routes.
import { getActivity, getActivitySamples, listActivities, listActivitySamples } from './endpoints/activity.ts';
import * as biosensing from './endpoints/biosensing.ts';
import * as cardioLoad from './endpoints/cardio-load.ts';
import { getExercise, getExerciseFile, listExercises } from './endpoints/exercises.ts';
import { getHeartRate, listHeartRates } from './endpoints/heart-rate.ts';
import * as nights from './endpoints/nights.ts';
import { deleteUser, getPhysicalInfo, getUser, registerUser } from './endpoints/users.ts';
import * as sleepwise from './endpoints/sleepwise.ts';
import * as webhook from './endpoints/webhooks.ts';
import { FILE_KINDS } from './files/files.ts';
import { decideConsent, showConsent } from './oauth/authorization.ts';
import { exchangeCode } from './oauth/token.ts';
import type { DataRoute, OpenRoute, Endpoint, Route, RouteServices } from './route.ts';
import { transactionRoutes } from './transaction-routes.ts';

type ReadRoute = Pick<DataRoute, 'pattern' | 'category' | 'handle'>;

const READS: readonly ReadRoute[] = [
  { pattern: '/v3/users/physical-info', category: 'physical-info', handle: getPhysicalInfo },
  { pattern: '/v3/exercises', category: 'exercises', handle: listExercises },
  { pattern: '/v3/exercises/{exerciseId}', category: 'exercises', handle: getExercise },
  ...FILE_KINDS.map(
    (kind): ReadRoute => ({
      pattern: `/v3/exercises/{exerciseId}/${kind}`,
      category: 'exercises',
      handle: (request) => getExerciseFile(kind, request),
    }),
  ),
  { pattern: '/v3/users/activities', category: 'activity', handle: listActivities },
  { pattern: '/v3/users/activities/samples', category: 'activity', handle: listActivitySamples },
  { pattern: '/v3/users/activities/samples/{date}', category: 'activity', handle: getActivitySamples },
  { pattern: '/v3/users/activities/{date}', category: 'activity', handle: getActivity },
  { pattern: '/v3/users/continuous-heart-rate', category: 'heart-rate', handle: listHeartRates },
  { pattern: '/v3/users/continuous-heart-rate/{date}', category: 'heart-rate', handle: getHeartRate },
  { pattern: '/v3/users/cardio-load', category: 'cardio-load', handle: cardioLoad.listCardioLoads },
  { pattern: '/v3/users/cardio-load/date', category: 'cardio-load', handle: cardioLoad.listCardioLoadsInRange },
  { pattern: '/v3/users/cardio-load/{date}', category: 'cardio-load', handle: cardioLoad.getCardioLoad },
  {
    pattern: '/v3/users/cardio-load/period/days/{days}',
    category: 'cardio-load',
    handle: cardioLoad.listCardioLoadsOfDays,
  },
  {
    pattern: '/v3/users/cardio-load/period/months/{months}',
    category: 'cardio-load',
    handle: cardioLoad.listCardioLoadsOfMonths,
  },
  { pattern: '/v3/users/sleepwise/alertness', category: 'sleepwise', handle: sleepwise.listAlertness },
  { pattern: '/v3/users/sleepwise/alertness/date', category: 'sleepwise', handle: sleepwise.listAlertnessInRange },
  { pattern: '/v3/users/sleepwise/circadian-bedtime', category: 'sleepwise', handle: sleepwise.listBedtimes },
  {
    pattern: '/v3/users/sleepwise/circadian-bedtime/date',
    category: 'sleepwise',
    handle: sleepwise.listBedtimesInRange,
  },
  { pattern: '/v3/users/biosensing/bodytemperature', category: 'biosensing', handle: biosensing.listBodyTemperatures },
  { pattern: '/v3/users/biosensing/skintemperature', category: 'biosensing', handle: biosensing.listSkinTemperatures },
  { pattern: '/v3/users/biosensing/skincontacts', category: 'biosensing', handle: biosensing.listSkinContacts },
  { pattern: '/v3/users/biosensing/ecg', category: 'biosensing', handle: biosensing.listEcgTests },
  { pattern: '/v3/users/biosensing/spo2', category: 'biosensing', handle: biosensing.listSpo2Tests },
  { pattern: '/v3/users/sleep', category: 'sleep', handle: nights.listNights },
  { pattern: '/v3/users/sleep/available', category: 'sleep', handle: nights.listAvailableNights },
  { pattern: '/v3/users/sleep/{date}', category: 'sleep', handle: nights.getNight },
  { pattern: '/v3/users/nightly-recharge', category: 'nightly-recharge', handle: nights.listRecharges },
  { pattern: '/v3/users/nightly-recharge/{date}', category: 'nightly-recharge', handle: nights.getRecharge },
];

/** All routes. The first match counts, so literal segments are above placeholders. */
export function createRoutes(services: RouteServices): readonly Route[] {
  const { accounts, oauth } = services;
  return [
    ...READS.map((read): Route => ({ ...read, method: 'GET', access: 'data' })),
    {
      method: 'GET',
      pattern: '/oauth2/authorization',
      access: 'public',
      handle: (request) => showConsent(oauth, request),
    },
    {
      method: 'POST',
      pattern: '/oauth2/authorization',
      access: 'public',
      handle: (request) => decideConsent(oauth, request),
    },
    {
      method: 'POST',
      pattern: '/v2/oauth2/token',
      access: 'public',
      handle: (request) => exchangeCode(oauth, request),
    },
    ...webhookRoutes(services),
    ...transactionRoutes(services),
    { method: 'POST', pattern: '/v3/users', access: 'person', handle: (request) => registerUser(accounts, request) },
    { method: 'GET', pattern: '/v3/users/{userId}', access: 'person', handle: (request) => getUser(accounts, request) },
    {
      method: 'DELETE',
      pattern: '/v3/users/{userId}',
      access: 'person',
      handle: (request) => deleteUser(accounts, request),
    },
  ];
}

function webhookRoutes({ webhooks }: RouteServices): readonly Route[] {
  const all = '/v3/webhooks';
  const row = (endpoint: Endpoint, handle: OpenRoute['handle']): Route => ({ ...endpoint, access: 'client', handle });
  return [
    row({ method: 'POST', pattern: all }, (request) => webhook.createWebhook(webhooks, request)),
    row({ method: 'GET', pattern: all }, () => webhook.getWebhook(webhooks)),
    row({ method: 'POST', pattern: `${all}/activate` }, () => webhook.activateWebhook(webhooks)),
    row({ method: 'POST', pattern: `${all}/deactivate` }, () => webhook.deactivateWebhook(webhooks)),
    row({ method: 'PATCH', pattern: `${all}/{webhookId}` }, (request) => webhook.changeWebhook(webhooks, request)),
    row({ method: 'DELETE', pattern: `${all}/{webhookId}` }, (request) => webhook.deleteWebhook(webhooks, request)),
  ];
}
