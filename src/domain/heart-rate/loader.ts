// Continuous heart rate: no documented limits; 28 days a request are safe, a day is up to 216 KB.
import {
  getContinuousHeartRate,
  listContinuousHeartRatesInRange,
} from '../../accesslink/endpoints/continuous-heart-rate.ts';
import { isEmptyHeartRate } from '../../accesslink/empty-records.ts';
import { dayOfDated } from '../../accesslink/record-dates.ts';
import type { DatedResource } from '../../loading/plan/resource.ts';
import { NO_WINDOW } from '../../loading/plan/windows.ts';

export const heartRateResource: DatedResource<'ContinuousHeartrate', never> = {
  kind: 'dated',
  name: 'continuous heart rate',
  limits: { maxAgeDays: null, aheadDays: 0, hasDate: true, maxRangeDays: 28, recentDays: null, maxPeriodDays: null },
  documented: NO_WINDOW,
  forms: { date: getContinuousHeartRate, range: listContinuousHeartRatesInRange },
  flags: [],
  dateOf: dayOfDated,
  isNothing: isEmptyHeartRate,
  refreshedBy: ['CONTINUOUS_HEART_RATE'],
  invalidatedBy: [],
};
