// Alertness and circadian bedtime: of a day, of its night, and of many days.
import { dayOfAlertness, dayOfBedtime } from '../../accesslink/record-dates.ts';
import { isDoubtfulOffset, withOffsetOf } from '../../accesslink/sleepwise-offset.ts';
import type { IsoDate } from '../../calendar.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { LIST_KEY } from '../../loading/cache/keys.ts';
import { orNull, type PromiseOrValue, whenReady } from '../../promise-or-value.ts';
import type { Context } from '../context.ts';
import { datedRecords } from '../graph/dated-records.ts';
import { keyOfDay, keyOfSeveral } from '../graph/node-keys.ts';
import { idField } from '../graph/viewer-id.ts';
import { type AlertnessModel, alertnessFromWire, type AlertnessParent } from './alertness.ts';
import { circadianBedtimeFromWire, type CircadianBedtimeParent } from './circadian-bedtime.ts';

const alertnessPeriods = datedRecords({
  loaderOf: ({ loaders }) => loaders.alertness,
  convert: alertnessFromWire,
  keyOf: keyOfAlertness,
  timeOf: ({ startTime }) => startTime,
  isFirst: isMeasuredFromWire,
  recent: { load: ({ recentAlertness }) => recentAlertness.load(LIST_KEY), dayOf: dayOfAlertness },
});
const circadianBedtimes = datedRecords({
  loaderOf: ({ loaders }) => loaders.circadianBedtime,
  convert: circadianBedtimeFromWire,
  keyOf: keyOfDay,
  timeOf: ({ startTime }) => startTime,
  isFirst: isMeasuredFromWire,
  recent: { load: loadRecentBedtimes, dayOf: dayOfBedtime },
});

export const sleepwiseResolvers: Resolvers = {
  User: {
    alertnessPeriods: (_, { range }, context) => alertnessPeriods.ofRange(range, context),
    circadianBedtimes: (_, { range }, context) => circadianBedtimes.ofRange(range, context),
  },
  Day: {
    alertness: ({ date }, _, context) => alertnessAt(date, context),
    circadianBedtime: ({ date }, _, context) => bedtimeAt(date, context),
  },
  Night: {
    alertness: ({ date }, _, context) => alertnessAt(date, context),
    circadianBedtime: ({ date }, _, context) => bedtimeAt(date, context),
  },
  Alertness: { id: idField('Alertness') },
  CircadianBedtime: { id: idField('CircadianBedtime') },
};

/** How each type of this module is read again. */
export const sleepwiseNodes = { Alertness: alertnessPeriods.refetch, CircadianBedtime: circadianBedtimes.refetch };

/** A day with naps has several periods; the one of the main sleep represents the day. What was measured precedes a prediction. */
function alertnessAt(date: IsoDate, context: Context): PromiseOrValue<AlertnessParent | null> {
  return whenReady(alertnessPeriods.ofDay(date, context), (periods) => {
    const ofMainSleep = periods.filter(isOfMainSleep);
    const possible =
      ofMainSleep.length > 0 ? ofMainSleep : periods.filter(({ gradeType }) => gradeType !== 'ADDITIONAL');
    return measuredOf(possible) ?? periods[0] ?? null;
  });
}

function bedtimeAt(date: IsoDate, context: Context): PromiseOrValue<CircadianBedtimeParent | null> {
  return whenReady(circadianBedtimes.ofDay(date, context), measuredOf);
}

/** The first that is no prediction, else the first; null when there is none. */
function measuredOf<T extends Pick<AlertnessModel, 'resultType'>>(records: readonly T[]): T | null {
  return records.find(({ resultType }) => resultType !== 'PREDICTION') ?? records[0] ?? null;
}

function isMeasuredFromWire({ result_type: type }: Wire.Alertness | Wire.CircadianBedtime): boolean {
  return !/PREDICTION/i.test(type ?? '');
}

/** AccessLink's list without dates, corrected like the days: by the alertness of its nights where an offset is doubtful. */
async function loadRecentBedtimes({ recentCircadianBedtimes, recentAlertness }: Context['loaders']) {
  const bedtimes = await recentCircadianBedtimes.load(LIST_KEY);
  if (!bedtimes.value.some(isDoubtfulOffset)) return bedtimes;
  const alertness = await orNull(recentAlertness.load(LIST_KEY));
  return { ...bedtimes, value: bedtimes.value.map((bedtime) => withOffsetOf(bedtime, alertness?.value ?? [])) };
}

/** The period of the main sleep stays the same when a prediction has come true; others differ in their start. */
function keyOfAlertness(period: AlertnessModel, day: IsoDate | null): string {
  return isOfMainSleep(period) ? keyOfDay(period, day) : keyOfSeveral(day, [period.startTime]);
}

function isOfMainSleep({ gradeType }: AlertnessModel): boolean {
  return gradeType === 'PRIMARY';
}
