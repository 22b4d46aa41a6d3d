// Heart rate of a day.
import type { Resolvers } from '../../generated/resolvers.ts';
import { firstRecord } from '../convert/records.ts';
import { heartRateFromWire } from './heart-rate.ts';

export const heartRateResolvers: Resolvers = {
  Day: {
    heartRate: async ({ date }, _, { loaders }) => firstRecord(await loaders.heartRate.load(date), heartRateFromWire),
  },
};
