// Composition: which records each announcement is about. One row a type; what has no announcement of its own goes along.
import type { EventType } from '../../accesslink/webhook-event.ts';
import { addDays, datesBetween, daysBetween, type IsoDate, isIsoDate, laterDate } from '../../calendar.ts';
import type { DatedResource } from '../../loading/plan/resource.ts';
import { activityResource, activitySamplesResource } from '../../domain/activity/loader.ts';
import type { EventSubject, Refresh, RefreshTools } from './refresh.ts';
import {
  bodyTemperatureResource,
  ecgResource,
  skinContactResource,
  skinTemperatureResource,
  spo2Resource,
} from '../../domain/biosensing/loader.ts';
import { cardioLoadResource } from '../../domain/cardio-load/loader.ts';
import type { Loaders } from '../../domain/context.ts';
import { exerciseResource } from '../../domain/exercises/loader.ts';
import { heartRateResource } from '../../domain/heart-rate/loader.ts';
import { rechargeResource, sleepResource } from '../../domain/nights/loader.ts';
import { cardioLoadsOfMonths, recentResources as recent } from '../../domain/recent/loader.ts';
import { alertnessResource, circadianBedtimeResource } from '../../domain/sleepwise/loader.ts';

const named = {
  activity: activityResource,
  activitySamples: activitySamplesResource,
  heartRate: heartRateResource,
  cardioLoad: cardioLoadResource,
  sleep: sleepResource,
  recharge: rechargeResource,
  alertness: alertnessResource,
  circadianBedtime: circadianBedtimeResource,
  bodyTemperature: bodyTemperatureResource,
  skinTemperature: skinTemperatureResource,
  skinContacts: skinContactResource,
  ecgTests: ecgResource,
  spo2Tests: spo2Resource,
} satisfies Partial<Record<keyof Loaders, Pick<DatedResource<never>, 'name'>>>;

type Dated = keyof typeof named;

/** What arrived on the days of an announcement: resources to read again, and others that may be newer, read when wanted. */
interface Row {
  readonly read: readonly Dated[];
  readonly end?: readonly Dated[];
  /** Lists without dates in which they are missing. */
  readonly lists?: readonly WholeName[];
}

type WholeName = Pick<(typeof recent)[keyof typeof recent], 'name'>;

const rows = {
  SLEEP: {
    read: ['sleep', 'recharge', 'skinTemperature'],
    end: ['bodyTemperature'],
    lists: [recent.availableNights],
  },
  CONTINUOUS_HEART_RATE: { read: ['heartRate'] },
  ACTIVITY_SUMMARY: {
    read: ['activity'],
    end: ['activitySamples', 'ecgTests', 'spo2Tests', 'skinContacts'],
    lists: [recent.activities, recent.activitySamples],
  },
  SLEEP_WISE_ALERTNESS: { read: ['alertness'], lists: [recent.alertnessPeriods] },
  SLEEP_WISE_CIRCADIAN_BEDTIME: { read: ['circadianBedtime'], lists: [recent.circadianBedtimes] },
} satisfies Partial<Record<EventType, Row>>;

const cardioLoadLists: readonly WholeName[] = [recent.cardioLoads, ...[1, 2, 3, 4, 5, 6].map(cardioLoadsOfMonths)];

/** How each type is worked off. */
export const refreshes: Readonly<Record<EventType, Refresh>> = {
  SLEEP: (announced, tools) => refreshDays(rows.SLEEP, announced, tools),
  CONTINUOUS_HEART_RATE: (announced, tools) => refreshDays(rows.CONTINUOUS_HEART_RATE, announced, tools),
  ACTIVITY_SUMMARY: (announced, tools) => refreshDays(rows.ACTIVITY_SUMMARY, announced, tools),
  SLEEP_WISE_ALERTNESS: (announced, tools) => refreshDays(rows.SLEEP_WISE_ALERTNESS, announced, tools),
  SLEEP_WISE_CIRCADIAN_BEDTIME: (announced, tools) => refreshDays(rows.SLEEP_WISE_CIRCADIAN_BEDTIME, announced, tools),
  EXERCISE: refreshExercise,
  PHYSICAL_INFORMATION: refreshPhysicalInfo,
};

/** What an operation must select for the richest records: one request brings them as well as the poorest. */
export const richest: ReadonlySet<string> = new Set(
  [activityResource, exerciseResource].flatMap(({ flags }) => Object.values(flags).flat(2)),
);

/** More days than the longest range are not told apart. */
const MAX_DAYS = 28;
/** Strain and tolerance look back this far: a session changes them on the days after it. */
const LOAD_DAYS = 28;

async function refreshDays(row: Row, announced: EventSubject, tools: RefreshTools): Promise<IsoDate | null> {
  const { read, end = [], lists = [] } = row;
  const dates = datesOf(announced);
  for (const name of [...read, ...end]) await tools.end(named[name].name, dates);
  for (const { name } of lists) await tools.end(name, null);
  const wanted = dates ?? [addDays(tools.today, -1), tools.today];
  const found = await Promise.allSettled(read.flatMap((name) => wanted.map((date) => tools.loaders[name].load(date))));
  tools.check(found);
  return dates?.at(-1) ?? null;
}

/** The days of an announcement; null when it names none that a calendar knows, or too many to tell apart. */
function datesOf({ from, to }: EventSubject): IsoDate[] | null {
  if (from === null || to === null || !isIsoDate(from) || !isIsoDate(to)) return null;
  const days = daysBetween(from, to) + 1;
  return days >= 1 && days <= MAX_DAYS ? datesBetween(from, to) : null;
}

/** The session, the list in which it is missing, and the cardio load from its day on. */
async function refreshExercise({ entityId }: EventSubject, tools: RefreshTools): Promise<IsoDate | null> {
  const { loaders, today, end, check } = tools;
  await end(exerciseResource.name, entityId === null ? null : ['', entityId]);
  const wanted = entityId === null ? ({ kind: 'list' } as const) : ({ kind: 'one', id: entityId } as const);
  const [found] = check(await Promise.allSettled([loaders.exercises.load(wanted)]));
  const [exercise] = found?.value ?? [];
  const date = entityId !== null && exercise ? exerciseResource.dateOf(exercise) : null;
  const since = date !== null && daysBetween(date, today) < LOAD_DAYS ? date : today;
  const dates = datesBetween(since, laterDate(since, today));
  await end(cardioLoadResource.name, dates);
  for (const { name } of cardioLoadLists) await end(name, null);
  check(await Promise.allSettled(dates.map((day) => loaders.cardioLoad.load(day))));
  return date;
}

/** Weight and height are in the user's own record too, which is read when it is wanted. */
async function refreshPhysicalInfo(_: EventSubject, { loaders, end, check }: RefreshTools): Promise<IsoDate | null> {
  await end('physical info', null);
  await end('user', null);
  check(await Promise.allSettled([loaders.physicalInfo()]));
  return null;
}
