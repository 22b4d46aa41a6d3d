// Which fields of the graph need which flag of daily activity; the samples are also reached without the totals.
import type { FlagTable, Need } from '../loading/plan/resource.ts';

export const activityFlags: FlagTable = {
  steps: needs('intervalMs', 'totalSteps', 'steps', 'stepColumns', 'stepStatistics'),
  activity_zones: needs('zones'),
  inactivity_stamps: needs('inactivityStamps'),
};

function needs(...fields: readonly string[]): Need[] {
  return fields.map((field) => ['DailyActivity.samples', `ActivitySamples.${field}`]);
}
