// The lists that AccessLink serves without dates; each module adds those of its own records.
import type { Resolvers } from '../../generated/resolvers.ts';
import { LIST_KEY } from '../../loading/cache/keys.ts';
import { allRecords, byDate } from '../convert/records.ts';
import { availableNightFromWire } from './available-night.ts';

export const recentResolvers: Resolvers = {
  User: { recent: () => ({}) },
  Recent: {
    availableNights: async (_, __, { loaders }) =>
      byDate(allRecords(await loaders.availableNights.load(LIST_KEY), availableNightFromWire)),
  },
};
