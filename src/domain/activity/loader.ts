// Daily activity: 365 days back, 28 days a request, samples only when asked for.
import {
  type ActivityFlag,
  getActivity,
  getActivitySamples,
  listActivitiesInRange,
  listActivitySamplesInRange,
} from '../../accesslink/endpoints/daily-activity.ts';
import { dayOfActivity, dayOfText } from '../../accesslink/record-dates.ts';
import type { ResourceLimits } from '../../loading/plan/limits.ts';
import type { DatedResource } from '../../loading/plan/resource.ts';
import { activityFlags } from '../activity-flags.ts';

const limits: ResourceLimits = {
  maxAgeDays: 365,
  aheadDays: 0,
  hasDate: true,
  maxRangeDays: 28,
  recentDays: null,
  maxPeriodDays: null,
};

export const activityResource: DatedResource<'ActivitySummaryWithAllSamples'> = {
  name: 'daily activity',
  limits,
  forms: {
    date: (date, flags) => getActivity(date, flags as ActivityFlag[]),
    range: (from, to, flags) => listActivitiesInRange(from, to, flags as ActivityFlag[]),
  },
  flags: activityFlags,
  dateOf: dayOfActivity,
  isNothing: () => false,
};

/** The course of a day without its totals. */
export const activitySamplesResource: DatedResource<'ActivityDayWithSamples'> = {
  name: 'activity samples',
  limits,
  forms: { date: getActivitySamples, range: listActivitySamplesInRange },
  flags: {},
  dateOf: ({ date }) => dayOfText(date),
  isNothing: () => false,
};
