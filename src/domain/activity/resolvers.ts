// Daily activity of a day.
import type { Resolvers } from '../../generated/resolvers.ts';
import { firstOf } from '../held.ts';
import { activityFromWire } from './activity.ts';

export const activityResolvers: Resolvers = {
  Day: { activity: async ({ date }, _, { loaders }) => firstOf(await loaders.activity.load(date), activityFromWire) },
};
