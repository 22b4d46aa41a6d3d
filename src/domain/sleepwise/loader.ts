// Alertness and circadian bedtime: ranges of at most 28 days, which may hold predictions for the days ahead.
import { listAlertnessPeriodsInRange, listCircadianBedtimesInRange } from '../../accesslink/endpoints/sleepwise.ts';
import { dayOfAlertness, dayOfBedtime } from '../../accesslink/record-dates.ts';
import type { ResourceLimits } from '../../loading/plan/limits.ts';
import type { DatedResource } from '../../loading/plan/resource.ts';

const limits: ResourceLimits = {
  maxAgeDays: null,
  aheadDays: 7,
  hasDate: false,
  maxRangeDays: 28,
  recentDays: null,
  maxPeriodDays: null,
};

export const alertnessResource: DatedResource<'Alertness'> = {
  name: 'alertness',
  limits,
  forms: { range: listAlertnessPeriodsInRange },
  flags: {},
  dateOf: dayOfAlertness,
  isNothing: () => false,
};

export const circadianBedtimeResource: DatedResource<'CircadianBedtime'> = {
  name: 'circadian bedtime',
  limits,
  forms: { range: listCircadianBedtimesInRange },
  flags: {},
  dateOf: dayOfBedtime,
  isNothing: () => false,
};
