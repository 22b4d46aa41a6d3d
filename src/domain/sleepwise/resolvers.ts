// Alertness and circadian bedtime: of a day, of its night, and of many days.
import type { IsoDate } from '../../calendar.ts';
import type { Alertness as Wire } from '../../generated/accesslink.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { LIST_KEY } from '../../loading/cache/keys.ts';
import type { CachedValue } from '../../loading/context.ts';
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
  return firstRecord(primaryFirst(await loaders.alertness.load(date)), alertnessFromWire);
}

async function circadianBedtimeAt(date: IsoDate, { loaders }: Context) {
  return firstRecord(await loaders.circadianBedtime.load(date), circadianBedtimeFromWire);
}

/** A day with naps has several periods; the one of the main sleep speaks for the day. */
function primaryFirst(held: CachedValue<readonly Wire[]>): CachedValue<readonly Wire[]> {
  const isPrimary = (wire: Wire) => wire.grade_type === 'GRADE_TYPE_PRIMARY';
  return { ...held, value: [...held.value.filter(isPrimary), ...held.value.filter((wire) => !isPrimary(wire))] };
}
