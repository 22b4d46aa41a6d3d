// What each field of the graph asks AccessLink for, by schema coordinate, and which days the objects below it are of.
import type { IsoDate } from '../../../../calendar.ts';
import { datesOf, intervalOf } from '../../../../domain/graph/date-range.ts';
import { dayAfter, pageOfDays } from '../../../../domain/days/day.ts';
import type { DateRange } from '../../../../generated/graphql.ts';
import type { FieldArgs } from './field-tree.ts';
import { isListed, listedNights, lookUpSessions, sessionDates } from './listed-days.ts';
import { nightsOfPage } from './night-pages.ts';
import { readNights } from './night-reads.ts';
import { comeAtOnce, ID_LOOKUP, type LoaderName, readDates, type SomeDates } from './reads.ts';
import type { Below, FieldRule, Resolving } from './situation.ts';
import { webhookChanges } from './webhook-changes.ts';

const NO_DATES: SomeDates = { dates: [], most: 0 };

const here =
  (dates: (resolving: Resolving) => readonly IsoDate[]): FieldRule =>
  (resolving) => ({ on: whole(dates(resolving)), stage: resolving.stage });

/** Records of the days of the objects around. Those of one come together with those of the others. */
const ofDays =
  (name: LoaderName): FieldRule =>
  ({ on, stage, situation }) => {
    readDates(stage, name, on);
    return { on, stage: situation.after(stage, comeAtOnce(stage, [name], on)) };
  };

/** Records of a range; without one, the list without dates, if there is any. */
const ofRange =
  (name: LoaderName, recent?: LoaderName): FieldRule =>
  ({ args, stage, situation }) => {
    if (!args['range'] && recent) return keyed(recent)({ stage, situation });
    readDates(stage, name, whole(datesOf(rangeOf(args), situation.today)));
    return { on: NO_DATES, stage: situation.after(stage) };
  };

const keyed =
  (name: LoaderName) =>
  ({ stage, situation }: Pick<Resolving, 'stage' | 'situation'>, key = ''): Below => {
    situation.readKey(name, key);
    return { on: NO_DATES, stage: situation.after(stage) };
  };
const listOf =
  (name: LoaderName): FieldRule =>
  (resolving) =>
    keyed(name)(resolving);
const direct: FieldRule = ({ stage, situation }) => {
  situation.call();
  return { on: NO_DATES, stage };
};

/** Fields that are not here ask for nothing, and what lies below them is of the same days. */
export const fieldRules: Readonly<Record<string, FieldRule>> = {
  'Query.viewer': ({ situation, stage }) => (situation.viewer ? { on: NO_DATES, stage } : null),
  'Query.partner': ({ situation, stage }) => (situation.isPartner ? { on: NO_DATES, stage } : null),
  'Partner.notifications': direct,
  'Partner.webhook': direct,
  'Mutation.disconnect': direct,
  'Mutation.forgetMe': direct,
  'Mutation.collect': ({ situation }) => {
    situation.callUnboundedly();
    return null;
  },
  ...webhookChanges,
  ...Object.fromEntries(
    'memberId registeredAt firstName lastName birthdate gender weightKg heightCm extraInfo'
      .split(' ')
      .map((name) => [`User.${name}`, profile] as const),
  ),
  'User.physicalInfo': listOf('physicalInfo'),
  'User.physicalInfoHistory': listOf('physicalInfo'),
  'User.day': here(({ args }) => [args['date'] as IsoDate]),
  'User.days': here(({ args, situation }) =>
    pageOfDays(intervalOf(rangeOf(args), situation.today), args).nodes.map(({ date }) => date),
  ),
  'User.night': (resolving) => night({ ...resolving, on: whole([resolving.args['date'] as IsoDate]) }),
  'User.nights': (resolving) => nightsOfPage(resolving, intervalOf(rangeOf(resolving.args), resolving.situation.today)),
  'User.availableNights': ({ situation, stage }) => ({
    ...keyed('availableNights')({ stage, situation }),
    on: whole(listedNights(situation)),
  }),
  'User.exercise': ({ args, stage, situation }) => {
    stage.lookups.add(`${ID_LOOKUP}${String(args['id'])}`);
    return { on: { dates: sessionDates(situation), most: 1 }, stage: situation.after(stage) };
  },
  'User.exercises': exercisesOfRange,
  'User.activities': ofRange('activity', 'recentActivities'),
  'User.activitySamples': ofRange('activitySamples', 'recentActivitySamples'),
  'User.cardioLoads': (resolving) => {
    const { months } = resolving.args;
    return typeof months === 'number'
      ? keyed('monthlyCardioLoads')(resolving, String(months))
      : ofRange('cardioLoad')(resolving);
  },
  'User.latestCardioLoad': listOf('recentCardioLoads'),
  'User.alertnessPeriods': ofRange('alertness', 'recentAlertness'),
  'User.circadianBedtimes': (resolving) => {
    // Its records may be mended by those of the other list.
    if (!resolving.args['range'] && !resolving.situation.isOrdinary) keyed('recentAlertness')(resolving);
    return ofRange('circadianBedtime', 'recentCircadianBedtimes')(resolving);
  },
  'User.biosensing': here(({ args, situation }) => datesOf(rangeOf(args), situation.today)),
  'Day.previous': here(({ on }) => on.dates.map((date) => dayAfter({ date }, -1).date)),
  'Day.next': here(({ on }) => on.dates.map((date) => dayAfter({ date }).date)),
  'Day.activity': ofDays('activity'),
  'Day.heartRate': ofDays('heartRate'),
  'Day.cardioLoad': ofDays('cardioLoad'),
  'Day.alertness': ofDays('alertness'),
  'Day.circadianBedtime': ofDays('circadianBedtime'),
  'Day.night': night,
  'Day.exercises': exercisesOfDays,
  'AvailableNight.night': night,
  'Night.recharge': recharge,
  'Night.skinTemperature': ofDays('skinTemperature'),
  'Night.alertness': ofDays('alertness'),
  'Night.circadianBedtime': ofDays('circadianBedtime'),
  'Biosensing.bodyTemperature': ofDays('bodyTemperature'),
  'Biosensing.skinTemperature': ofDays('skinTemperature'),
  'Biosensing.skinContacts': ofDays('skinContacts'),
  'Biosensing.ecgTests': ofDays('ecgTests'),
  'Biosensing.spo2Tests': ofDays('spo2Tests'),
};

function whole(dates: readonly IsoDate[]): SomeDates {
  return { dates, most: Number.POSITIVE_INFINITY };
}

function rangeOf(args: FieldArgs): DateRange | null {
  return (args['range'] ?? null) as DateRange | null;
}

/** A record that only a request with the user's id has. */
function profile(resolving: Resolving): Below | null {
  return resolving.situation.viewer?.polarUserId == null ? null : keyed('user')(resolving);
}

/** All parts that the operation needs of the nights. */
export function night({ on, stage, situation }: Resolving): Below {
  readNights(stage, on, situation);
  return { on, stage: situation.after(stage, comeAtOnce(stage, situation.nightParts, on)) };
}

/** The hours of the sleep are needed where the samples do not show their day. */
function recharge(resolving: Resolving): Below {
  const { on, stage, situation } = resolving;
  readDates(stage, 'recharge', on);
  const after = situation.after(stage, comeAtOnce(stage, ['recharge'], on));
  if (situation.nightParts.includes('sleep') || !situation.isOrdinary) readDates(after, 'sleep', on);
  return { on, stage: situation.after(after, after.isSingle) };
}

function exercisesOfRange({ args, stage, situation }: Resolving): Below {
  const range = rangeOf(args);
  const interval = range ? intervalOf(range, situation.today) : undefined;
  if (!interval || isListed(interval, situation.today)) stage.lookups.add(JSON.stringify(interval ?? 'all'));
  const { first, last } = args;
  const sizes = [first, last].filter((size) => typeof size === 'number');
  const most = Math.max(0, Math.min(Number.POSITIVE_INFINITY, ...sizes));
  return { on: { dates: sessionDates(situation, interval), most }, stage: situation.after(stage) };
}

function exercisesOfDays({ on, stage, situation }: Resolving): Below {
  lookUpSessions(stage, on.dates, situation.today);
  return { on, stage: situation.after(stage, stage.isSingle && stage.earlier.length === 0) };
}
