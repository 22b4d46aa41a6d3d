// Cardio load of a day, and of many.
import type { Resolvers } from '../../generated/resolvers.ts';
import { eachOf, firstOf } from '../held.ts';
import { datesOf } from '../range.ts';
import { cardioLoadFromWire } from './cardio-load.ts';

export const cardioLoadResolvers: Resolvers = {
  User: {
    cardioLoads: (_, { range }, { loaders, today }) =>
      eachOf(loaders.cardioLoad, datesOf(range, today), cardioLoadFromWire),
  },
  Day: {
    cardioLoad: async ({ date }, _, { loaders }) => firstOf(await loaders.cardioLoad.load(date), cardioLoadFromWire),
  },
};
