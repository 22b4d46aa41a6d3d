// Sleep and recharge: no ranges; the 28-day list when it saves requests, single nights beyond it.
import { getNightlyRecharge, listNightlyRecharges } from '../../accesslink/endpoints/nightly-recharge.ts';
import { getSleep, listAvailableSleeps, listNights } from '../../accesslink/endpoints/sleep.ts';
import { dayOfDated } from '../../accesslink/record-dates.ts';
import { offsetOfSleep } from '../../accesslink/record-offsets.ts';
import type { ResourceLimits } from '../../loading/plan/limits.ts';
import type { DatedResource, KeyedResource } from '../../loading/plan/resource.ts';
import { RECENT_WINDOW } from '../../loading/plan/windows.ts';

const limits: ResourceLimits = {
  maxAgeDays: null,
  aheadDays: 0,
  hasDate: true,
  maxRangeDays: null,
  recentDays: 28,
  maxPeriodDays: null,
};

export const sleepResource: DatedResource<'Sleep', never> = {
  kind: 'dated',
  name: 'sleep',
  limits,
  documented: RECENT_WINDOW,
  forms: { date: getSleep, recent: listNights },
  flags: [],
  dateOf: dayOfDated,
  offsetOf: offsetOfSleep,
  isNothing: () => false,
  refreshedBy: ['SLEEP'],
  invalidatedBy: [],
};

export const rechargeResource: DatedResource<'NightlyRecharge', never> = {
  kind: 'dated',
  name: 'nightly recharge',
  limits,
  documented: RECENT_WINDOW,
  forms: { date: getNightlyRecharge, recent: listNightlyRecharges },
  flags: [],
  dateOf: dayOfDated,
  isNothing: () => false,
  refreshedBy: ['SLEEP'],
  invalidatedBy: [],
};

/** The nights of the last 28 days by their start and end alone. */
export const availableNightsResource: KeyedResource<'AvailableSleep', never> = {
  kind: 'keyed',
  name: 'available nights',
  flags: [],
  read: listAvailableSleeps,
  refreshedBy: [],
  invalidatedBy: ['SLEEP'],
};
