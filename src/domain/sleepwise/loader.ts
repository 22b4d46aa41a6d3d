// Alertness and circadian bedtime: ranges of at most 28 days, which may contain predictions for the days ahead.
import {
  listAlertnessPeriods,
  listAlertnessPeriodsInRange,
  listCircadianBedtimes,
  listCircadianBedtimesInRange,
} from '../../accesslink/endpoints/sleepwise.ts';
import { dayOfAlertness, dayOfBedtime } from '../../accesslink/record-dates.ts';
import { offsetOfAlertness } from '../../accesslink/record-offsets.ts';
import { isDoubtfulOffset, withOffsetOf } from '../../accesslink/sleepwise-offset.ts';
import type { ResourceLimits } from '../../loading/plan/limits.ts';
import type { DatedResource, KeyedResource } from '../../loading/plan/resource.ts';
import { RANGE_WINDOW } from '../../loading/plan/windows.ts';

const limits: ResourceLimits = {
  maxAgeDays: null,
  aheadDays: 7,
  hasDate: false,
  maxRangeDays: 28,
  recentDays: null,
  maxPeriodDays: null,
};

export const alertnessResource: DatedResource<'Alertness', never> = {
  kind: 'dated',
  name: 'alertness',
  limits,
  documented: RANGE_WINDOW,
  forms: { range: listAlertnessPeriodsInRange },
  flags: [],
  dateOf: dayOfAlertness,
  offsetOf: offsetOfAlertness,
  isNothing: () => false,
  refreshedBy: ['SLEEP_WISE_ALERTNESS'],
  invalidatedBy: [],
};

export const circadianBedtimeResource: DatedResource<'CircadianBedtime', never> = {
  kind: 'dated',
  name: 'circadian bedtime',
  limits,
  documented: RANGE_WINDOW,
  forms: { range: listCircadianBedtimesInRange },
  flags: [],
  dateOf: dayOfBedtime,
  isNothing: () => false,
  correct: async (records, { dates, read }) => {
    if (!records.some(isDoubtfulOffset)) return records;
    const alertness = await read(alertnessResource, dates);
    return records.map((record) => withOffsetOf(record, alertness));
  },
  refreshedBy: ['SLEEP_WISE_CIRCADIAN_BEDTIME'],
  invalidatedBy: [],
};

/** The list without dates: the last 28 days and the predictions. */
export const recentAlertnessResource: KeyedResource<'Alertness', never> = {
  kind: 'keyed',
  name: 'recent alertness',
  byDay: alertnessResource,
  flags: [],
  read: listAlertnessPeriods,
  refreshedBy: [],
  invalidatedBy: ['SLEEP_WISE_ALERTNESS'],
};

/** The list without dates: the last 28 days and the predictions. */
export const recentCircadianBedtimeResource: KeyedResource<'CircadianBedtime', never> = {
  kind: 'keyed',
  name: 'recent circadian bedtime',
  flags: [],
  read: listCircadianBedtimes,
  refreshedBy: [],
  invalidatedBy: ['SLEEP_WISE_CIRCADIAN_BEDTIME'],
};
