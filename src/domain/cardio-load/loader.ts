// Cardio load: 28 days a range; over a long recent period one request for the last n days, up to 180.
import {
  getCardioLoad,
  listCardioLoads,
  listCardioLoadsForDays,
  listCardioLoadsForMonths,
  listCardioLoadsInRange,
} from '../../accesslink/endpoints/cardio-load.ts';
import { isEmptyCardioLoad } from '../../accesslink/empty-records.ts';
import { dayOfDated } from '../../accesslink/record-dates.ts';
import type { DatedResource, KeyedResource } from '../../loading/plan/resource.ts';
import { RECENT_WINDOW } from '../../loading/plan/windows.ts';

/** A training session changes the load of its day, and strain and tolerance of the days after it. */
export const cardioLoadResource: DatedResource<'CardioLoad', never> = {
  kind: 'dated',
  name: 'cardio load',
  limits: { maxAgeDays: null, aheadDays: 0, hasDate: true, maxRangeDays: 28, recentDays: null, maxPeriodDays: 180 },
  documented: RECENT_WINDOW,
  forms: { date: getCardioLoad, range: listCardioLoadsInRange, period: listCardioLoadsForDays },
  flags: [],
  dateOf: dayOfDated,
  isNothing: isEmptyCardioLoad,
  refreshedBy: ['EXERCISE'],
  invalidatedBy: [],
};

/** The list without dates: the last 28 days. */
export const recentCardioLoadResource: KeyedResource<'CardioLoad', never> = {
  kind: 'keyed',
  name: 'recent cardio load',
  byDay: cardioLoadResource,
  flags: [],
  read: listCardioLoads,
  refreshedBy: [],
  invalidatedBy: ['EXERCISE'],
};

/** The last months; the key is their number, 1 to 6. */
export const monthlyCardioLoadResource: KeyedResource<'CardioLoad', never> = {
  kind: 'keyed',
  name: 'cardio load of months',
  byDay: cardioLoadResource,
  flags: [],
  read: ({ key }) => listCardioLoadsForMonths(Number(key)),
  refreshedBy: [],
  invalidatedBy: ['EXERCISE'],
};
