// Sleep and recharge: no ranges; the 28-day list when it saves calls, single nights beyond it.
import { getNightlyRecharge, listNightlyRecharges } from '../../accesslink/endpoints/nightly-recharge.ts';
import { getSleep, listNights } from '../../accesslink/endpoints/sleep.ts';
import { dayOfText } from '../../accesslink/record-dates.ts';
import type { ResourceLimits } from '../../loading/plan/limits.ts';
import type { DatedResource } from '../../loading/plan/resource.ts';

const limits: ResourceLimits = {
  maxAgeDays: null,
  aheadDays: 0,
  hasDate: true,
  maxRangeDays: null,
  recentDays: 28,
  maxPeriodDays: null,
};

export const sleepResource: DatedResource<'Sleep'> = {
  name: 'sleep',
  limits,
  forms: { date: getSleep, recent: listNights },
  flags: {},
  dateOf: ({ date }) => dayOfText(date),
  isNothing: () => false,
};

export const rechargeResource: DatedResource<'NightlyRecharge'> = {
  name: 'nightly recharge',
  limits,
  forms: { date: getNightlyRecharge, recent: listNightlyRecharges },
  flags: {},
  dateOf: ({ date }) => dayOfText(date),
  isNothing: () => false,
};
