// Cardio load of a day, and of many.
import type { Resolvers } from '../../generated/resolvers.ts';
import { idKey, LIST_KEY } from '../../loading/cache/keys.ts';
import type { Context } from '../context.ts';
import { badUserInput } from '../errors.ts';
import { allRecords, byDate, recordsOfDates, firstRecord } from '../convert/records.ts';
import { datesOf } from '../graph/date-range.ts';
import { cardioLoadFromWire } from './cardio-load.ts';

const MOST_MONTHS = 6;

export const cardioLoadResolvers: Resolvers = {
  Recent: {
    cardioLoads: async (_, { months }, { loaders }) =>
      byDate(allRecords(await recentLoads(months, loaders), cardioLoadFromWire)),
  },
  User: {
    cardioLoads: (_, { range }, { loaders, today }) =>
      recordsOfDates(loaders.cardioLoad, datesOf(range, today), cardioLoadFromWire),
  },
  Day: {
    cardioLoad: async ({ date }, _, { loaders }) =>
      firstRecord(await loaders.cardioLoad.load(date), cardioLoadFromWire),
  },
};

function recentLoads(months: number | null | undefined, loaders: Context['loaders']) {
  if (typeof months !== 'number') return loaders.recentCardioLoads.load(LIST_KEY);
  if (months >= 1 && months <= MOST_MONTHS) return loaders.monthlyCardioLoads.load(idKey(String(months)));
  throw badUserInput(`Cannot read ${months} months of cardio load: AccessLink takes 1 to ${MOST_MONTHS}`);
}
