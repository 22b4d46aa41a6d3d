// Daily activity: 365 days back, 28 days a request, samples only when they are selected.
import {
  type ActivityFlag,
  getActivity,
  getActivitySamples,
  listActivities,
  listActivitiesInRange,
  listActivitySamples,
  listActivitySamplesInRange,
} from '../../accesslink/endpoints/daily-activity.ts';
import { dayOfActivity, dayOfDated } from '../../accesslink/record-dates.ts';
import type { ResourceLimits } from '../../loading/plan/limits.ts';
import type { DatedResource, KeyedResource } from '../../loading/plan/resource.ts';
import { RANGE_WINDOW } from '../../loading/plan/windows.ts';

const ACTIVITY_FLAGS: readonly ActivityFlag[] = ['steps', 'activity_zones', 'inactivity_stamps'];

const limits: ResourceLimits = {
  maxAgeDays: 365,
  aheadDays: 0,
  hasDate: true,
  maxRangeDays: 28,
  recentDays: null,
  maxPeriodDays: null,
};

export const activityResource: DatedResource<'ActivitySummaryWithAllSamples', ActivityFlag> = {
  kind: 'dated',
  name: 'daily activity',
  limits,
  documented: { ...RANGE_WINDOW, maxAgeDays: 365 },
  forms: { date: getActivity, range: listActivitiesInRange },
  flags: ACTIVITY_FLAGS,
  dateOf: dayOfActivity,
  isNothing: () => false,
  refreshedBy: ['ACTIVITY_SUMMARY'],
  invalidatedBy: [],
};

/** The course of a day without its totals. */
export const activitySamplesResource: DatedResource<'ActivityDayWithSamples', never> = {
  kind: 'dated',
  name: 'activity samples',
  limits,
  documented: null,
  forms: { date: getActivitySamples, range: listActivitySamplesInRange },
  flags: [],
  dateOf: dayOfDated,
  isNothing: () => false,
  refreshedBy: [],
  invalidatedBy: ['ACTIVITY_SUMMARY'],
};

/** The list without dates: what was uploaded in the last 28 days. */
export const recentActivityResource: KeyedResource<'ActivitySummaryWithAllSamples', ActivityFlag> = {
  kind: 'keyed',
  name: 'recent daily activity',
  byDay: activityResource,
  flags: ACTIVITY_FLAGS,
  read: ({ flags }) => listActivities(flags),
  refreshedBy: [],
  invalidatedBy: ['ACTIVITY_SUMMARY'],
};

/** The list of samples without dates: what was uploaded in the last 28 days. */
export const recentActivitySamplesResource: KeyedResource<'ActivityDayWithSamples', never> = {
  kind: 'keyed',
  name: 'recent activity samples',
  byDay: activitySamplesResource,
  flags: [],
  read: listActivitySamples,
  refreshedBy: [],
  invalidatedBy: ['ACTIVITY_SUMMARY'],
};
