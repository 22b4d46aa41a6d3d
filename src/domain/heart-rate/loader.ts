// Continuous heart rate: no documented limits; 28 days a request are safe, a day is up to 216 KB.
import {
  getContinuousHeartRate,
  listContinuousHeartRatesInRange,
} from '../../accesslink/endpoints/continuous-heart-rate.ts';
import { dayOfText } from '../../accesslink/record-dates.ts';
import type { DatedResource } from '../../loading/plan/resource.ts';

export const heartRateResource: DatedResource<'ContinuousHeartrate'> = {
  name: 'continuous heart rate',
  limits: { maxAgeDays: null, aheadDays: 0, hasDate: true, maxRangeDays: 28, recentDays: null, maxPeriodDays: null },
  forms: { date: getContinuousHeartRate, range: listContinuousHeartRatesInRange },
  flags: {},
  dateOf: ({ date }) => dayOfText(date),
  isNothing: ({ heart_rate_samples: samples }) => (samples ?? []).length === 0,
};
