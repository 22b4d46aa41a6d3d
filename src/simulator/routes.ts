// The table of everything that is served.
import { getActivity, getActivitySamples, listActivities, listActivitySamples } from './chapters/activity.ts';
import * as biosensing from './chapters/biosensing.ts';
import * as cardioLoad from './chapters/cardio-load.ts';
import { getExercise, getExerciseFile, listExercises } from './chapters/exercises.ts';
import { getHeartRate, listHeartRates } from './chapters/heart-rate.ts';
import * as nights from './chapters/nights.ts';
import { deleteUser, getPhysicalInfo, getUser, registerUser } from './chapters/people.ts';
import * as sleepwise from './chapters/sleepwise.ts';
import * as webhook from './chapters/webhooks.ts';
import { FILE_KINDS } from './files/files.ts';
import { decideConsent, showConsent } from './oauth/authorization.ts';
import { exchangeCode } from './oauth/token.ts';
import type { DataRoute, OpenRoute, Place, Route, Services } from './route.ts';
import { transactionRoutes } from './transaction-routes.ts';

type Read = Pick<DataRoute, 'pattern' | 'chapter' | 'answer'>;

const READS: readonly Read[] = [
  { pattern: '/v3/users/physical-info', chapter: 'physical-info', answer: getPhysicalInfo },
  { pattern: '/v3/exercises', chapter: 'exercises', answer: listExercises },
  { pattern: '/v3/exercises/{exerciseId}', chapter: 'exercises', answer: getExercise },
  ...FILE_KINDS.map(
    (kind): Read => ({
      pattern: `/v3/exercises/{exerciseId}/${kind}`,
      chapter: 'exercises',
      answer: (ask) => getExerciseFile(kind, ask),
    }),
  ),
  { pattern: '/v3/users/activities', chapter: 'activity', answer: listActivities },
  { pattern: '/v3/users/activities/samples', chapter: 'activity', answer: listActivitySamples },
  { pattern: '/v3/users/activities/samples/{date}', chapter: 'activity', answer: getActivitySamples },
  { pattern: '/v3/users/activities/{date}', chapter: 'activity', answer: getActivity },
  { pattern: '/v3/users/continuous-heart-rate', chapter: 'heart-rate', answer: listHeartRates },
  { pattern: '/v3/users/continuous-heart-rate/{date}', chapter: 'heart-rate', answer: getHeartRate },
  { pattern: '/v3/users/cardio-load', chapter: 'cardio-load', answer: cardioLoad.listCardioLoads },
  { pattern: '/v3/users/cardio-load/date', chapter: 'cardio-load', answer: cardioLoad.listCardioLoadsInRange },
  { pattern: '/v3/users/cardio-load/{date}', chapter: 'cardio-load', answer: cardioLoad.getCardioLoad },
  {
    pattern: '/v3/users/cardio-load/period/days/{days}',
    chapter: 'cardio-load',
    answer: cardioLoad.listCardioLoadsOfDays,
  },
  {
    pattern: '/v3/users/cardio-load/period/months/{months}',
    chapter: 'cardio-load',
    answer: cardioLoad.listCardioLoadsOfMonths,
  },
  { pattern: '/v3/users/sleepwise/alertness', chapter: 'sleepwise', answer: sleepwise.listAlertness },
  { pattern: '/v3/users/sleepwise/alertness/date', chapter: 'sleepwise', answer: sleepwise.listAlertnessInRange },
  { pattern: '/v3/users/sleepwise/circadian-bedtime', chapter: 'sleepwise', answer: sleepwise.listBedtimes },
  {
    pattern: '/v3/users/sleepwise/circadian-bedtime/date',
    chapter: 'sleepwise',
    answer: sleepwise.listBedtimesInRange,
  },
  { pattern: '/v3/users/biosensing/bodytemperature', chapter: 'biosensing', answer: biosensing.listBodyTemperatures },
  { pattern: '/v3/users/biosensing/skintemperature', chapter: 'biosensing', answer: biosensing.listSkinTemperatures },
  { pattern: '/v3/users/biosensing/skincontacts', chapter: 'biosensing', answer: biosensing.listSkinContacts },
  { pattern: '/v3/users/biosensing/ecg', chapter: 'biosensing', answer: biosensing.listEcgTests },
  { pattern: '/v3/users/biosensing/spo2', chapter: 'biosensing', answer: biosensing.listSpo2Tests },
  { pattern: '/v3/users/sleep', chapter: 'sleep', answer: nights.listNights },
  { pattern: '/v3/users/sleep/available', chapter: 'sleep', answer: nights.listAvailableNights },
  { pattern: '/v3/users/sleep/{date}', chapter: 'sleep', answer: nights.getNight },
  { pattern: '/v3/users/nightly-recharge', chapter: 'nightly-recharge', answer: nights.listRecharges },
  { pattern: '/v3/users/nightly-recharge/{date}', chapter: 'nightly-recharge', answer: nights.getRecharge },
];

/** Every row; rows above win, so literal segments stand above placeholders. */
export function createRoutes(services: Services): readonly Route[] {
  const { accounts, signIn } = services;
  return [
    ...READS.map((read): Route => ({ ...read, method: 'GET', access: 'data' })),
    { method: 'GET', pattern: '/oauth2/authorization', access: 'anybody', answer: (ask) => showConsent(signIn, ask) },
    {
      method: 'POST',
      pattern: '/oauth2/authorization',
      access: 'anybody',
      answer: (ask) => decideConsent(signIn, ask),
    },
    { method: 'POST', pattern: '/v2/oauth2/token', access: 'anybody', answer: (ask) => exchangeCode(signIn, ask) },
    ...webhookRoutes(services),
    ...transactionRoutes(services),
    { method: 'POST', pattern: '/v3/users', access: 'person', answer: (ask) => registerUser(accounts, ask) },
    { method: 'GET', pattern: '/v3/users/{userId}', access: 'person', answer: (ask) => getUser(accounts, ask) },
    { method: 'DELETE', pattern: '/v3/users/{userId}', access: 'person', answer: (ask) => deleteUser(accounts, ask) },
  ];
}

function webhookRoutes({ webhooks }: Services): readonly Route[] {
  const all = '/v3/webhooks';
  const row = (place: Place, answer: OpenRoute['answer']): Route => ({ ...place, access: 'client', answer });
  return [
    row({ method: 'POST', pattern: all }, (ask) => webhook.createWebhook(webhooks, ask)),
    row({ method: 'GET', pattern: all }, () => webhook.getWebhook(webhooks)),
    row({ method: 'POST', pattern: `${all}/activate` }, () => webhook.activateWebhook(webhooks)),
    row({ method: 'POST', pattern: `${all}/deactivate` }, () => webhook.deactivateWebhook(webhooks)),
    row({ method: 'PATCH', pattern: `${all}/{webhookId}` }, (ask) => webhook.changeWebhook(webhooks, ask)),
    row({ method: 'DELETE', pattern: `${all}/{webhookId}` }, (ask) => webhook.deleteWebhook(webhooks, ask)),
  ];
}
