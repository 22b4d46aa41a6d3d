// Sleep and recharge: no ranges; the 28-day list when it saves calls, single nights beyond it.
import { getNightlyRecharge, listNightlyRecharges } from '../../accesslink/endpoints/nightly-recharge.ts';
import { getSleep, listNights } from '../../accesslink/endpoints/sleep.ts';
import { dayOfText } from '../../accesslink/day-of.ts';
import type { Reach } from '../../loading/reach.ts';
import type { DatedResource } from '../../loading/resource.ts';

const reach: Reach = {
  maxAgeDays: null,
  aheadDays: 0,
  hasDate: true,
  maxRangeDays: null,
  recentDays: 28,
  maxPeriodDays: null,
};

export const sleepResource: DatedResource<'Sleep'> = {
  name: 'sleep',
  reach,
  forms: { date: getSleep, recent: listNights },
  flags: {},
  dateOf: ({ date }) => dayOfText(date),
  isNothing: () => false,
};

export const rechargeResource: DatedResource<'NightlyRecharge'> = {
  name: 'nightly recharge',
  reach,
  forms: { date: getNightlyRecharge, recent: listNightlyRecharges },
  flags: {},
  dateOf: ({ date }) => dayOfText(date),
  isNothing: () => false,
};
