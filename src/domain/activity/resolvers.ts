// Daily activity of a day.
import type { Resolvers } from '../../generated/resolvers.ts';
import { LIST_KEY } from '../../loading/cache/keys.ts';
import { allRecords, byDate, firstRecord } from '../convert/records.ts';
import { activityFromWire } from './activity.ts';
import { activitySamplesFromWire } from './samples.ts';

export const activityResolvers: Resolvers = {
  Recent: {
    activities: async (_, __, { loaders }) =>
      byDate(allRecords(await loaders.recentActivities.load(LIST_KEY), activityFromWire)),
    activitySamples: async (_, __, { loaders }) =>
      byDate((await loaders.recentActivitySamples.load(LIST_KEY)).value.map(activitySamplesFromWire)),
  },
  Day: {
    activitySamples: async ({ date }, _, { loaders }) => {
      const [wire] = (await loaders.activitySamples.load(date)).value;
      return wire ? activitySamplesFromWire(wire) : null;
    },
    activity: async ({ date }, _, { loaders }) => firstRecord(await loaders.activity.load(date), activityFromWire),
  },
};
