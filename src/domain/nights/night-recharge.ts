// The recharge of a night, with the hours of its sleep.
import { readingOf } from '../../accesslink/wire-times.ts';
import type { IsoDate } from '../../calendar.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type { CachedValue } from '../../loading/context.ts';
import { orNull, type PromiseOrValue, whenReady } from '../../promise-or-value.ts';
import type { Context } from '../context.ts';
import { firstRecord } from '../convert/records.ts';
import { isDoubtfulFromWire, type NightlyRechargeParent, rechargeFromWire } from './recharge.ts';
import { type SleepSpan, spanOf } from './sleep-span.ts';

/**
 * The recharge of a date. Its samples have the hours of the sleep where the operation reads that anyway. Otherwise their own
 * clock times show the day; the sleep is requested only for samples that are all of an afternoon or evening, since nothing
 * else shows of which.
 */
export function readRecharge(date: IsoDate, context: Recharging): PromiseOrValue<NightlyRechargeParent | null> {
  const { loaders, nightParts } = context;
  return whenReady(loaders.recharge.load(date), (cached) => {
    const isSleepNeeded = nightParts.includes('sleep') || cached.value.slice(0, 1).some(isDoubtfulFromWire);
    if (!isSleepNeeded) return rechargeOf(cached, { date, sleep: undefined }, context);
    return whenReady(orNull(loaders.sleep.load(date)), (found) =>
      rechargeOf(cached, { date, sleep: found?.value[0] }, context),
    );
  });
}

type Recharging = Pick<Context, 'loaders' | 'nightParts' | 'models'>;

/** Key of the models. */
const RECHARGE = {};

function rechargeOf(
  cached: CachedValue<readonly Wire.NightlyRecharge[]>,
  { date, sleep }: { readonly date: IsoDate; readonly sleep: Wire.Sleep | undefined },
  { models }: Recharging,
): NightlyRechargeParent | null {
  const convert = (value: typeof cached) => {
    const span = sleep ? spanFromWire(sleep) : null;
    const recharge = firstRecord(value, (wire) => ({ ...rechargeFromWire(wire, span), nodeKey: date }));
    return recharge ? [recharge] : [];
  };
  return models.of(cached, RECHARGE, { convert, source: sleep })[0] ?? null;
}

function spanFromWire({ sleep_start_time: start, sleep_end_time: end }: Wire.Sleep): SleepSpan | null {
  return spanOf(readingOf(start), readingOf(end));
}
