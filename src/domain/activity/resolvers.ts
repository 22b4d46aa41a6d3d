// Daily activity: of a day, of many, and what was uploaded lately; its samples, with and without the totals.
import { dayOfActivity, dayOfDated } from '../../accesslink/record-dates.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { LIST_KEY } from '../../loading/cache/keys.ts';
import type { Context } from '../context.ts';
import { type Dated, markReading } from '../convert/immutable.ts';
import { datedRecords } from '../graph/dated-records.ts';
import { keyOfDay } from '../graph/node-keys.ts';
import { idField } from '../graph/viewer-id.ts';
import { activityFromWire, type DailyActivityParent } from './activity.ts';
import { type ActivitySamplesParent, activitySamplesFromWire } from './samples.ts';

const activities = datedRecords({
  loaderOf: ({ loaders }) => loaders.activity,
  convert: activityFromWire,
  keyOf: keyOfDay,
  timeOf: ({ date }) => date,
  recent: { load: ({ recentActivities }) => recentActivities.load(LIST_KEY), dayOf: dayOfActivity },
});
const samplesOfDays = datedRecords({
  loaderOf: ({ loaders }) => loaders.activitySamples,
  convert: activitySamplesFromWire,
  keyOf: keyOfDay,
  timeOf: ({ date }) => date,
  recent: { load: ({ recentActivitySamples }) => recentActivitySamples.load(LIST_KEY), dayOf: dayOfDated },
});

export const activityResolvers: Resolvers = {
  User: {
    activities: (_, { range }, context) => activities.ofRange(range, context),
    activitySamples: (_, { range }, context) => samplesOfDays.ofRange(range, context),
  },
  Day: {
    activity: markReading(({ date }: Dated, _: unknown, context: Context) => activities.firstOf(date, context)),
  },
  DailyActivity: { id: idField('DailyActivity'), samples: (activity) => samplesIn(activity) },
  ActivitySamples: { id: idField('ActivitySamples') },
};

/** How each type of this module is read again. */
export const activityNodes = { DailyActivity: activities.refetch, ActivitySamples: refetchSamples };

/** Samples come with the totals of their day where these were read with them, and by themselves otherwise. */
async function refetchSamples(key: string, context: Context): Promise<ActivitySamplesParent | null> {
  const activity = await activities.refetch(key, context);
  return (activity && samplesIn(activity)) ?? samplesOfDays.refetch(key, context);
}

/** A day has one record of either, so they share their key. */
function samplesIn({ samples, nodeKey }: DailyActivityParent): ActivitySamplesParent | null {
  return samples && { ...samples, nodeKey };
}
