// Alertness and circadian bedtime: of a day, of its night, and of many days.
import { isOfMainSleep } from '../../accesslink/main-sleep.ts';
import type { IsoDate } from '../../calendar.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { LIST_KEY } from '../../loading/cache/keys.ts';
import type { CachedRecords } from '../../loading/cache/record-cache.ts';
import type { Context } from '../context.ts';
import { allRecords, byStart, recordsOfDates, firstRecord } from '../convert/records.ts';
import { datesOf } from '../graph/date-range.ts';
import { alertnessFromWire } from './alertness.ts';
import { circadianBedtimeFromWire } from './circadian-bedtime.ts';

export const sleepwiseResolvers: Resolvers = {
  Recent: {
    alertnessPeriods: async (_, __, { loaders }) =>
      byStart(allRecords(await loaders.recentAlertness.load(LIST_KEY), alertnessFromWire)),
    circadianBedtimes: async (_, __, { loaders }) =>
      byStart(allRecords(await loaders.recentCircadianBedtimes.load(LIST_KEY), circadianBedtimeFromWire)),
  },
  User: {
    alertnessPeriods: (_, { range }, { loaders, today }) =>
      recordsOfDates(loaders.alertness, datesOf(range, today), alertnessFromWire),
    circadianBedtimes: (_, { range }, { loaders, today }) =>
      recordsOfDates(loaders.circadianBedtime, datesOf(range, today), circadianBedtimeFromWire),
  },
  Day: {
    alertness: ({ date }, _, context) => alertnessAt(date, context),
    circadianBedtime: ({ date }, _, context) => circadianBedtimeAt(date, context),
  },
  Night: {
    alertness: ({ date }, _, context) => alertnessAt(date, context),
    circadianBedtime: ({ date }, _, context) => circadianBedtimeAt(date, context),
  },
};

async function alertnessAt(date: IsoDate, { loaders }: Context) {
  return firstRecord(mainSleepFirst(await loaders.alertness.load(date)), alertnessFromWire);
}

async function circadianBedtimeAt(date: IsoDate, { loaders }: Context) {
  return firstRecord(await loaders.circadianBedtime.load(date), circadianBedtimeFromWire);
}

/** A day with naps has several periods; the one of the main sleep represents the day. */
function mainSleepFirst(cached: CachedRecords<'Alertness'>): CachedRecords<'Alertness'> {
  const [main, others] = [cached.value.filter(isOfMainSleep), cached.value.filter((record) => !isOfMainSleep(record))];
  return { ...cached, value: [...main, ...others] };
}
