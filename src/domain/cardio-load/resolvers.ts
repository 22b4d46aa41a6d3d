// Cardio load of a day, and of many.
import type { Resolvers } from '../../generated/resolvers.ts';
import { badUserInput } from '../errors.ts';
import { allRecords, byDate, recordsOfDates, firstRecord } from '../convert/records.ts';
import { datesOf } from '../graph/date-range.ts';
import { cardioLoadFromWire } from './cardio-load.ts';

const MOST_MONTHS = 6;

export const cardioLoadResolvers: Resolvers = {
  Recent: {
    cardioLoads: async (_, { months }, { loaders }) => {
      const isRange = typeof months === 'number';
      if (isRange && (months < 1 || months > MOST_MONTHS)) {
        throw badUserInput(`Cannot read ${months} months of cardio load: AccessLink takes 1 to ${MOST_MONTHS}`);
      }
      return byDate(
        allRecords(
          await (isRange ? loaders.recentCardioLoads(months) : loaders.recent('cardioLoads')),
          cardioLoadFromWire,
        ),
      );
    },
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
