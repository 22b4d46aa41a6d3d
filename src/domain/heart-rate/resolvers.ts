// Heart rate of a day.
import type { Resolvers } from '../../generated/resolvers.ts';
import { firstOf } from '../held.ts';
import { heartRateFromWire } from './heart-rate.ts';

export const heartRateResolvers: Resolvers = {
  Day: {
    heartRate: async ({ date }, _, { loaders }) => firstOf(await loaders.heartRate.load(date), heartRateFromWire),
  },
};
