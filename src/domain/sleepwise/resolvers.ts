// Alertness and circadian bedtime: of a day, of its night, and of many days.
import { dayOfAlertness, dayOfBedtime } from '../../accesslink/record-dates.ts';
import { isDoubtfulOffset, withOffsetOf } from '../../accesslink/sleepwise-offset.ts';
import type { IsoDate } from '../../calendar.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { LIST_KEY } from '../../loading/cache/keys.ts';
import type { Context } from '../context.ts';
import { datedRecords } from '../graph/dated-records.ts';
import { keyOfDay, keyOfSeveral } from '../graph/node-keys.ts';
import { idField } from '../graph/viewer-id.ts';
import { type AlertnessModel, alertnessFromWire, type AlertnessParent } from './alertness.ts';
import { circadianBedtimeFromWire } from './circadian-bedtime.ts';

const alertnessPeriods = datedRecords({
  loaderOf: ({ loaders }) => loaders.alertness,
  convert: alertnessFromWire,
  keyOf: keyOfAlertness,
  timeOf: ({ startTime }) => startTime,
  recent: { load: ({ recentAlertness }) => recentAlertness.load(LIST_KEY), dayOf: dayOfAlertness },
});
const circadianBedtimes = datedRecords({
  loaderOf: ({ loaders }) => loaders.circadianBedtime,
  convert: circadianBedtimeFromWire,
  keyOf: keyOfDay,
  timeOf: ({ startTime }) => startTime,
  recent: { load: loadRecentBedtimes, dayOf: dayOfBedtime },
});

export const sleepwiseResolvers: Resolvers = {
  User: {
    alertnessPeriods: (_, { range }, context) => alertnessPeriods.ofRange(range, context),
    circadianBedtimes: (_, { range }, context) => circadianBedtimes.ofRange(range, context),
  },
  Day: {
    alertness: ({ date }, _, context) => alertnessAt(date, context),
    circadianBedtime: ({ date }, _, context) => circadianBedtimes.firstOf(date, context),
  },
  Night: {
    alertness: ({ date }, _, context) => alertnessAt(date, context),
    circadianBedtime: ({ date }, _, context) => circadianBedtimes.firstOf(date, context),
  },
  Alertness: { id: idField('Alertness') },
  CircadianBedtime: { id: idField('CircadianBedtime') },
};

/** How each type of this module is read again. */
export const sleepwiseNodes = { Alertness: alertnessPeriods.refetch, CircadianBedtime: circadianBedtimes.refetch };

/** A day with naps has several periods; the one of the main sleep represents the day. */
async function alertnessAt(date: IsoDate, context: Context): Promise<AlertnessParent | null> {
  const periods = await alertnessPeriods.ofDay(date, context);
  return periods.find(isOfMainSleep) ?? periods[0] ?? null;
}

/** AccessLink's list without dates, corrected like the days: by the alertness of its nights where an offset is doubtful. */
async function loadRecentBedtimes({ recentCircadianBedtimes, recentAlertness }: Context['loaders']) {
  const bedtimes = await recentCircadianBedtimes.load(LIST_KEY);
  if (!bedtimes.value.some(isDoubtfulOffset)) return bedtimes;
  const alertness = await recentAlertness.load(LIST_KEY).catch(() => null);
  return { ...bedtimes, value: bedtimes.value.map((bedtime) => withOffsetOf(bedtime, alertness?.value ?? [])) };
}

/** The period of the main sleep stays the same when a prediction has come true; others differ in their start. */
function keyOfAlertness(period: AlertnessModel, day: IsoDate | null): string {
  return isOfMainSleep(period) ? keyOfDay(period, day) : keyOfSeveral(day, [period.startTime]);
}

function isOfMainSleep({ gradeType }: AlertnessModel): boolean {
  return gradeType === 'PRIMARY';
}
