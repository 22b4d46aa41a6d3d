// Biosensing: five kinds of measurement of the same days.
import { datesBetween } from '../../calendar.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { Context } from '../context.ts';
import { datedRecords } from '../graph/dated-records.ts';
import { datesOf, type Interval, intervalOfKey, keyOfInterval } from '../graph/date-range.ts';
import { keyOfDay } from '../graph/node-keys.ts';
import { idField, idOf } from '../graph/viewer-id.ts';
import { bodyTemperatureFromWire } from './body-temperature.ts';
import { ecgTestFromWire } from './ecg-test.ts';
import { keyOfPeriod, keyOfTest } from './keys.ts';
import { skinContactFromWire } from './skin-contact.ts';
import { skinTemperatureFromWire } from './skin-temperature.ts';
import { spo2TestFromWire } from './spo2-test.ts';

const bodyTemperatures = datedRecords({
  loaderOf: ({ loaders }) => loaders.bodyTemperature,
  convert: bodyTemperatureFromWire,
  keyOf: keyOfPeriod,
  timeOf: ({ startTime }) => startTime,
});
const skinTemperatures = datedRecords({
  loaderOf: ({ loaders }) => loaders.skinTemperature,
  convert: skinTemperatureFromWire,
  keyOf: keyOfDay,
  timeOf: ({ sleepDate }) => sleepDate,
});
const skinContacts = datedRecords({
  loaderOf: ({ loaders }) => loaders.skinContacts,
  convert: skinContactFromWire,
  keyOf: keyOfPeriod,
  timeOf: ({ startTime }) => startTime,
});
const ecgTests = datedRecords({
  loaderOf: ({ loaders }) => loaders.ecgTests,
  convert: ecgTestFromWire,
  keyOf: keyOfTest,
  timeOf: ({ testTime }) => testTime,
});
const spo2Tests = datedRecords({
  loaderOf: ({ loaders }) => loaders.spo2Tests,
  convert: spo2TestFromWire,
  keyOf: keyOfTest,
  timeOf: ({ testTime }) => testTime,
});

export const biosensingResolvers: Resolvers = {
  User: {
    biosensing: (_, { range }, { today }) => {
      const dates = datesOf(range, today);
      return { from: dates[0] ?? today.today, to: dates.at(-1) ?? today.today };
    },
  },
  Day: { biosensing: ({ date }) => ({ from: date, to: date }) },
  Night: { skinTemperature: ({ date }, _, context) => skinTemperatures.firstOf(date, context) },
  Biosensing: {
    id: (interval, _, context) => idOf('Biosensing', keyOfInterval(interval), context),
    bodyTemperature: ({ from, to }, _, context) => bodyTemperatures.ofDates(datesBetween(from, to), context),
    skinTemperature: ({ from, to }, _, context) => skinTemperatures.ofDates(datesBetween(from, to), context),
    skinContacts: ({ from, to }, _, context) => skinContacts.ofDates(datesBetween(from, to), context),
    ecgTests: ({ from, to }, _, context) => ecgTests.ofDates(datesBetween(from, to), context),
    spo2Tests: ({ from, to }, _, context) => spo2Tests.ofDates(datesBetween(from, to), context),
  },
  BodyTemperaturePeriod: { id: idField('BodyTemperaturePeriod') },
  SkinTemperature: { id: idField('SkinTemperature') },
  SkinContactPeriod: { id: idField('SkinContactPeriod') },
  EcgTest: { id: idField('EcgTest') },
  Spo2Test: { id: idField('Spo2Test') },
};

/** How each type of this module is read again. */
export const biosensingNodes = {
  Biosensing: (key: string, _context: Context): Interval | null => intervalOfKey(key),
  BodyTemperaturePeriod: bodyTemperatures.refetch,
  SkinTemperature: skinTemperatures.refetch,
  SkinContactPeriod: skinContacts.refetch,
  EcgTest: ecgTests.refetch,
  Spo2Test: spo2Tests.refetch,
};
