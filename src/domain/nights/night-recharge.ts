// The recharge of a night, with the hours of its sleep.
import { readingOf } from '../../accesslink/wire-times.ts';
import type { IsoDate } from '../../calendar.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type { Context } from '../context.ts';
import { firstRecord } from '../convert/records.ts';
import { isDoubtfulFromWire, type NightlyRechargeParent, rechargeFromWire } from './recharge.ts';
import { type SleepSpan, spanOf } from './sleep-span.ts';

/**
 * The recharge of a date. Its samples have the hours of the sleep where the operation reads that anyway. Otherwise their own
 * clock times show the day; the sleep is requested only for samples that are all of an afternoon or evening, since nothing
 * else shows of which.
 */
export async function readRecharge(
  date: IsoDate,
  { loaders, nightParts }: Pick<Context, 'loaders' | 'nightParts'>,
): Promise<NightlyRechargeParent | null> {
  const cached = await loaders.recharge.load(date);
  const isSleepNeeded = nightParts.includes('sleep') || cached.value.slice(0, 1).some(isDoubtfulFromWire);
  const sleep = isSleepNeeded ? await loaders.sleep.load(date).catch(() => null) : null;
  const [wire] = sleep?.value ?? [];
  const span = wire ? spanFromWire(wire) : null;
  return firstRecord(cached, (recharge) => ({ ...rechargeFromWire(recharge, span), nodeKey: date }));
}

function spanFromWire({ sleep_start_time: start, sleep_end_time: end }: Wire.Sleep): SleepSpan | null {
  return spanOf(readingOf(start), readingOf(end));
}
