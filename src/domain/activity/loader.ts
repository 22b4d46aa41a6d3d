// Daily activity: 365 days back, 28 days a request, samples only when asked for.
import { type ActivityFlag, getActivity, listActivitiesInRange } from '../../accesslink/endpoints/daily-activity.ts';
import { dayOfActivity } from '../../accesslink/day-of.ts';
import type { DatedResource } from '../../loading/resource.ts';

export const activityResource: DatedResource<'ActivitySummaryWithAllSamples'> = {
  name: 'daily activity',
  reach: { maxAgeDays: 365, aheadDays: 0, hasDate: true, maxRangeDays: 28, recentDays: null, maxPeriodDays: null },
  forms: {
    date: (date, flags) => getActivity(date, flags as ActivityFlag[]),
    range: (from, to, flags) => listActivitiesInRange(from, to, flags as ActivityFlag[]),
  },
  flags: {
    steps: ['intervalMs', 'totalSteps', 'steps', 'stepColumns', 'stepStatistics'].map(
      (field) => `ActivitySamples.${field}`,
    ),
    activity_zones: ['ActivitySamples.zones'],
    inactivity_stamps: ['ActivitySamples.inactivityStamps'],
  },
  dateOf: dayOfActivity,
  isNothing: () => false,
};
