// The lists that AccessLink keeps without dates: the last 28 days, those of daily activity counted by their upload.
import { listCardioLoads, listCardioLoadsForMonths } from '../../accesslink/endpoints/cardio-load.ts';
import { type ActivityFlag, listActivities, listActivitySamples } from '../../accesslink/endpoints/daily-activity.ts';
import { listAvailableSleeps } from '../../accesslink/endpoints/sleep.ts';
import { listAlertnessPeriods, listCircadianBedtimes } from '../../accesslink/endpoints/sleepwise.ts';
import type { SingleResource } from '../../loading/plan/resource.ts';
import { activityFlags } from '../activity-flags.ts';
import type { RecentRecords } from '../context.ts';

export const recentResources: { readonly [N in keyof RecentRecords]: SingleResource<RecentRecords[N]> } = {
  activities: {
    name: 'recent daily activity',
    flags: activityFlags,
    read: (flags) => listActivities(flags as ActivityFlag[]),
  },
  activitySamples: { name: 'recent activity samples', read: listActivitySamples },
  cardioLoads: { name: 'recent cardio load', read: listCardioLoads },
  alertnessPeriods: { name: 'recent alertness', read: listAlertnessPeriods },
  circadianBedtimes: { name: 'recent circadian bedtime', read: listCircadianBedtimes },
  availableNights: { name: 'available nights', read: listAvailableSleeps },
};

/** Cardio load of the last months. */
export function cardioLoadsOfMonths(months: number): SingleResource<'CardioLoad'> {
  return { name: `cardio load of ${months} months`, read: () => listCardioLoadsForMonths(months) };
}
