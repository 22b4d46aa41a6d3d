// The table of everything that is served, and how a path finds its row.
import type { Answer, Ask } from './ask.ts';
import { getActivity, getActivitySamples, listActivities, listActivitySamples } from './chapters/activity.ts';
import * as biosensing from './chapters/biosensing.ts';
import * as cardioLoad from './chapters/cardio-load.ts';
import { getExercise, listExercises } from './chapters/exercises.ts';
import { getHeartRate, listHeartRates } from './chapters/heart-rate.ts';
import * as nights from './chapters/nights.ts';
import { getPhysicalInfo, getUser } from './chapters/people.ts';
import * as sleepwise from './chapters/sleepwise.ts';
import type { Chapter } from './life/resident.ts';

export interface Route {
  /** Placeholders in braces; `userId` takes digits only. */
  readonly pattern: string;
  readonly chapter: Chapter;
  readonly answer: (ask: Ask) => Answer;
}

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

const DATED: readonly Route[] = [
  { pattern: '/v3/users/physical-info', chapter: 'physical-info', answer: getPhysicalInfo },
  { pattern: '/v3/exercises', chapter: 'exercises', answer: listExercises },
  { pattern: '/v3/exercises/{exerciseId}', chapter: 'exercises', answer: getExercise },
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

/** Every row; `isKnown` tells whether a user id belongs to anybody. */
export function createRoutes(isKnown: (userId: string) => boolean): readonly Route[] {
  return [...DATED, { pattern: '/v3/users/{userId}', chapter: 'user', answer: (ask) => getUser(ask, isKnown) }];
}

/** The row for a path, with or without a slash at its end; rows above win, so literal segments stand above placeholders. */
export function matchRoute(routes: readonly Route[], path: string): Match | null {
  const segments = path.replace(/\/$/, '').split('/');
  for (const route of routes) {
    const params = paramsOf(route.pattern.split('/'), segments);
    if (params) return { route, params };
  }
  return null;
}

function paramsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== segment : !isAllowed(name, segment)) return null;
    if (name !== undefined) params[name] = segment;
  }
  return params;
}

function isAllowed(name: string, segment: string): boolean {
  return name === 'userId' ? /^\d+$/.test(segment) : segment !== '';
}
