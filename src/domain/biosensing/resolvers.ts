// Biosensing: five kinds of measurement of the same days.
import { datesBetween } from '../../calendar.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { recordsOfDates, firstRecord } from '../convert/records.ts';
import { datesOf } from '../graph/date-range.ts';
import { bodyTemperatureFromWire } from './body-temperature.ts';
import { byLocalDay } from './local-days.ts';
import { ecgTestFromWire } from './ecg-test.ts';
import { skinContactFromWire } from './skin-contact.ts';
import { skinTemperatureFromWire } from './skin-temperature.ts';
import { spo2TestFromWire } from './spo2-test.ts';

export const biosensingResolvers: Resolvers = {
  User: {
    biosensing: (_, { range }, { today }) => {
      const dates = datesOf(range, today);
      return { from: dates[0] ?? today.today, to: dates.at(-1) ?? today.today };
    },
  },
  Day: { biosensing: ({ date }) => ({ from: date, to: date }) },
  Night: {
    skinTemperature: async ({ date }, _, { loaders }) =>
      firstRecord(await loaders.skinTemperature.load(date), skinTemperatureFromWire),
  },
  Biosensing: {
    bodyTemperature: ({ from, to }, _, context) =>
      recordsOfDates(
        byLocalDay(context.loaders.bodyTemperature, context),
        datesBetween(from, to),
        bodyTemperatureFromWire,
      ),
    skinTemperature: ({ from, to }, _, { loaders }) =>
      recordsOfDates(loaders.skinTemperature, datesBetween(from, to), skinTemperatureFromWire),
    skinContacts: ({ from, to }, _, context) =>
      recordsOfDates(byLocalDay(context.loaders.skinContacts, context), datesBetween(from, to), skinContactFromWire),
    ecgTests: ({ from, to }, _, { loaders }) =>
      recordsOfDates(loaders.ecgTests, datesBetween(from, to), ecgTestFromWire),
    spo2Tests: ({ from, to }, _, { loaders }) =>
      recordsOfDates(loaders.spo2Tests, datesBetween(from, to), spo2TestFromWire),
  },
};
